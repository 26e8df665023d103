/** The work cannot succeed by being repeated: the reason is recorded and the job ends. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure'
  readonly reason: string
  constructor(reason: string, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options)
    this.reason = reason
  }
}
