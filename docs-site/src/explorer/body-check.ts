import type { Schema } from '../../../scripts/samples/contract.ts'

/** Something the contract does not allow in a body, and where: `filter.cik[0]`, empty for the body itself. */
export interface BodyFault {
  place: string
  message: string
}

const MAX_FAULTS = 20

/** What is wrong with a body before it is sent. The API checks again, and has the last word. */
export function bodyFaults(text: string, schema: Schema): BodyFault[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return [
      { place: '', message: `This is not JSON: ${error instanceof Error ? error.message : 'unreadable'}` },
    ]
  }
  return faultsOf(value, schema, '').slice(0, MAX_FAULTS)
}

function faultsOf(value: unknown, schema: Schema, place: string): BodyFault[] {
  if (schema.anyOf) {
    const attempts = schema.anyOf.map((form) => faultsOf(value, form, place))
    if (attempts.some((faults) => faults.length === 0)) return []
    return attempts.sort((a, b) => a.length - b.length)[0] ?? []
  }
  const allowed = [schema.type ?? []].flat()
  if (allowed.length > 0 && !allowed.some((type) => isOfType(value, type))) {
    return [{ place, message: `must be ${allowed.map(withArticle).join(' or ')}` }]
  }
  if (schema.enum && !schema.enum.includes(value)) {
    return [{ place, message: `must be one of ${schema.enum.map((one) => JSON.stringify(one)).join(', ')}` }]
  }
  if (typeof value === 'string') return textFaults(value, schema, place)
  if (typeof value === 'number') return numberFaults(value, schema, place)
  if (Array.isArray(value)) return listFaults(value, schema, place)
  if (typeof value === 'object' && value !== null) return objectFaults(value, schema, place)
  return []
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function withArticle(type: string): string {
  if (type === 'null') return type
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}

function textFaults(value: string, schema: Schema, place: string): BodyFault[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema
  if (value.length < minLength)
    return [
      { place, message: minLength === 1 ? 'must not be empty' : `needs at least ${minLength} characters` },
    ]
  if (value.length > maxLength) return [{ place, message: `takes at most ${maxLength} characters` }]
  if (pattern && !new RegExp(pattern, 'u').test(value)) return [{ place, message: `must match ${pattern}` }]
  if (schema.format === 'date-time' && Number.isNaN(Date.parse(value))) {
    return [{ place, message: 'must be a moment such as 2025-10-31T10:01:26Z' }]
  }
  return []
}

function numberFaults(value: number, schema: Schema, place: string): BodyFault[] {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema
  if (value < minimum) return [{ place, message: `must be at least ${minimum}` }]
  return value > maximum ? [{ place, message: `must be at most ${maximum}` }] : []
}

function listFaults(value: unknown[], schema: Schema, place: string): BodyFault[] {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items } = schema
  if (value.length < minItems) return [{ place, message: `needs at least ${minItems} values` }]
  if (value.length > maxItems) return [{ place, message: `takes at most ${maxItems} values` }]
  return items ? value.flatMap((one, index) => faultsOf(one, items, `${place}[${index}]`)) : []
}

function objectFaults(value: object, schema: Schema, place: string): BodyFault[] {
  const { properties, required = [], additionalProperties } = schema
  const below = (name: string) => (place === '' ? name : `${place}.${name}`)
  const missing = required.filter((name) => !(name in value))
  const faults = missing.map((name) => ({ place: below(name), message: 'is missing' }))
  for (const [name, one] of Object.entries(value)) {
    const property = properties?.[name]
    if (property) faults.push(...faultsOf(one, property, below(name)))
    else if (properties && additionalProperties === false) {
      faults.push({ place: below(name), message: 'is not a field of this body' })
    }
  }
  return faults
}
