import { expect, it } from 'vitest'
import { exampleBody } from './example-body.ts'

const schema = {
  type: 'object',
  required: ['text_sha256', 'start', 'unit'],
  properties: {
    text_sha256: { type: 'string', examples: ['ab'] },
    start: { type: 'integer', minimum: 3 },
    unit: { type: 'string', enum: ['code_point', 'byte'] },
    note: { type: 'string' },
  },
}

it('a body starts with what is required, and with a known good one where the contract has it', () => {
  const content = { 'application/json': { schema } }
  expect(exampleBody(content, undefined)).toEqual({ text_sha256: 'ab', start: 3, unit: 'code_point' })
  expect(exampleBody(content, { start: 1 })).toEqual({ start: 1 })
  expect(exampleBody(undefined, { start: 1 })).toBeUndefined()
})
