/** The work cannot succeed by being repeated: the reason is recorded and the job ends. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure'
  readonly reason: string
  constructor(reason: string, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options)
    this.reason = reason
  }
}

/** The work must wait for a moment that is known; the wait is not an attempt. */
export class WaitUntil extends Error {
  override name = 'WaitUntil'
  readonly moment: number
  constructor(moment: number, detail: string) {
    super(detail)
    this.moment = moment
  }
}
