import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { exportedMetrics } from '../prometheus/exported-metrics.ts'
import { groupingLabelsOf, selectorsOf } from '../prometheus/promql.ts'
import { alertRules, recordingRules } from '../prometheus/rule-files.ts'
import { dashboards } from './dashboards.ts'

const Text = Type.String({ minLength: 1 })
const Datasource = Type.Object({ type: Type.Literal('prometheus'), uid: Type.Literal('prometheus') })
const GridPos = Type.Object({
  x: Type.Integer({ minimum: 0, maximum: 23 }),
  y: Type.Integer({ minimum: 0 }),
  w: Type.Integer({ minimum: 1, maximum: 24 }),
  h: Type.Integer({ minimum: 1 }),
})
const Target = Type.Object({
  refId: Type.String({ pattern: '^[A-Z]$' }),
  datasource: Datasource,
  expr: Text,
  legendFormat: Type.String(),
})
const Panel = Type.Object({
  id: Type.Integer({ minimum: 1 }),
  type: Type.Enum(['timeseries', 'stat']),
  title: Text,
  description: Text,
  gridPos: GridPos,
  datasource: Datasource,
  fieldConfig: Type.Object({ defaults: Type.Object({ unit: Text }), overrides: Type.Array(Type.Any()) }),
  targets: Type.Array(Target, { minItems: 1 }),
})
const Row = Type.Object({
  id: Type.Integer({ minimum: 1 }),
  type: Type.Literal('row'),
  title: Text,
  gridPos: GridPos,
})
/** The part of Grafana's shape of a dashboard that we use. */
const Dashboard = Type.Object({
  uid: Type.String({ pattern: '^[a-z-]{1,40}$' }),
  title: Text,
  schemaVersion: Type.Integer({ minimum: 36 }),
  panels: Type.Array(Type.Union([Row, Panel]), { minItems: 2 }),
  time: Type.Object({ from: Text, to: Text }),
  annotations: Type.Object({ list: Type.Array(Type.Object({ datasource: Datasource, expr: Text })) }),
})
type Dashboard = Type.Static<typeof Dashboard>

const written = dashboards()
const parsed = [...written].map(([name, text]) => [name, JSON.parse(text) as Dashboard] as const)
const exported = await exportedMetrics()

/** What Grafana puts in the place of its own words. */
const asPrometheusSeesIt = (expr: string) => expr.replaceAll('$__rate_interval', '1m')

describe('dashboards', () => {
  it('the files that are committed are those that the program gives', () => {
    const folder = join(import.meta.dirname, 'dashboards')
    const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
    expect(files).toEqual([...written].sort(([one], [other]) => (one < other ? -1 : 1)))
  })

  it.each(parsed)('%s has the shape that Grafana reads, and no two panels in one place', (_, dashboard) => {
    expect([...Value.Errors(Dashboard, dashboard)]).toEqual([])
    const ids = dashboard.panels.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const taken = new Set<string>()
    for (const { gridPos } of dashboard.panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24)
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken).not.toContain(`${x} ${y}`)
          taken.add(`${x} ${y}`)
        }
      }
    }
  })

  it('have addresses of their own, and Grafana finds their source', () => {
    expect(new Set(parsed.map(([, { uid }]) => uid)).size).toBe(parsed.length)
    const file = join(import.meta.dirname, 'provisioning/datasources/prometheus.yml')
    const { datasources } = parse(readFileSync(file, 'utf8')) as {
      datasources: { uid: string; type: string }[]
    }
    expect(datasources.map(({ uid, type }) => [uid, type])).toEqual([['prometheus', 'prometheus']])
  })
})

const queries = [
  ...parsed.flatMap(([name, { panels, annotations }]) => [
    ...panels.flatMap((panel) =>
      'targets' in panel ? panel.targets.map(({ expr }) => [`${name}: ${panel.title}`, expr] as const) : [],
    ),
    ...annotations.list.map(({ expr }) => [`${name}: annotation`, expr] as const),
  ]),
  ...alertRules().map(({ alert, expr }) => [`alert ${alert}`, expr] as const),
  ...recordingRules().map(({ record, expr }) => [`record ${record}`, expr] as const),
]

describe('every query of a dashboard and of a rule', () => {
  it.each(queries)('%s asks for series that our processes export, by labels they have', (_, written) => {
    const expr = asPrometheusSeesIt(written)
    const selectors = selectorsOf(expr)
    expect(selectors.length + Number(expr.startsWith('vector('))).toBeGreaterThan(0)
    const known = new Set<string>()
    for (const { metric, labels } of selectors) {
      const has = exported.get(metric)
      expect(has, `${metric} is exported by nobody`).toBeDefined()
      for (const label of has ?? []) known.add(label)
      expect(labels.filter((label) => !has?.has(label))).toEqual([])
    }
    expect(groupingLabelsOf(expr).filter((label) => !known.has(label))).toEqual([])
  })

  it('what is no query, or nobody exports, is found', () => {
    expect(() => selectorsOf('sum by (le (rate(x[5m]))')).toThrow('Not a query')
    expect(selectorsOf('rate(a_total{b="c"}[5m]) / on (d) e')).toEqual([
      { metric: 'a_total', labels: ['b'] },
      { metric: 'e', labels: [] },
    ])
    expect(groupingLabelsOf('sum by (x, y) (a) / on (z) b')).toEqual(['x', 'y', 'z'])
    expect(exported.has('a_total')).toBe(false)
  })
})

it('every metric that a process makes up itself is looked at by somebody', () => {
  const asked = new Set(
    queries.flatMap(([, expr]) => selectorsOf(asPrometheusSeesIt(expr)).map(({ metric }) => metric)),
  )
  const base = (name: string) => name.replace(/_(bucket|sum|count)$/, '')
  const lookedAt = new Set([...asked].map(base))
  const ours = [...exported.keys()].map(base).filter((name) => !/^(nodejs|process|node)_/.test(name))
  expect([...new Set(ours)].filter((name) => !lookedAt.has(name) && !UNWATCHED.has(name))).toEqual([])
})

/** For whoever asks by hand. */
const UNWATCHED = new Set([
  'audit_anchor_number',
  'claude_budget_usd',
  'ingest_last_accepted_timestamp_seconds',
])
