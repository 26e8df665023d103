import { expect, it } from 'vitest'
import { bodyFaults } from './body-check.ts'

const schema = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 5 },
    mode: { type: 'string', enum: ['live', 'test'] },
    days: { type: ['integer', 'null'], minimum: 1, maximum: 366 },
    ciks: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'string', pattern: '^\\d+$' } },
    since: { type: 'string', format: 'date-time' },
    proof: { anyOf: [{ type: 'object', required: ['a'], properties: {} }, { type: 'null' }] },
  },
}

const faults = (value: unknown) =>
  bodyFaults(JSON.stringify(value), schema).map(({ place, message }) => `${place} ${message}`)

it('nothing is wrong with what the contract allows', () => {
  expect(
    faults({ name: 'a', mode: 'test', days: null, ciks: ['1'], since: '2025-10-31T10:01:26Z', proof: null }),
  ).toEqual([])
})

it.each([
  [{}, 'name is missing'],
  [{ name: '' }, 'name must not be empty'],
  [{ name: 'abcdef' }, 'name takes at most 5 characters'],
  [{ name: 1 }, 'name must be a string'],
  [{ name: 'a', mode: 'prod' }, 'mode must be one of "live", "test"'],
  [{ name: 'a', days: 0 }, 'days must be at least 1'],
  [{ name: 'a', days: 400 }, 'days must be at most 366'],
  [{ name: 'a', days: 1.5 }, 'days must be an integer or null'],
  [{ name: 'a', ciks: [] }, 'ciks needs at least 1 values'],
  [{ name: 'a', ciks: ['1', '2', '3'] }, 'ciks takes at most 2 values'],
  [{ name: 'a', ciks: ['x'] }, 'ciks[0] must match ^\\d+$'],
  [{ name: 'a', since: 'yesterday' }, 'since must be a moment such as 2025-10-31T10:01:26Z'],
  [{ name: 'a', proof: {} }, 'proof.a is missing'],
  [{ name: 'a', nmae: 'b' }, 'nmae is not a field of this body'],
])('%j: %s', (value, fault) => {
  expect(faults(value)).toEqual([fault])
})

it('text that is not JSON is said to be none', () => {
  expect(bodyFaults('{"name": }', schema)[0]?.message).toMatch(/^This is not JSON/)
})
