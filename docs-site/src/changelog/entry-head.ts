/** What stands at the top of an entry's file. */
export interface EntryHead {
  title: string
  /** `YYYY-MM-DD`. */
  date: string
  part: 'API' | 'SDK' | 'Portal'
  /** Operations that changed, by operationId. */
  operations: string[]
  /** True when those operations will go away. */
  deprecates: boolean
}

type Result = { value: EntryHead } | { issues: { message: string }[] }

const PARTS = ['API', 'SDK', 'Portal']

function validate(given: unknown): Result {
  const { title, date, part, operations = [], deprecates = false } = given as Record<string, unknown>
  // YAML reads a bare date as one.
  const day = date instanceof Date ? date.toISOString().slice(0, 10) : date
  const issues = [
    typeof title === 'string' ? '' : 'title must be text',
    typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? '' : 'date must be YYYY-MM-DD',
    PARTS.includes(part as string) ? '' : `part must be one of ${PARTS.join(', ')}`,
    Array.isArray(operations) ? '' : 'operations must be a list',
    typeof deprecates === 'boolean' ? '' : 'deprecates must be true or false',
  ].filter((message) => message !== '')
  if (issues.length > 0) return { issues: issues.map((message) => ({ message })) }
  return { value: { title, date: day, part, operations, deprecates } as EntryHead }
}

/** Checks it, in the form that content tools understand (standardschema.dev). */
export const entryHead = {
  '~standard': {
    version: 1 as const,
    vendor: 'portal',
    validate,
    types: undefined as { input: EntryHead; output: EntryHead } | undefined,
  },
}
