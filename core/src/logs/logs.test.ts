import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { generateKey } from '../accounts/key-format.ts'
import { createLogger } from '../log.ts'
import { faultsOf, LogLine } from './line.ts'
import { maskSecrets } from './mask.ts'
import { eventSampler } from './sampling.ts'

function logged(run: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = []
  run(createLogger('api', 'debug', (line) => lines.push(line)))
  return lines
}

describe('a line', () => {
  test('keeps the schema, whatever is said in it', () => {
    const lines = logged((logger) => {
      logger.info({ action: 'start' })
      logger.debug({ action: 'a', metadata: { text: '\u0000"\n\u2028\ud800', list: [1, { a: null }] } })
      logger.warn({ action: 'a', status: 'degraded', duration_ms: 0.5, trace_id: 'req_1', user_id: 'org_1' })
      logger.error({ action: 'a', error: new Error('not written'), message: 'a\nb' })
      logger.infoLine(
        '"trace_id":"req_1","user_id":null,"action":"a","status":"ok","duration_ms":1,"metadata":{},"message":"a"',
      )
    })
    expect(lines).toHaveLength(5)
    expect(lines.flatMap(faultsOf)).toEqual([])
    expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true)
    expect(lines.join()).not.toContain('not written')
  })

  test.each([
    ['no JSON', 'Error: something'],
    ['another field', '{"timestamp":"2026-11-01T00:00:00.000Z","extra":1}'],
    ['an empty line', ''],
  ])('%s is a fault', (_what, line) => expect(faultsOf(line)).not.toEqual([]))

  test('has the schema that those who collect lines are given', async () => {
    const published = JSON.parse(
      await readFile(new URL('../../../deploy/logs/log-line.schema.json', import.meta.url), 'utf8'),
    )
    const { $id: _, ...schema } = JSON.parse(JSON.stringify(LogLine))
    expect(published).toEqual({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema })
    const check = new Ajv2020({ strict: false }).compile(published)
    const [line] = logged((logger) => logger.info({ action: 'a' }))
    expect(check(JSON.parse(line as string))).toBe(true)
    expect(check({ level: 'INFO' })).toBe(false)
  })
})

describe('what must not stand in a line', () => {
  const key = generateKey('live')
  test.each([
    ['a key', key, 'slp_live_[redacted]'],
    ['the beginning of a key', key.slice(0, 30), 'slp_live_[redacted]'],
    ['the secret of an endpoint', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_[redacted]'],
    ['a key of another service', 'sk-ant-api03-AbCdEfGhIjKlMnOp', '[redacted]'],
    ['an access token', 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJvcmcifQ.c2lnbmF0dXJl', '[redacted]'],
    ['a credential', 'Bearer opaque-token-123456', '[redacted]'],
    ['a password in an address', 'postgres://latent:hunter2@db/latent', 'postgres://[redacted]@db/latent'],
    ['an e-mail address', 'ann.smith+1@mail.example.co.uk', '[e-mail]'],
  ])('%s is left out', (_what, secret, shown) => {
    expect(maskSecrets(`a ${secret} b`)).toBe(`a ${shown} b`)
    const [line] = logged((logger) =>
      logger.warn({ action: 'a', message: secret, metadata: { in: [secret] } }),
    )
    expect(line).not.toContain(secret)
    expect(JSON.parse(line as string).metadata.in).toEqual([shown])
  })

  test.each([
    'node_modules/bullmq@6.7.0/dist/esm/classes/worker.js:12:3',
    'sig_06fpr5v8k0ah3q7yd2m4xw9ezc@2',
    'https://www.sec.gov/Archives/edgar/data/1/0000000001-24-000001.txt',
    'fetch-filing.0009990001-24-000001',
  ])('%s stays', (text) => expect(maskSecrets(text)).toBe(text))
})

describe('lines of requests that went well', () => {
  /** Sends so many a second and returns what was written of each second. */
  function written(rates: number[]): { lines: number; standFor: number }[] {
    let now = 1_000_000
    const sample = eventSampler(200, () => now)
    return rates.map((rate, second) => {
      let lines = 0
      let standFor = 0
      for (let n = 0; n < rate; n++) {
        now = (1_000 + second) * 1_000 + Math.floor((n / rate) * 1_000)
        const one = sample()
        if (one > 0) lines += 1
        standFor += one
      }
      return { lines, standFor }
    })
  }

  test('are all written up to 200 a second', () => {
    expect(written([1, 200, 150])).toEqual([
      { lines: 1, standFor: 1 },
      { lines: 200, standFor: 200 },
      { lines: 150, standFor: 150 },
    ])
  })

  test.each([[[300, 300, 300]], [[10_000, 10_000, 10_000]], [[5, 20_000, 5, 20_000, 1]], [[100_000, 1]]])(
    'are fewer than 500 in any second of %j, and stand for all',
    (rates) => {
      const seconds = written(rates)
      for (const { lines } of seconds) expect(lines).toBeLessThan(500)
      const told = seconds.reduce((sum, { standFor }) => sum + standFor, 0)
      const sent = rates.reduce((sum, rate) => sum + rate, 0)
      expect(told).toBeLessThanOrEqual(sent)
      expect(told).toBeGreaterThan(sent * 0.98)
    },
  )
})
