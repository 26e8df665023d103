import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiReport, difference, ENTRY_POINTS, packageFiles, type Report } from './api-report.ts'

let folder: string
let report: Report
/** A package of the same shape as ours: a shared chunk, and entry points that export parts of it under other names. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-report-'))
  await mkdir(join(folder, 'dist'))
  const write = (name: string, text: string) => writeFile(join(folder, 'dist', name), text)
  await write(
    'shared-Dk3_x9aB.d.cts',
    `interface Hidden { deep: string }
interface components { schemas: { Filing: { a: string } } }
/** Words. */
declare class A { #secret; /** Words. */ run(x: Hidden): components }
/** @deprecated Use A. */
declare const old: A
export { A as B, old as o, type Hidden as h }`,
  )
  for (const entry of ENTRY_POINTS) await write(`${entry}.d.cts`, `export declare const only_${entry}: 1`)
  await write('core.d.cts', `export { B as Runner } from './shared-Dk3_x9aB.cjs'`)
  await write('index.d.cts', `export { B as Runner, o as old } from './shared-Dk3_x9aB.cjs'`)
  report = apiReport(folder)
})
afterAll(() => rm(folder, { recursive: true }))

describe('the report', () => {
  test('has a declaration once, under the name it is exported by, without its comments', () => {
    expect(report['core.api.md']).toContain(
      '/** Exported as Runner. */\nclass A {\n  #secret;\n  run(x: Hidden): components;\n}',
    )
    expect(report['core.api.md']).not.toContain('Words')
    expect(report['index.api.md']).not.toContain('class A')
    expect(report['index.api.md']).toContain('- Runner (core)')
  })

  test('marks what is deprecated', () => {
    expect(report['index.api.md']).toContain('/** @deprecated */\nconst old: A;')
  })

  test('has what is not exported but part of a type, and not what the contract says', () => {
    const [, hidden = ''] = report['core.api.md']?.split('## Not exported') ?? []
    expect(hidden).toContain('interface Hidden {\n  deep: string;\n}')
    expect(hidden).not.toContain('interface components')
  })

  test('names files without what a build makes of their contents', async () => {
    expect(await packageFiles(folder)).toContain('dist/core.d.cts\n')
    expect(await packageFiles(folder)).toContain('dist/shared-*.d.cts\n')
  })

  test('is compared line by line', () => {
    expect(difference('a\nb\n', 'a\nb\n', 'x')).toBe('')
    expect(difference('a\nb\n', 'a\nc\n', 'x')).toBe('x\n- b\n+ c\n')
    expect(difference('a\nb\n', 'b\na\n', 'x')).toBe('x\n  lines in another order\n')
    expect(difference('', 'a', 'x')).toContain('+ a')
  })
})
