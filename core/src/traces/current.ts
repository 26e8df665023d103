import { AsyncLocalStorage } from 'node:async_hooks'
import { parseTraceparent } from './traceparent.ts'

/**
 * The step under way. Node follows asynchronous work only once this was used: a process that traces nothing and is sent
 * nothing that is traced pays nothing.
 */
const current = new AsyncLocalStorage<string>()

/** Runs something as a part of a trace; whatever it announces, queues or sends on names this step as its origin. */
export function inTrace<T>(traceparent: string | null | undefined, run: () => T): T {
  return traceparent ? current.run(traceparent, run) : run()
}

/** The step that is under way, as a `traceparent`; undefined outside of all traces. */
export function currentTraceparent(): string | undefined {
  return current.getStore()
}

export function currentTraceId(): string | undefined {
  return parseTraceparent(current.getStore())?.trace_id
}
