/** One check of the security plan: by what it is shown here, or why it is not. */
export interface SecurityCheck {
  id: number
  /** What must hold. */
  what: string
  /** Tests that fail when it does not: `path/to/file.test.ts > words of the title`. */
  tests: string[]
  /** Commands that show it with more effort than `npm test` may take. */
  commands?: string[]
  /** What the tests leave open, or why there is none. Required without tests. */
  reason?: string
}

export type State = 'tested' | 'in part' | 'reason only'

export function stateOf({ tests, reason }: SecurityCheck): State {
  if (tests.length === 0) return 'reason only'
  return reason === undefined ? 'tested' : 'in part'
}
