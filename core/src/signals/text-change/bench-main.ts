import { given } from '../filing-fixture.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { choosePrior } from '../prior.ts'
import { looseDocuments, readLooseDocument } from '../real-filings-under-read.ts'
import { textChangeRules } from './index.ts'

/**
 * What the rules of this folder cost on real annual reports: `npx tsx core/src/signals/text-change/bench-main.ts [ROUNDS]`.
 * Processor time of this process in milliseconds for each pair of reports a year apart, nothing of either split before;
 * the least of the rounds for each pair, so that other work on the machine counts as little as it can.
 */
const rounds = Number(process.argv[2] ?? 3)
const annual = looseDocuments().filter(({ form_type }) => form_type === '10-K')
const pairs = annual.flatMap((current) => {
  const prior = choosePrior(current, annual)
  return prior ? [{ current: readLooseDocument(current).filing, prior: readLooseDocument(prior).filing }] : []
})
const least = new Map(
  [...textChangeRules.map(({ name }) => name), 'all'].map((name) => [
    name,
    new Array<number>(pairs.length).fill(Number.POSITIVE_INFINITY),
  ]),
)

// The first round is for the compiler.
for (let round = 0; round <= rounds; round++) {
  pairs.forEach(({ current, prior }, index) => {
    const filing = unread(current)
    const input = given(filing, { prior: unread(prior) })
    let all = 0
    for (const rule of textChangeRules.filter(({ applies }) => applies('10-K'))) {
      const before = process.cpuUsage()
      rule.extract(input)
      const { user, system } = process.cpuUsage(before)
      all += (user + system) / 1000
      note(rule.name, index, (user + system) / 1000, round)
    }
    note('all', index, all, round)
  })
}
for (const [name, times] of least) {
  const sorted = times.filter(Number.isFinite).sort((a, b) => a - b)
  if (sorted.length === 0) continue
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1).padStart(8)
  console.log(`${name.padEnd(26)}${sorted.length} pairs, ms: median${at(0.5)}  90 %${at(0.9)}  most${at(1)}`)
}

function note(name: string, index: number, ms: number, round: number): void {
  const times = least.get(name)
  if (round > 0 && times) times[index] = Math.min(times[index] ?? ms, ms)
}

/** The same filing with texts that no rule has seen. */
function unread(filing: FilingUnderRead): FilingUnderRead {
  return {
    ...filing,
    documents: filing.documents.map((document) => ({
      ...document,
      text: document.text && { ...document.text },
    })),
  }
}
