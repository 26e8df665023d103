/**
 * Asks again until it holds, and answers that. Whoever asks later than `ms` after the change must see it, however busy the
 * machine is: what counts is when the question was asked, not when it was answered.
 */
export async function within<T>(
  ms: number,
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
): Promise<T> {
  const changed = Date.now()
  for (;;) {
    const asked = Date.now()
    const answer = await ask()
    if (holds(answer)) return answer
    if (asked - changed > ms) throw new Error(`does not hold ${asked - changed} ms after the change`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
