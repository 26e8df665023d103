import { PermanentFailure, WaitUntil } from '../job-errors.ts'

/** An error on its way from one process to another. */
export interface CarriedError {
  name: string
  message: string
  stack: string | null
  reason: string | null
  moment: number | null
}

export function carried(error: unknown): CarriedError {
  const { name, message, stack, reason, moment } = error as Error & { reason?: unknown; moment?: unknown }
  return {
    name: String(name),
    message: String(message),
    stack: stack ?? null,
    reason: typeof reason === 'string' ? reason : null,
    moment: typeof moment === 'number' ? moment : null,
  }
}

/** The same error for those who look at its class, its reason, or its stack. */
export function carriedBack({ name, message, stack, reason, moment }: CarriedError): Error {
  const error = (() => {
    if (name === 'WaitUntil' && moment !== null) return new WaitUntil(moment, message)
    if (name === 'PermanentFailure' && reason !== null) return new PermanentFailure(reason, message)
    return Object.assign(new Error(message), reason === null ? {} : { reason })
  })()
  // The message of a permanent failure has its reason in front already.
  error.message = message
  if (stack !== null) error.stack = stack
  return error
}
