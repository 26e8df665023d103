import { Type } from 'typebox'
import { ChangeQuery } from '../changes/schema.ts'

const { after, change_type, cik, accession_number } = ChangeQuery.properties

export const StreamQuery = Type.Object(
  { after, change_type, cik, accession_number },
  { additionalProperties: false },
)

export const StreamHeaders = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({
      description:
        'The `id` of the last event that was received; the stream goes on after it. Wins over `after`.',
      examples: ['1024'],
    }),
  ),
})
