import type { SecurityCheck } from './security-check.ts'
import { problemOfTest } from './titles.ts'

export const CHECKS = 100

/** A number without a check or with two, a test that is not there, and a check that has neither a test nor a reason. */
export function problemsOf(
  checks: SecurityCheck[],
  scripts: Record<string, string>,
  root?: string,
): string[] {
  const problems: string[] = []
  for (let id = 1; id <= CHECKS; id++) {
    const count = checks.filter((check) => check.id === id).length
    if (count !== 1) problems.push(`${id} is there ${count} times`)
  }
  for (const { id, tests, commands = [], reason } of checks) {
    if (id < 1 || id > CHECKS) problems.push(`${id} is no check`)
    if (tests.length === 0 && (reason ?? '').length < 20)
      problems.push(`${id} has neither a test nor a reason`)
    for (const test of tests) {
      const problem = problemOfTest(test, root)
      if (problem) problems.push(`${id}: ${problem}`)
    }
    for (const command of commands) {
      const script = /^npm run (\S+)/.exec(command)?.[1]
      if (!script || !(script in scripts)) problems.push(`${id}: "${command}" is no script of package.json`)
    }
  }
  return problems
}
