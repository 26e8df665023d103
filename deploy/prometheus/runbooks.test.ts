import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportedMetrics } from './exported-metrics.ts'
import { alertRules, RUNBOOKS } from './rule-files.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const FOLDER = join(ROOT, 'docs-site/content/docs/operate/runbooks')
const pages = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => [name.replace('.mdx', ''), readFileSync(join(FOLDER, name), 'utf8')]),
)
const each = [...pages]

it('there is a runbook for every alert, and none without one', () => {
  const wanted = new Set(
    alertRules().map(({ annotations }) => annotations.runbook_url?.slice(RUNBOOKS.length + 1)),
  )
  expect([...pages.keys()].sort()).toEqual([...wanted].sort())
  const { pages: listed } = JSON.parse(readFileSync(join(FOLDER, 'meta.json'), 'utf8')) as { pages: string[] }
  expect([...listed].sort()).toEqual([...pages.keys()].sort())
})

it.each(each)('%s says what it means, what to look at, what to do and whom to call', (_, text) => {
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
  expect(headings).toEqual(['Meaning', 'Check', 'Fix', 'Escalate'])
  for (const part of text.split(/^## .+$/m).slice(1)) expect(part.trim().length).toBeGreaterThan(5)
})

it.each(each)('%s names scripts, files, settings and pages that there are', (_, text) => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const settings = readFileSync(join(ROOT, '.env.example'), 'utf8')
  for (const [, script] of text.matchAll(/npm run ([\w:]+)/g))
    expect(scripts).toHaveProperty([script as string])
  for (const [path] of text.matchAll(/\b(?:workers|core|deploy|docs-site|scripts)\/[\w./-]+\w/g)) {
    expect([path, existsSync(join(ROOT, path))]).toEqual([path, true])
  }
  for (const [, name] of text.matchAll(/(?:`|\$)([A-Z]{3,}(?:_[A-Z]+)+)\b/g)) {
    expect([name, settings.includes(`#${name}=`)]).toEqual([name, true])
  }
  for (const [, page] of text.matchAll(/\/docs\/operate\/([\w/-]+)\)/g)) {
    expect([page, existsSync(join(FOLDER, '..', `${page}.mdx`))]).toEqual([page, true])
  }
})

describe('on a database as it is deployed', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  it('every statement that a runbook has somebody ask is one', async () => {
    const statements = each.flatMap(([page, text]) =>
      [...text.matchAll(/psql "\$DATABASE_URL" -c (?:"([^"]+)"|'([^']+)')/g)].map(
        ([, quoted, single]) => [page, quoted ?? single ?? ''] as const,
      ),
    )
    expect(statements.length).toBeGreaterThan(15)
    for (const [page, statement] of statements) {
      const asked = database.sql.begin('read only', (tx) => tx.unsafe(statement))
      await expect(asked, `${page}: ${statement}`).resolves.toBeDefined()
    }
  })
})

it('every metric that a runbook names is exported', async () => {
  const exported = await exportedMetrics()
  const named = each.flatMap(([, text]) => [
    ...text.matchAll(
      /\b(?:queue|webhook|sec|db|claude|rate_limit|ingest|dead|outbox)_[a-z_]+_(?:total|jobs|waiting|fallbacks)\b/g,
    ),
  ])
  expect(named.length).toBeGreaterThan(3)
  for (const [name] of named) expect([name, exported.has(name)]).toEqual([name, true])
})
