import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { type FixtureBlock, filingFixture, given, joinedSources } from '../filing-fixture.ts'
import { mdnaUniverse } from './frozen-universe.ts'
import { expectedModification, mdnaModification, scaledLength } from './mdna-modification.ts'
import { fitPolynomial, polynomial } from './polynomial.ts'

const TITLE = "Item 7. Management's Discussion and Analysis"
const sentence = (index: number) =>
  `Revenue of segment ${String.fromCharCode(97 + (index % 26))} rose in line with demand for it.`
const paragraph = (from: number) => Array.from({ length: 20 }, (_, index) => sentence(from + index)).join(' ')
/** About 230 words a paragraph. */
const paragraphs = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => paragraph(from + index))

function report(blocks: string[], more: Partial<FixtureBlock> = {}, prior = false) {
  return filingFixture({
    ...(prior ? { accession_number: '0009990001-23-000001', filing_date: '2023-02-15' } : {}),
    blocks: ['Cover', { text: TITLE, kind: 'heading', section: '10k.item_7', ...more }, ...blocks],
  })
}

function compare(current: ReturnType<typeof report>, earlier: ReturnType<typeof report>) {
  return mdnaModification.extract(given(current.filing, { prior: earlier.filing }))
}

describe('the modification of MD&A', () => {
  it('is what its words changed beyond what is usual for its length', async () => {
    const now = report([...paragraphs(12), 'Litigation reserves were increased after the verdict.'])
    const then = report(paragraphs(12), {}, true)
    const outcome = compare(now, then)
    if (outcome.status !== 'ok_found') throw new Error(JSON.stringify(outcome))
    const [finding] = outcome.findings
    const payload = finding?.payload as { modification: number; expected_modification: number }
    expect(payload.modification).toBeGreaterThan(0)
    expect(finding?.value).toBe(payload.modification - payload.expected_modification)
    const words = Number(finding?.inputs.find(({ name }) => name === 'words')?.value)
    expect(payload.expected_modification).toBe(expectedModification(words, mdnaUniverse))
    expect(finding?.evidence).toMatchObject([
      { left: null, right: { quote: 'Litigation reserves were increased after the verdict.' } },
    ])
    await assertAllEvidence(outcome.findings, joinedSources(now.sources, then.sources))
  })

  it('is 0 before length is taken out when nothing changed, whatever else did', () => {
    const outcome = compare(report(paragraphs(12)), report(paragraphs(12), {}, true))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    const payload = outcome.findings[0]?.payload as { modification: number }
    expect(payload.modification).toBeCloseTo(0, 12)
    expect(outcome.findings[0]?.evidence).toHaveLength(1)
  })

  it('is not prolonged beyond the lengths of the fit', () => {
    const missing = { status: 'insufficient_data', reason: 'length_outside_universe', missing: ['universe'] }
    expect(compare(report(paragraphs(3)), report(paragraphs(3), {}, true))).toEqual(missing)
    expect(compare(report(paragraphs(70)), report(paragraphs(70), {}, true))).toEqual(missing)
    expect(expectedModification(mdnaUniverse.minimum_words - 1, mdnaUniverse)).toBeNull()
    expect(expectedModification(mdnaUniverse.maximum_words, mdnaUniverse)).not.toBeNull()
  })

  it.each([
    ['insufficient_data', 'item_not_found', { status: 'failed' as const }],
    ['not_applicable', 'item_absent', { status: 'absent' as const }],
    ['insufficient_data', 'item_uncertain', { status: 'uncertain' as const }],
    ['not_applicable', 'item_elsewhere', { note: 'incorporated_by_reference' }],
  ])('is %s, %s, on either side', (status, reason, more) => {
    const whole = report(paragraphs(12))
    const other = report(paragraphs(12), more, true)
    expect(compare(other, whole)).toMatchObject({ status, reason })
    expect(compare(whole, other)).toMatchObject({ status, reason: `prior_${reason}` })
  })

  it('is told when the item is short, combined on one side, unread, or without an earlier one', () => {
    const whole = report(paragraphs(12))
    const short = report(['Too short.'])
    expect(compare(short, whole)).toEqual({ status: 'not_applicable', reason: 'item_too_short' })
    expect(compare(whole, short)).toEqual({ status: 'not_applicable', reason: 'prior_item_too_short' })
    const combined = report(paragraphs(12), { note: 'items_7_and_7a_combined' })
    expect(compare(whole, combined)).toEqual({
      status: 'not_applicable',
      reason: 'items_combined_differently',
    })
    expect(mdnaModification.extract(given(whole.filing, { prior: null }))).toMatchObject({
      reason: 'no_prior_filing',
    })
    const unread = { ...whole.filing, documents: [] }
    expect(mdnaModification.extract(given(unread, { prior: whole.filing }))).toMatchObject({
      reason: 'text_unavailable',
    })
    expect(mdnaModification.applies('10-Q')).toBe(false)
  })
})

describe('a polynomial of order 5', () => {
  const points = fc.uniqueArray(
    fc.record({ words: fc.integer({ min: 0, max: 10_000 }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { minLength: 12, maxLength: 40, selector: ({ words }) => Math.floor(words / 200) },
  )

  it('has residuals that sum to 0, alone and with every power it holds', () => {
    fc.assert(
      fc.property(points, (sample) => {
        const scaled = sample.map(({ words, y }) => ({ z: scaledLength(words, 0, 10_000), y }))
        const coefficients = fitPolynomial(scaled, 5)
        for (let power = 0; power <= 5; power++) {
          const sum = scaled.reduce(
            (total, { z, y }) => total + (y - polynomial(coefficients, z)) * z ** power,
            0,
          )
          expect(Math.abs(sum)).toBeLessThan(1e-4)
        }
      }),
    )
  })

  it('goes through points that lie on one', () => {
    const truth = [0.3, -1, 0.5, 2, -0.25, 1.5]
    const on = Array.from({ length: 9 }, (_, index) => index / 4 - 1).map((z) => ({
      z,
      y: polynomial(truth, z),
    }))
    fitPolynomial(on, 5).forEach((coefficient, power) => {
      expect(coefficient).toBeCloseTo(truth[power] ?? 0, 9)
    })
    expect(() => fitPolynomial(on.slice(0, 4), 5)).toThrow(RangeError)
  })
})
