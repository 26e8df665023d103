/** What the program ends with; documented in its help. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  credentials: 3,
  limits: 4,
  unreachable: 5,
  notVerified: 6,
  interrupted: 130,
} as const

/** A command line that makes no sense. Says what is wrong, and what was probably meant. */
export class UsageError extends Error {
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** Ends the program with a code; everything there is to say has been said. */
export class Exit extends Error {
  readonly code: number

  constructor(code: number) {
    super(`exit ${code}`)
    this.code = code
  }
}
