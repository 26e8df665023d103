/** Told how long a step took, in milliseconds, so that somebody can see where the time goes. */
export type Observe = (step: string, milliseconds: number) => void

export const unobserved: Observe = () => {}

/** Runs a step and tells how long it took, also when it fails. */
export async function timed<T>(observe: Observe, step: string, run: () => T | Promise<T>): Promise<T> {
  const started = performance.now()
  try {
    return await run()
  } finally {
    observe(step, performance.now() - started)
  }
}
