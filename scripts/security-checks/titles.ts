import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { ROOT, sourceOf, visit } from '../analysis/sources.ts'

const known = new Map<string, string[] | undefined>()

/** The titles that tests of a file have, as they are written; undefined when there is no such file of tests. */
export function titlesOf(path: string, root = ROOT): string[] | undefined {
  const file = join(root, path)
  if (!known.has(file)) {
    const isTest = /\.test\.tsx?$/.test(path) && existsSync(file)
    known.set(file, isTest ? titlesIn(readFileSync(file, 'utf8')) : undefined)
  }
  return known.get(file)
}

/** A title is the first text given to `it`, `test`, or what `.each`, `.skipIf` and the like make of them. */
export function titlesIn(text: string): string[] {
  const titles: string[] = []
  visit(sourceOf('x.test.ts', text).tree, (node) => {
    if (!ts.isCallExpression(node) || !/^(?:it|test)\b/.test(callee(node))) return
    const [first] = node.arguments
    if (!first) return
    if (ts.isStringLiteralLike(first)) titles.push(first.text)
    else if (ts.isTemplateExpression(first)) titles.push(first.getText().slice(1, -1))
  })
  return titles
}

/** `test` of `test.each([…])('…')`. */
function callee(node: ts.CallExpression): string {
  let called: ts.Expression = node.expression
  while (ts.isCallExpression(called) || ts.isPropertyAccessExpression(called)) called = called.expression
  return ts.isIdentifier(called) ? called.text : ''
}

/** What is wrong with `path > words of the title`, if anything. */
export function problemOfTest(test: string, root = ROOT): string | undefined {
  const [path = '', words] = test.split(' > ')
  const titles = titlesOf(path, root)
  if (!titles) return `there are no tests in ${path}`
  if (!words) return `${path} is named without a title`
  return titles.some((title) => title.includes(words)) ? undefined : `${path} has no test "${words}"`
}
