import { seededAccession } from '../../api/src/bench/ground.ts'
import { requestText } from '../../api/src/bench/payloads.ts'
import { type Random, randomOf } from '../invariants/random.ts'

const REQUESTS = 20_000
/** How much more often the first filing is asked for than the tenth: what is new and large is what people look at. */
const SKEW = 1

/**
 * What customers ask: mostly single filings, a few of them far more often than the rest; lists, signals, and what is behind
 * them; now and then a page that was not asked for before.
 */
export function mixedWorkload(keys: readonly string[], filings: number, seed: number): string[] {
  const random = randomOf(seed)
  const popular = zipf(filings, random)
  return Array.from({ length: REQUESTS }, (_, index) =>
    requestText(pathOf(random, popular), keys[index % keys.length] as string),
  )
}

function pathOf(random: Random, popular: () => number): string {
  const turn = random.next()
  const filing = `/v1/filings/${seededAccession(popular() + 1)}`
  if (turn < 0.62) return filing
  if (turn < 0.7) return `${filing}/documents`
  if (turn < 0.8) return '/v1/filings?limit=20'
  if (turn < 0.86)
    return `/v1/filings?form_type=${random.pick(['10-K', '10-Q', '8-K'])}&limit=${1 + random.below(50)}`
  if (turn < 0.94) return '/v1/signals?limit=10'
  if (turn < 0.98) return `/v1/entities/${String(9_900_001 + random.below(40)).padStart(10, '0')}`
  return '/v1/coverage'
}

function zipf(count: number, random: Random): () => number {
  const sums: number[] = []
  let total = 0
  for (let rank = 1; rank <= count; rank++) {
    total += 1 / rank ** SKEW
    sums.push(total)
  }
  return () => {
    const wanted = random.next() * total
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
