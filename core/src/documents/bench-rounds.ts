/** One of those that are measured against each other. */
export interface Contestant<Input> {
  name: string
  run(input: Input): unknown
}

/** Milliseconds a contestant took for all inputs, the median of the rounds. */
export type Medians = Record<string, number>

/**
 * Measures contestants in turn, input by input, so that whatever else the machine does meets all of them alike. The rounds
 * of warming up do not count.
 */
export function measureInTurn<Input>(
  contestants: readonly Contestant<Input>[],
  inputs: readonly Input[],
  rounds: number,
  warmUp: number,
): Medians {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < warmUp + rounds; round++) {
    const sums = new Map(contestants.map(({ name }) => [name, 0]))
    for (const input of inputs) {
      for (const { name, run } of contestants) {
        const start = performance.now()
        run(input)
        sums.set(name, (sums.get(name) ?? 0) + performance.now() - start)
      }
    }
    if (round >= warmUp) for (const [name, sum] of sums) times.get(name)?.push(sum)
  }
  return Object.fromEntries([...times].map(([name, each]) => [name, median(each)]))
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
}
