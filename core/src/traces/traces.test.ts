import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConfig } from '../config.ts'
import { currentTraceId, currentTraceparent, inTrace } from './current.ts'
import { openTracer } from './open.ts'
import { type TraceSettings, traceSettings } from './settings.ts'
import { startCollector } from './testing/collector.ts'
import { formatTraceparent, parseTraceparent } from './traceparent.ts'
import { noTracer, traced } from './tracer.ts'

const GIVEN = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'

let collector: Awaited<ReturnType<typeof startCollector>>
beforeAll(async () => {
  collector = await startCollector()
})
afterAll(() => collector.close())

const settings = (more: Partial<TraceSettings> = {}): TraceSettings => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  OTEL_TRACES_SAMPLER_ARG: 1,
  RELEASE: 'v1',
  LATENT_ENV: 'development',
  ...more,
})

describe('a traceparent', () => {
  test('is read and written the same', () => {
    const read = parseTraceparent(GIVEN)
    expect(read).toEqual({
      trace_id: '0af7651916cd43dd8448eb211c80319c',
      span_id: 'b7ad6b7169203331',
      sampled: true,
    })
    expect(formatTraceparent(read as never)).toBe(GIVEN)
  })

  test.each([
    undefined,
    null,
    '',
    7,
    GIVEN.toUpperCase(),
    `${GIVEN} `,
    GIVEN.replace('00-', 'ff-'),
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-0af7651916cd43dd8448eb211c80319c-${'0'.repeat(16)}-01`,
    [GIVEN],
  ])('%j is none', (text) => expect(parseTraceparent(text)).toBeUndefined())
})

describe('a step', () => {
  test('is what everything begun in it follows from, and nothing beside it', async () => {
    expect(currentTraceparent()).toBeUndefined()
    await inTrace(GIVEN, async () => {
      await new Promise((resolve) => setImmediate(resolve))
      expect(currentTraceId()).toBe('0af7651916cd43dd8448eb211c80319c')
    })
    expect(currentTraceparent()).toBeUndefined()
  })

  test('belongs to the trace of its parent where nothing is traced', async () => {
    const seen = await traced(noTracer, 'a', { kind: 'internal', parent: GIVEN }, async () =>
      currentTraceparent(),
    )
    expect(seen).toBe(GIVEN)
    expect(await openTracer(settings({ OTEL_EXPORTER_OTLP_ENDPOINT: undefined }), 'api')).toBe(noTracer)
  })

  test('reaches a collector with its parents, its release, and no word of what an error said', async () => {
    const tracer = await openTracer(settings(), 'workers')
    await traced(tracer, 'outer', { kind: 'consumer', parent: GIVEN }, () =>
      traced(tracer, 'inner', { kind: 'client', attributes: { url: 'x'.repeat(1_000) } }, async () => {
        throw new TypeError('canary-in-a-message')
      }),
    ).catch(() => {})
    await tracer.close()
    const [inner, outer] = ['inner', 'outer'].map((name) =>
      collector.spans.find((span) => span.name === name),
    )
    expect(outer).toMatchObject({
      service: 'sec-latent-workers',
      trace_id: '0af7651916cd43dd8448eb211c80319c',
      parent_span_id: 'b7ad6b7169203331',
      failed: true,
    })
    expect(inner).toMatchObject({ trace_id: outer?.trace_id, parent_span_id: outer?.span_id })
    expect(inner?.attributes).toMatchObject({ 'error.type': 'TypeError', url: 'x'.repeat(500) })
    expect(collector.bodies.join()).toContain('"v1"')
    expect(collector.bodies.join()).not.toContain('canary')
  })

  test('that is not sent keeps its id, whatever its sender wished', async () => {
    const before = collector.spans.length
    const tracer = await openTracer(settings({ OTEL_TRACES_SAMPLER_ARG: 0 }), 'api')
    const span = tracer.start('a', { kind: 'server', parent: GIVEN })
    expect(span?.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00$/)
    span?.end()
    await tracer.close()
    expect(collector.spans).toHaveLength(before)
  })

  test('costs its process nothing but itself when the collector is away', async () => {
    const tracer = await openTracer(settings({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }), 'api')
    expect(await traced(tracer, 'a', { kind: 'internal' }, async () => 'done')).toBe('done')
    await tracer.close()
  })
})

test('headers for the collector and the share that is sent are settings', () => {
  const schema = Type.Object(traceSettings)
  expect(parseConfig(schema, { OTEL_TRACES_SAMPLER_ARG: '0.1' })).toEqual({ OTEL_TRACES_SAMPLER_ARG: 0.1 })
  expect(() => parseConfig(schema, { OTEL_EXPORTER_OTLP_HEADERS: 'nothing' })).toThrow('HEADERS')
  expect(() => parseConfig(schema, { OTEL_TRACES_SAMPLER_ARG: '2' })).toThrow('SAMPLER')
})
