import { type ContractDocument, resolve, type Schema } from './operation.ts'
import type { Random } from './random.ts'

const MAX_DEPTH = 6
const MAX_TEXT = 60

/** A value the schema allows; examples are preferred, because they mean something. */
export function validValue(document: ContractDocument, given: Schema, random: Random, depth = 0): unknown {
  const schema = resolve(document, given)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  if (schema.examples?.length && random.chance(0.7)) return random.pick(schema.examples)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return validValue(document, random.pick(choices), random, depth + 1)
  switch (Array.isArray(schema.type) ? random.pick(schema.type) : schema.type) {
    case 'null':
      return null
    case 'boolean':
      return random.chance(0.5)
    case 'integer':
      return wholeNumber(schema, random)
    case 'number':
      return wholeNumber(schema, random)
    case 'array':
      return validList(document, schema, random, depth)
    case 'object':
      return validObject(document, schema, random, depth)
    default:
      return validText(schema, random)
  }
}

function wholeNumber({ minimum, maximum }: Schema, random: Random): number {
  const least = Math.ceil(minimum ?? 0)
  const most = Math.floor(maximum ?? least + 1_000)
  return random.pick([least, most, random.integer(least, Math.min(most, least + 100))])
}

function validList(document: ContractDocument, schema: Schema, random: Random, depth: number): unknown[] {
  const least = schema.minItems ?? 0
  const length = random.integer(least, Math.max(least, Math.min(schema.maxItems ?? 3, 3)))
  const values = Array.from({ length }, () => validValue(document, schema.items ?? {}, random, depth + 1))
  const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
  return distinct.length >= least ? distinct : values
}

function validObject(
  document: ContractDocument,
  schema: Schema,
  random: Random,
  depth: number,
): Record<string, unknown> {
  const required = new Set(schema.required)
  const entries = Object.entries(schema.properties ?? {}).filter(
    ([name]) => required.has(name) || (depth < MAX_DEPTH && random.chance(0.4)),
  )
  return Object.fromEntries(
    entries.map(([name, one]) => [name, validValue(document, one, random, depth + 1)]),
  )
}

function validText(schema: Schema, random: Random): string {
  if (schema.format === 'date-time')
    return `20${random.integer(10, 25)}-0${random.integer(1, 9)}-15T10:01:26Z`
  if (schema.format === 'date')
    return `20${random.integer(10, 25)}-0${random.integer(1, 9)}-${random.integer(10, 28)}`
  if (schema.format === 'email') return `somebody${random.integer(1, 1e6)}@example.com`
  if (schema.format === 'uri') return `https://example.com/${random.integer(1, 1e6)}`
  if (schema.pattern !== undefined) {
    for (let tries = 0; tries < 20; tries++) {
      const text = random.matching(schema.pattern)
      if (fits(text, schema)) return text
    }
  }
  const words = ['harbor', 'light 🤖', 'x', 'Ωmega', 'risk "factors"', "o'neil", '100%', 'a_b', '-1']
  const text = random.pick(words)
  const least = schema.minLength ?? 0
  return [...text.padEnd(least, 'x')].slice(0, schema.maxLength ?? MAX_TEXT).join('')
}

function fits(text: string, { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema): boolean {
  const length = [...text].length
  return length >= minLength && length <= maxLength
}

/** Texts that are no value of the schema in a path or a query; empty when every text is one. */
export function invalidTexts(document: ContractDocument, given: Schema): string[] {
  const schema = resolve(document, given)
  const texts: string[] = []
  if (schema.type === 'array' && schema.items) {
    texts.push(...invalidTexts(document, schema.items))
    if (schema.maxItems !== undefined && schema.maxItems <= 100) {
      const one = String(
        resolve(document, schema.items).examples?.[0] ?? resolve(document, schema.items).enum?.[0] ?? 'x',
      )
      texts.push(
        Array(schema.maxItems + 1)
          .fill(one)
          .join(','),
      )
    }
    return texts
  }
  if (schema.enum) return ['no such value', `${schema.enum[0]}x`, '']
  if (schema.type === 'integer' || schema.type === 'number') {
    texts.push('abc', '', '1e3', '0x10', '٣', '9'.repeat(20))
    if (schema.type === 'integer') texts.push('1.5')
    if (schema.minimum !== undefined) texts.push(String(schema.minimum - 1))
    if (schema.maximum !== undefined) texts.push(String(schema.maximum + 1))
    return texts
  }
  if (schema.type === 'boolean') return ['yes', '1', 'TRUE', '']
  if (schema.format === 'date') return ['2026-02-30', '20260101', 'today', '2026-13-01', '']
  if (schema.format === 'date-time')
    return ['2026-01-01', '2026-01-01T25:00:00Z', '2026-01-01T10:00:00', 'now', '']
  if (schema.pattern !== undefined) {
    const pattern = new RegExp(schema.pattern)
    texts.push(
      ...['\u2603\u2603', "'; select 1 --", '<>', '%', '\ud83e\udd16'.repeat(30)].filter(
        (text) => !pattern.test(text),
      ),
    )
  }
  if (schema.maxLength !== undefined && schema.maxLength < 2_000) texts.push('y'.repeat(schema.maxLength + 1))
  if ((schema.minLength ?? 0) > 0) texts.push('')
  return texts
}

/** A value of another type than the schema allows. */
export function wrongType(document: ContractDocument, given: Schema): unknown {
  const schema = resolve(document, given)
  const types = [schema.type ?? schema.anyOf?.flatMap((one) => resolve(document, one).type ?? [])].flat()
  const candidates: [string, unknown][] = [
    ['boolean', true],
    ['object', { surprise: 1 }],
    ['array', [{ surprise: [] }]],
    ['string', 'text'],
  ]
  return candidates.find(([type]) => !types.includes(type))?.[1]
}
