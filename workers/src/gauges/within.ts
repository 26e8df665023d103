/** Whoever reads metrics waits no longer than this for a part of them. */
export const PATIENCE_MS = 2_000

/** The answer, or `otherwise` when it fails or takes too long. */
export async function within<T, U>(
  answer: Promise<T>,
  otherwise: U,
  limitMs: number = PATIENCE_MS,
): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limitMs)
  })
  try {
    return await Promise.race([answer.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}
