import { parse } from 'yaml'

interface Job {
  permissions?: Record<string, string> | string
  steps?: { uses?: string; run?: string }[]
}

/** What a workflow of GitHub must not do: trust a tag that can be moved, hold rights it does not need, or run a stranger's code with ours. */
export function workflowProblems(name: string, text: string): string[] {
  const file = parse(text) as { on: unknown; permissions?: unknown; jobs: Record<string, Job> }
  const problems: string[] = []
  if (JSON.stringify(file.on).includes('pull_request_target')) problems.push('runs for pull_request_target')
  const rights = file.permissions
  const reads =
    typeof rights === 'object' && rights !== null && Object.values(rights).every((right) => right === 'read')
  if (!reads && rights !== 'read-all') problems.push('begins with more than the right to read')
  for (const [job, { permissions, steps = [] }] of Object.entries(file.jobs)) {
    if (permissions === 'write-all') problems.push(`${job} may write everything`)
    for (const { uses, run } of steps) {
      if (uses && !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses))
        problems.push(`${job} uses ${uses}, which can be moved`)
      if (run && /\$\{\{\s*github\.(?:event|head_ref)/.test(run))
        problems.push(`${job} puts a stranger's text into a shell`)
      if (run && /\bnpm (?:i|install)\b/.test(run)) problems.push(`${job} installs without the lock file`)
    }
  }
  return problems.map((problem) => `${name}: ${problem}`)
}
