import { describe, expect, it } from 'vitest'
import { hasCorpus } from '../../accuracy/corpus.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { given, joinedSources } from '../filing-fixture.ts'
import { choosePrior } from '../prior.ts'
import {
  type LooseDocument,
  looseDocuments,
  type RealFilingUnderRead,
  readLooseDocument,
} from '../real-filings-under-read.ts'
import type { Finding } from '../signal.ts'
import { riskFactorDiff } from './risk-factor-diff.ts'
import { textSimilarity } from './text-similarity.ts'

const APPLE = '320193'
const loose = hasCorpus() ? looseDocuments() : []
const periodOf = (year: number) =>
  loose.find(
    (one) => one.cik === APPLE && one.form_type === '10-K' && one.period_of_report?.startsWith(`${year}-`),
  )

// A report is read once, though it is this year's of one pair and last year's of another.
const readings = new Map<string, RealFilingUnderRead>()
function readOnce(document: LooseDocument): RealFilingUnderRead {
  const reading = readings.get(document.path) ?? readLooseDocument(document)
  readings.set(document.path, reading)
  return reading
}

interface Pair {
  current: RealFilingUnderRead
  prior: RealFilingUnderRead
}

function annualPair(year: number): Pair {
  const current = periodOf(year)
  const prior = current && choosePrior(current, loose)
  if (!current || !prior) throw new Error(`no annual reports for ${year}`)
  return { current: readOnce(current), prior: readOnce(prior) }
}

function findingsOf(extractor: typeof textSimilarity, { current, prior }: Pair): Finding[] {
  const outcome = extractor.extract(given(current.filing, { prior: prior.filing }))
  if (outcome.status !== 'ok_found') throw new Error(`${outcome.status} ${outcome.reason}`)
  return outcome.findings
}

const quotesOf = (evidence: Evidence[] = []) =>
  evidence.map((piece) => (piece.kind === 'pair' ? ((piece.right ?? piece.left)?.quote ?? '') : ''))

describe.skipIf(!hasCorpus())('real annual reports compared with the year before', () => {
  it('have four similarities within 0 and 1, quoted exactly, in seconds', { timeout: 60_000 }, async () => {
    for (let year = 2018; year <= 2025; year++) {
      const pair = annualPair(year)
      const started = performance.now()
      const findings = findingsOf(textSimilarity, pair)
      const elapsedMs = performance.now() - started
      const values = findings.slice(0, 4).map(({ value }) => Number(value))
      console.log(
        `10-K ${year}: ${values.map((value) => value.toFixed(4)).join(' ')} in ${elapsedMs.toFixed(0)} ms`,
      )
      expect(findings.map((finding) => finding.signal_type)).toEqual(
        textSimilarity.signal_types.map((type) => type.signal_type),
      )
      for (const value of values) expect(value > 0 && value < 1, `${year}`).toBe(true)
      // A report shares most of its words with the last one; the two edit measures see the order as well.
      expect(values[0]).toBeGreaterThan(0.99)
      expect(elapsedMs).toBeLessThan(15_000)
      await assertAllEvidence(findings, joinedSources(pair.current.sources, pair.prior.sources))
    }
  })

  it('are 1 in every measure and 0 in the score against themselves, and have no changed risk factor', () => {
    const { current } = annualPair(2024)
    const same = { current, prior: current }
    expect(findingsOf(textSimilarity, same).map(({ value }) => value)).toEqual([1, 1, 1, 1, 0])
    expect(riskFactorDiff.extract(given(current.filing, { prior: current.filing }))).toEqual({
      status: 'ok_none',
      reason: 'risk_factors_unchanged',
    })
  })

  // Captions read by hand in both reports.
  it.each([
    [2020, 'rf_added', 'COVID-19'],
    [2021, 'rf_added', 'intense media, political and regulatory scrutiny'],
    [2022, 'rf_added', 'environmental, social and governance considerations'],
    [2023, 'rf_removed', 'COVID-19'],
    [2025, 'rf_removed', 'retail stores are subject to numerous risks'],
  ])('in %i have exactly one %s, about "%s"', async (year, type, words) => {
    const pair = annualPair(year)
    const findings = findingsOf(riskFactorDiff, pair)
    const finding = findings.find((each) => each.signal_type === type)
    expect(finding?.value).toBe(1)
    expect(quotesOf(finding?.evidence)[0]).toContain(words)
    await assertAllEvidence(findings, joinedSources(pair.current.sources, pair.prior.sources))
  })

  it('keep the counts of risk factors in balance, in every pair of annual reports of the corpus', {
    timeout: 120_000,
  }, async () => {
    const tally: Record<string, number> = {}
    let compared = 0
    for (const current of loose.filter((one) => one.form_type === '10-K')) {
      const prior = choosePrior(current, loose)
      if (!prior) continue
      const pair = { current: readOnce(current), prior: readOnce(prior) }
      const outcome = riskFactorDiff.extract(given(pair.current.filing, { prior: pair.prior.filing }))
      const key = `${outcome.status} ${'reason' in outcome ? outcome.reason : ''}`
      tally[key] = (tally[key] ?? 0) + 1
      if (outcome.status !== 'ok_found') continue
      compared++
      const input = (name: string) =>
        Number(outcome.findings[0]?.inputs.find((each) => each.name === name)?.value)
      expect(input('added') + input('modified') + input('same'), current.path).toBe(input('risk_factors'))
      expect(input('removed') + input('modified') + input('same'), current.path).toBe(
        input('prior_risk_factors'),
      )
      await assertAllEvidence(outcome.findings, joinedSources(pair.current.sources, pair.prior.sources))
    }
    console.log(tally)
    expect(compared).toBeGreaterThan(20)
  })
})
