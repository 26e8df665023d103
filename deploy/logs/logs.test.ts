import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AUDIT_RETENTION_DAYS } from '@sec-latent/core/audit/retention'
import { LogLine } from '@sec-latent/core/logs/line'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

interface Component {
  type: string
  inputs?: string[]
  reroute_dropped?: boolean
  source?: string
  buffer?: { type: string; max_size: number; when_full: string }
  request?: { timeout_secs: number }
}
const vector = parse(read('vector.yaml')) as Record<
  'sources' | 'transforms' | 'sinks',
  Record<string, Component>
>

describe('the way of lines', () => {
  const { sources, transforms, sinks } = vector
  const outputs = [
    ...Object.keys(sources),
    ...Object.entries(transforms).flatMap(([name, one]) =>
      one.reroute_dropped ? [name, `${name}.dropped`] : [name],
    ),
  ]

  test('is whole: every input is an output of something, and every output is an input', () => {
    const inputs = [...Object.values(transforms), ...Object.values(sinks)].flatMap((one) => one.inputs ?? [])
    expect(inputs.filter((name) => !outputs.includes(name))).toEqual([])
    expect(outputs.filter((name) => !inputs.includes(name))).toEqual([])
  })

  test('waits for a bounded time and in a bounded room for whoever takes them', () => {
    for (const { buffer, request } of Object.values(sinks)) {
      expect(buffer).toMatchObject({ type: 'disk', when_full: 'drop_newest' })
      expect(buffer?.max_size).toBeLessThanOrEqual(2 ** 30)
      expect(request?.timeout_secs).toBeLessThanOrEqual(60)
    }
  })

  test('gives what is no line of ours every field that ours have', () => {
    const { source } = transforms.others as Component
    const fields = Object.keys(LogLine.properties).filter((name) => name !== 'timestamp')
    expect(fields.filter((name) => !source?.includes(`"${name}":`))).toEqual([])
  })

  test('holds no secret: addresses and passwords come from the environment', () => {
    expect(read('vector.yaml')).not.toMatch(/(?:password|user): "?(?!\$\{|"?\$\{)[^"$\s]/)
  })
})

describe('where lines are kept', () => {
  const policy = JSON.parse(read('ilm-policy.json')).policy
  const { template } = JSON.parse(read('index-template.json'))

  test('they go after 90 days, a day at a time', () => {
    expect(policy.phases.delete).toEqual({ min_age: '90d', actions: { delete: {} } })
    expect(policy.phases.hot.actions.rollover.max_age).toBe('1d')
    expect(template.settings['index.lifecycle.name']).toBe('sec-latent-90-days')
  })

  test('every field of the schema has a type, and nothing else makes fields', () => {
    const wanted = Object.keys(LogLine.properties).map((name) => (name === 'timestamp' ? '@timestamp' : name))
    expect(Object.keys(template.mappings.properties).sort()).toEqual(wanted.sort())
    expect(template.mappings.dynamic).toBe(false)
    expect(template.mappings.properties.metadata.type).toBe('flattened')
  })

  test('the audit log is not among them: it is in Postgres, for 2,557 days', () => {
    expect(AUDIT_RETENTION_DAYS).toBe(2_557)
  })
})
