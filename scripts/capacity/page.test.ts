import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { capacityOf } from './capacity.ts'
import { totalOf } from './database-sizes.ts'
import { LIMITS } from './engines.ts'
import { EDGAR, FOUNDING, SERVICES } from './founding.ts'
import { capacityPage } from './page.ts'
import { readInputs } from './read-inputs.ts'

const ROOT = join(import.meta.dirname, '../..')
const content = (path: string) => readFileSync(join(ROOT, 'docs-site/content', path), 'utf8')
const words = (text: string) => text.replace(/\s+/g, ' ')

test('the page says what the model computes from the kept measurement', () => {
  expect(content('docs/operate/capacity.mdx')).toBe(capacityPage(readInputs()))
})

test('every number of the kept measurement is one that can be', () => {
  const { measured } = readInputs().inputs
  expect(measured.filings).toBeGreaterThan(100)
  expect(Object.keys(measured.families)).toContain('ownership')
  for (const [family, one] of Object.entries(measured.families)) {
    expect(one.submission_bytes, family).toBeGreaterThan(0)
    expect(one.object_gzip_bytes, family).toBeLessThan(one.object_bytes)
    expect(one.tables.filings, family).toBeGreaterThan(100)
    expect(one.tables.processing, family).toBeGreaterThan(1_000)
  }
})

test('what is assumed has its reason, what was measured elsewhere its command, what things cost its source and day', () => {
  const { assumptions, constants, prices } = readInputs()
  for (const [name, { why }] of Object.entries(assumptions)) expect(why.length, name).toBeGreaterThan(10)
  const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts
  for (const { command, measured_on } of Object.values(constants)) {
    expect(scripts).toHaveProperty([/^npm run (\S+)/.exec(command)?.[1] ?? ''])
    expect(measured_on).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
  for (const { source, read_on } of prices.sources) {
    expect(source).toMatch(/railwayapp\/docs/)
    expect(read_on).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})

test('prices by the minute are those that Railway states by the month', () => {
  const { prices } = readInputs()
  const month = (price: number) => price * prices.minutes_of_a_month
  expect(month(prices.vcpu_minute)).toBeCloseTo(20, 1)
  expect(month(prices.memory_gb_minute)).toBeCloseTo(10, 1)
  expect(month(prices.volume_gb_minute)).toBeCloseTo(0.15, 3)
})

test('limits and sizes are those of decision 0020', () => {
  const decision = words(content('decisions/0020-beyond-one-postgres.md'))
  expect(decision).toContain('some 20 million filings of 800,000 filers, 18,000 of them with XBRL')
  expect(EDGAR).toMatchObject({ filings: 20_000_000, filers: 800_000, companiesWithXbrl: 18_000 })
  expect(decision).toContain('some 100,000 texts')
  expect(LIMITS.OpenSearch.limit).toBe(100_000)
  expect(decision).toContain('a thousand million facts')
  expect(LIMITS.ClickHouse.limit).toBe(1_000_000_000)
  expect(decision).toContain('200 million filings')
  expect(LIMITS.Citus.limit).toBe(200_000_000)
})

test('bytes that decision 0020 states are those that were measured, within a quarter', () => {
  const decision = words(content('decisions/0020-beyond-one-postgres.md'))
  const { inputs } = readInputs()
  const { filing } = capacityOf(inputs)
  const stated = (pattern: RegExp) => Number(pattern.exec(decision)?.[1]?.replaceAll(',', ''))
  const near = (value: number, measured: number) => {
    expect(value).toBeGreaterThan(measured * 0.75)
    expect(value).toBeLessThan(measured * 1.25)
  }
  const facts = inputs.measured.tables.facts
  if (!facts) throw new Error('no facts were measured')
  near(stated(/facts, about ([\d,]+) bytes each/), totalOf(facts) / facts.rows)
  near(
    stated(/the rows of real filings take ([\d,]+) GB/),
    ((filing.tables.filings ?? 0) * EDGAR.filings) / 1e9,
  )
  near(stated(/all of EDGAR takes ([\d.]+) TB/), (filing.postgres_bytes * EDGAR.filings) / 1e12)
})

test('the sizes of services are those that the deployment gives them', () => {
  const railway = readFileSync(join(ROOT, '.railway/railway.ts'), 'utf8')
  const cap = ({ vcpu, memoryGb }: { vcpu: number; memoryGb: number }) => `cap(${vcpu}, ${memoryGb * 1024})`
  for (const name of ['portal', 'api', 'workers', 'scheduler', 'postgres', 'redis'] as const)
    expect(railway, name).toContain(cap(SERVICES[name]))
  expect(FOUNDING.target.apiReplicas).toBe(SERVICES.api.most)
})

test('what is asked of six replicas is within what they may use', () => {
  for (const { load, replicas } of capacityOf(readInputs().inputs).loads) {
    expect(replicas.api, load.name).toBeLessThanOrEqual(SERVICES.api.most)
    expect(replicas.workers, load.name).toBeLessThanOrEqual(SERVICES.workers.most)
  }
})
