import type { Exception } from './exceptions.ts'
import { keyOf, type Regex, type Verdict } from './regexes.ts'
import type { Finding } from './rules.ts'

/** Findings nobody excused, and exceptions that excuse nothing any more. */
export function unexcused(findings: Finding[], exceptions: Exception[]): string[] {
  const problems: string[] = []
  const left = new Set(findings)
  for (const { rule, path, times, why } of exceptions) {
    const inside = (finding: Finding) =>
      path.endsWith('/') ? finding.path.startsWith(path) : finding.path === path
    const found = [...left].filter((finding) => finding.rule === rule && inside(finding))
    // A folder that is the one place for something may do it as often as it likes, but must still do it.
    const least = times === 'always' ? 1 : times
    if (found.length < least)
      problems.push(
        `exceptions.ts excuses ${rule} in ${path} ${times} times; it is there ${found.length} times`,
      )
    if (why.length < 10) problems.push(`exceptions.ts does not say why ${rule} is right in ${path}`)
    for (const finding of found.slice(0, times === 'always' ? found.length : times)) left.delete(finding)
  }
  for (const { rule, path, line, what } of left) problems.push(`${path}:${line} ${rule}: ${what}`)
  return problems
}

/** Why no text can be long enough in these files for an expression whose time grows as a power of its length. */
export interface BoundedTexts {
  paths: RegExp
  why: string
}

/** Expressions that may take long where nothing bounds the text; one whose time doubles with every character may be nowhere. */
export function dangerousRegexes(
  regexes: Regex[],
  verdicts: Record<string, Verdict>,
  bounded: BoundedTexts[],
): string[] {
  return regexes.flatMap((regex) => {
    const verdict = verdicts[keyOf(regex)]
    if (verdict === undefined) return [`${regex.at} ${keyOf(regex)} was not looked at`]
    if (verdict === 'linear' || verdict === 'searched') return []
    const excused = verdict !== 'exponential' && bounded.some(({ paths }) => paths.test(regex.path))
    return excused ? [] : [`${regex.at} ${keyOf(regex)} is ${verdict}`]
  })
}
