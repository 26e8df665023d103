import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { ConfigError, dataSettings, parseConfig } from './config.ts'

const schema = Type.Object({
  DATABASE_URL: dataSettings.DATABASE_URL,
  PORT: Type.Integer({ minimum: 1, maximum: 65535, default: 8000, description: 'The port.' }),
  NOTE: Type.Optional(Type.String()),
})

test('text becomes the type of its setting and defaults fill what is unset or empty', () => {
  const env = { DATABASE_URL: 'postgres://host/db', PORT: '', NOTE: undefined }
  expect(parseConfig(schema, env)).toEqual({ DATABASE_URL: 'postgres://host/db', PORT: 8000 })
  expect(parseConfig(schema, { ...env, PORT: '9001' }).PORT).toBe(9001)
})

test('every bad variable is named at once, and no value is repeated in the message', () => {
  const attempt = () => parseConfig(schema, { DATABASE_URL: 'mysql://user:secret@host/db', PORT: '70000' })
  expect(attempt).toThrow(ConfigError)
  expect(attempt).toThrow(/DATABASE_URL is not valid[\s\S]*PORT is not valid/)
  expect(attempt).not.toThrow(/secret/)
  expect(() => parseConfig(schema, {})).toThrow(/DATABASE_URL is required/)
})
