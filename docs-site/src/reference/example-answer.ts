import type { ContractDocument, Schema } from '../../../scripts/samples/contract.ts'
import { unwrapped } from './fields.ts'

const MAX_DEPTH = 8

/** An answer as a schema describes it, made of the examples it gives. */
export function exampleOfSchema(document: ContractDocument, schema: Schema, name = '', depth = 0): unknown {
  const plain = unwrapped(document, schema)
  const given = schema.examples?.[0] ?? plain.examples?.[0] ?? plain.example ?? plain.enum?.[0]
  if (given !== undefined) return given
  if (plain.default !== undefined) return plain.default
  if (depth >= MAX_DEPTH) return null
  const [form] = plain.anyOf ?? []
  if (form) return exampleOfSchema(document, form, name, depth)
  if (plain.properties) {
    return Object.fromEntries(
      Object.entries(plain.properties).map(([key, property]) => [
        key,
        exampleOfSchema(document, property, key, depth + 1),
      ]),
    )
  }
  const [type] = [plain.type ?? 'object'].flat()
  if (type === 'array') return plain.items ? [exampleOfSchema(document, plain.items, name, depth + 1)] : []
  if (type === 'boolean') return false
  if (type === 'integer' || type === 'number') return plain.minimum ?? 1
  if (type === 'string') return exampleText(plain, name)
  return {}
}

/** Names of ours say what they hold; anything else is said to be a text. */
function exampleText({ format, type }: Schema, name: string): string | null {
  if (format === 'date-time') return '2025-10-31T10:01:26Z'
  if (format === 'date') return '2025-10-31'
  if (/_sha256$/.test(name)) return 'a33e401e356469d0a9b55b89015cfa2a3695a859beb971727091001d3dc8182e'
  if (name === 'next_cursor') return null
  if (Array.isArray(type) && type.includes('null')) return null
  return 'text'
}
