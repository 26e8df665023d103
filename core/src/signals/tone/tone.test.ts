import { describe, expect, it } from 'vitest'
import { lexicon } from '../../lexicons/lexicon.ts'
import { ownLexicon } from '../../lexicons/own-lexicon.ts'
import { filingFixture, given } from '../filing-fixture.ts'
import { configSha256 } from '../fingerprint.ts'
import { faultOf } from '../run-extractor.ts'
import type { Finding, Outcome } from '../signal.ts'
import { PLAIN, reportFixture } from './fixture-report.ts'
import { toneRule } from './tone.ts'

const rule = toneRule(ownLexicon)

function found(outcome: Outcome): Finding[] {
  if (outcome.status !== 'ok_found') throw new Error(JSON.stringify(outcome))
  return outcome.findings
}
const signalOf = (findings: Finding[], type: string, subject: string | null = null) =>
  findings.find((each) => each.signal_type === type && each.subject === subject)

const report = reportFixture({
  mdna: [
    'The loss was severe and the plaintiffs may sue us again.',
    'We must meet covenants, and there was no significant improvement at all.',
    'Profitability improved after the restructuring of the loans.',
    ...PLAIN,
  ],
})

describe('the tone of a report', () => {
  const findings = found(rule.extract(given(report.filing, {})))

  it('is the share of listed words, of the whole document and of the discussion alone', () => {
    const words = Number(signalOf(findings, 'tone_negative_pct')?.inputs[1]?.value)
    // "loss" and "severe".
    expect(signalOf(findings, 'tone_negative_pct')?.value).toBe((100 * 2) / words)
    expect(signalOf(findings, 'tone_litigious_pct')?.payload).toMatchObject({
      counted: 2,
      words,
      top_words: [
        { word: 'plaintiffs', count: 1 },
        { word: 'sue', count: 1 },
      ],
    })
    expect(signalOf(findings, 'tone_weak_modal_pct')?.inputs[0]).toMatchObject({
      name: 'weak_modal_words',
      value: 1,
    })
    expect(signalOf(findings, 'tone_constraining_pct')?.inputs[0]?.value).toBe(2)
    expect(signalOf(findings, 'tone_negative_pct', '10k.item_7')?.value).toBeGreaterThan(
      Number(signalOf(findings, 'tone_negative_pct')?.value),
    )
    expect(findings.filter(({ subject }) => subject === null)).toHaveLength(7)
    expect(findings.filter(({ subject }) => subject === '10k.item_7')).toHaveLength(7)
  })

  it('leaves out a positive word behind a negator', () => {
    // "improvement" is denied; "Profitability" and "improved" stand.
    expect(signalOf(findings, 'tone_positive_pct')?.payload).toMatchObject({
      counted: 2,
      top_words: [
        { word: 'improved', count: 1 },
        { word: 'profitability', count: 1 },
      ],
    })
    expect(signalOf(findings, 'tone_net')?.value).toBe(0)
  })

  it('quotes the sentence with most words of the category, and says which list counted them', async () => {
    expect(signalOf(findings, 'tone_negative_pct')?.evidence[0]).toMatchObject({
      quote: 'The loss was severe and the plaintiffs may sue us again.',
    })
    for (const { payload } of findings) {
      expect(payload?.lexicon).toEqual({
        name: 'latent_tone',
        version: '1.0.0',
        sha256: ownLexicon.sha256,
        licence: 'CC0-1.0',
      })
    }
    expect(await faultOf(rule, findings, report.sources)).toBeNull()
  })

  it('quotes the first sentence where no word of a category stands', () => {
    const plain = found(rule.extract(given(reportFixture({ mdna: PLAIN }).filing, {})))
    expect(signalOf(plain, 'tone_litigious_pct')).toMatchObject({
      value: 0,
      evidence: [{ quote: PLAIN[0] }],
    })
  })

  it('has no net value where no word is positive or negative', () => {
    const outcome = rule.extract(given(reportFixture({ mdna: PLAIN }).filing, {}))
    expect(outcome).toMatchObject({
      status: 'ok_found',
      omitted: [{ signal_type: 'tone_net', status: 'insufficient_data', reason: 'no_tone_words' }],
    })
  })

  it('counts compounds by their parts, non- and possessives as the word they are', () => {
    const { filing } = reportFixture({
      mdna: ['The fraud-ridden non-compliance was the bankruptcy’s well-known cause.', ...PLAIN],
    })
    expect(signalOf(found(rule.extract(given(filing, {}))), 'tone_negative_pct')?.payload).toMatchObject({
      counted: 3,
    })
  })

  it('does not take the month of May for a word of doubt', () => {
    const { filing } = reportFixture({ mdna: ['It may rain on May 31, 2024 and in May, 2025.', ...PLAIN] })
    expect(signalOf(found(rule.extract(given(filing, {}))), 'tone_weak_modal_pct')?.payload).toMatchObject({
      counted: 1,
    })
  })

  it('leaves tables of figures and page furniture out', () => {
    const { filing } = filingFixture({
      blocks: [
        ...PLAIN,
        { text: 'Losses | 1,234 | 5,678', kind: 'table' },
        { text: 'Losses and defaults', kind: 'page_furniture' },
      ],
    })
    expect(signalOf(found(rule.extract(given(filing, {}))), 'tone_negative_pct')?.value).toBe(0)
  })
})

describe('tone is silent', () => {
  it('on a document of fewer than 200 words, and without a text', () => {
    const { filing } = filingFixture({ blocks: ['Short.'] })
    expect(rule.extract(given(filing, {}))).toEqual({ status: 'not_applicable', reason: 'text_too_short' })
    const [document] = filing.documents
    const none = { ...filing, documents: document ? [{ ...document, text: null }] : [] }
    expect(rule.extract(given(none, {}))).toEqual({ status: 'failed', reason: 'text_unavailable' })
  })

  it('on amendments and on other forms', () => {
    expect(['10-K', '10-KT', '10-Q', '10-K/A', '8-K', '20-F'].map((form) => rule.applies(form))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('on a discussion that is doubtful or elsewhere, and still reads the whole document', () => {
    for (const part of [{ mdna_status: 'uncertain' as const }, { mdna_note: 'incorporated_by_reference' }]) {
      const findings = found(rule.extract(given(reportFixture({ mdna: PLAIN, ...part }).filing, {})))
      expect(findings.every(({ subject }) => subject === null)).toBe(true)
    }
  })
})

describe('another lexicon', () => {
  const other = lexicon(
    { name: 'theirs', version: '2024', licence: 'licensed' },
    { negative: ['bread'], positive: [], uncertainty: [], litigious: [], weak_modal: [], constraining: [] },
  )

  it('counts its own words, and is another configuration', () => {
    const findings = found(toneRule(other).extract(given(report.filing, {})))
    expect(signalOf(findings, 'tone_negative_pct')?.payload).toMatchObject({
      counted: 80,
      lexicon: { name: 'theirs', version: '2024', licence: 'licensed' },
    })
    expect(configSha256(toneRule(other))).not.toBe(configSha256(rule))
    expect(configSha256(toneRule(ownLexicon))).toBe(configSha256(rule))
  })
})
