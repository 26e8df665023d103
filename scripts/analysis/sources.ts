import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export const ROOT = join(import.meta.dirname, '../..')

/** What runs for customers. Tests, benchmarks and generated files are not what is attacked. */
const PRODUCT = /^(?:api|core|workers|sdk|docs-site)\/.*\.(?:ts|tsx|mjs)$/
const NOT_PRODUCT =
  /\.test\.tsx?$|\/testing\/|\/fuzz\/|\/bench[^/]*[/.]|-bench|bench-|fuzz-main|\/accuracy\/|\/evaluation\/|\/properties[/-]|\/edgar-mirror\/|\/generated\/|\.d\.ts$|^docs-site\/(?:e2e|browser|mailbox|running-|budgets-main|[^/]*\.test)|^sdk\/(?:[^/]+\/)*(?:scripts|test|testing)\//

export interface Source {
  path: string
  text: string
  tree: ts.SourceFile
}

/** Every file of the repository that is not ignored, from its root. */
export function filesOfTree(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)))
}

/** The source files of the product, parsed. */
export function productSources(): Source[] {
  return filesOfTree()
    .filter((path) => PRODUCT.test(path) && !NOT_PRODUCT.test(path))
    .map((path) => sourceOf(path, readFileSync(join(ROOT, path), 'utf8')))
}

export function sourceOf(path: string, text: string): Source {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind) }
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

export function lineOf(source: Source, node: ts.Node): number {
  return source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1
}
