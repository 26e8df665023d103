import problemsJson from '../../openapi/problems.json'

/** A problem the API can answer with. Its `type` URL is the page of its code. */
export interface Problem {
  code: string
  title: string
  status: number
  description: string
  fix: string
  /** True when the same request can succeed later without being changed. */
  retryable?: boolean
}

export const problems = problemsJson as Problem[]

/** Status codes in ascending order, each with its problems. */
export function problemsByStatus(): [number, Problem[]][] {
  const groups = new Map<number, Problem[]>()
  for (const problem of problems) groups.set(problem.status, [...(groups.get(problem.status) ?? []), problem])
  return [...groups].sort(([a], [b]) => a - b)
}
