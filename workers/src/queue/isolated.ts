import { inTrace } from '@sec-latent/core/traces/current'
import type { JobDefinition } from '../job.ts'
import type { Services } from '../services.ts'
import { carried } from './carried-error.ts'
import type { IsolatedAnswer, IsolatedJob } from './isolation.ts'

const ALIVE_MS = 1_000

/** The other side of `isolation`: does what it is sent, and ends with the process that sends it, however that ends. */
export function answerAlone(definitions: readonly JobDefinition[], services: Services): void {
  process.on('disconnect', () => process.exit(0))
  // It may have ended while this process was still starting, with nobody listening.
  if (!process.connected) process.exit(0)
  const say = (answer: IsolatedAnswer) => process.send?.(answer, () => {})
  setInterval(() => say({ alive: true }), ALIVE_MS)
  process.on('message', ({ id, job_name, payload, traceparent }: IsolatedJob) => {
    const definition = definitions.find(({ name }) => name === job_name)
    const done = definition
      ? inTrace(traceparent, () => definition.run(payload as never, services))
      : Promise.reject(new Error(`there is no job ${job_name}`))
    done.then(
      () => say({ id, error: null }),
      (error: unknown) => say({ id, error: carried(error) }),
    )
  })
  // Who stops us asks the process that started us, which waits for the job under way.
  process.on('SIGTERM', () => {})
  process.on('SIGINT', () => {})
}
