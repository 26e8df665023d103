import { Type } from 'typebox'
import { nullable } from './openapi.ts'

export const PostalAddress = Type.Object(
  {
    street1: nullable(Type.String()),
    street2: nullable(Type.String()),
    city: nullable(Type.String()),
    state_or_country: nullable(Type.String({ description: "EDGAR's code.", examples: ['ME'] })),
    zip_code: nullable(Type.String()),
  },
  { $id: 'PostalAddress', description: 'An address as filed.' },
)
