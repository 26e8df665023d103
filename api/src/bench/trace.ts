import { seededAccession } from './ground.ts'

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Addresses people ask for: filings, their documents, and lists by company, by form and of everything. */
export function traceUrls(filings: number): string[] {
  const items = Array.from({ length: filings }, (_, n) => [
    `/v1/filings/${seededAccession(n + 1)}`,
    `/v1/filings/${seededAccession(n + 1)}/documents`,
  ]).flat()
  const companies = Array.from(
    { length: 40 },
    (_, n) => `/v1/filings?cik=${String(9_900_001 + n).padStart(10, '0')}`,
  )
  const forms = ['10-K', '10-Q', '8-K'].map((form) => `/v1/filings?form_type=${form}`)
  return [...items, ...companies, ...forms, '/v1/filings', '/v1/filings?limit=10']
}

/** So many requests, the n-th most popular address as often as 1/n of the most popular one. */
export function zipfTrace(urls: string[], length: number, random: () => number): string[] {
  const order = [...urls]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j] as string, order[i] as string]
  }
  const sums: number[] = []
  let sum = 0
  for (let n = 1; n <= order.length; n++) {
    sum += 1 / n
    sums.push(sum)
  }
  return Array.from({ length }, () => {
    const wanted = random() * sum
    return order[sums.findIndex((upTo) => upTo > wanted)] as string
  })
}
