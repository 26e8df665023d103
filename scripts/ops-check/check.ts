import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FOUNDING_ITEMS } from './founding-items.ts'
import type { Row } from './row.ts'

export interface Finding {
  item: string
  problem: string
}

/** What is wrong with the rows: an item without a row or with two, an artefact or a test that is not there. */
export function findProblems(rows: Row[], root: string, scripts: Record<string, string>): Finding[] {
  return [...missingItems(rows), ...rows.flatMap((row) => problemsOf(row, root, scripts))]
}

function missingItems(rows: Row[]): Finding[] {
  return Object.keys(FOUNDING_ITEMS).flatMap((item) => {
    const count = rows.filter((row) => row.item === item).length
    if (count === 1) return []
    return [{ item, problem: count === 0 ? 'has no row' : `has ${count} rows` }]
  })
}

function problemsOf(row: Row, root: string, scripts: Record<string, string>): Finding[] {
  const problems: string[] = []
  if (row.artefacts.length === 0) problems.push('names no artefact')
  for (const artefact of row.artefacts) {
    if (!existsSync(join(root, artefact))) problems.push(`artefact ${artefact} does not exist`)
  }
  if (row.state !== 'paper' && row.tests.length === 0) problems.push(`is ${row.state} but names no test`)
  if (row.state !== 'tested' && !row.note) problems.push(`is ${row.state} and does not say why`)
  for (const test of row.tests) {
    const problem = problemOfTest(test, root)
    if (problem) problems.push(problem)
  }
  for (const command of row.commands ?? []) {
    const script = /^npm run (\S+)/.exec(command)?.[1]
    if (!script || !(script in scripts)) problems.push(`command "${command}" is no script of package.json`)
  }
  return problems.map((problem) => ({ item: row.item, problem }))
}

function problemOfTest(test: string, root: string): string | undefined {
  const [path = '', title] = test.split(' > ')
  const file = join(root, path)
  if (!/\.test\.tsx?$/.test(path) || !existsSync(file)) return `test ${path} does not exist`
  if (!title) return `test ${path} names no title`
  // Titles may hold escaped quotes or be put together, so the words are looked for as they stand in the file.
  return readFileSync(file, 'utf8').includes(title) ? undefined : `test ${path} has no title with "${title}"`
}
