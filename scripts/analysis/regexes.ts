import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { lineOf, type Source, visit } from './sources.ts'

export interface Regex {
  source: string
  flags: string
  /** Where it stands: `path:line`, the first place when there are several. */
  at: string
  path: string
}

/**
 * `linear` is proved; `searched` says that a search for a text that takes long found none, where no proof is possible (expressions with
 * back-references, or too large). `polynomial <degree>`, `exponential`, or `unknown` when it could not be decided in time.
 */
export type Verdict = string

export const VERDICTS_FILE = join(import.meta.dirname, 'regexes.json')

/** Every regular expression of the sources: literals, texts given to RegExp, and patterns of schemas. */
export function regexesOf(sources: Source[]): Regex[] {
  const found = new Map<string, Regex>()
  for (const source of sources) {
    visit(source.tree, (node) => {
      const regex = regexOf(node)
      if (!regex) return
      const key = keyOf(regex)
      if (!found.has(key)) {
        found.set(key, { ...regex, at: `${source.path}:${lineOf(source, node)}`, path: source.path })
      }
    })
  }
  return [...found.values()]
}

function regexOf(node: ts.Node): { source: string; flags: string } | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/')
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) }
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') {
    const [source, flags] = node.arguments ?? []
    if (!source || !ts.isStringLiteralLike(source)) return undefined
    return { source: source.text, flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '' }
  }
  // Ajv compiles the patterns of schemas with the flag u.
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'pattern') {
    return ts.isStringLiteralLike(node.initializer)
      ? { source: node.initializer.text, flags: 'u' }
      : undefined
  }
  return undefined
}

export function keyOf({ source, flags }: { source: string; flags: string }): string {
  return `/${source}/${flags}`
}

/** What earlier runs found; an expression keeps its verdict as long as it is written the same. */
export function readVerdicts(): Record<string, Verdict> {
  return JSON.parse(readFileSync(VERDICTS_FILE, 'utf8')) as Record<string, Verdict>
}

/** Proves an expression linear, or finds how its time grows with the text. */
export async function verdictOf(regex: { source: string; flags: string }, timeout: number): Promise<Verdict> {
  process.env.RECHECK_BACKEND ??= 'pure'
  const { checkSync } = await import('recheck')
  // The older notation is what recheck reads; neither letter changes the time.
  const flags = regex.flags.replace('v', 'u').replace('d', '')
  const found = checkSync(regex.source, flags, { timeout })
  if (found.status === 'unknown') return 'unknown'
  if (found.status === 'safe') return found.checker === 'automaton' ? 'linear' : 'searched'
  const { complexity } = found
  return complexity.type === 'polynomial' ? `polynomial ${complexity.degree}` : complexity.type
}

/** The verdicts that are kept, and those of expressions that nobody looked at yet. */
export async function verdictsOf(regexes: Regex[], timeout: number): Promise<Record<string, Verdict>> {
  const verdicts = readVerdicts()
  for (const regex of regexes) verdicts[keyOf(regex)] ??= await verdictOf(regex, timeout)
  return verdicts
}
