import { describe, expect, it } from 'vitest'
import type { DeterministicExtractor } from '../extractor.ts'
import { filingFixture, given } from '../filing-fixture.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { faultOf } from '../run-extractor.ts'
import type { Finding } from '../signal.ts'
import { PLAIN, reportFixture } from './fixture-report.ts'
import { forwardLooking } from './forward-looking.ts'
import { readability } from './readability.ts'
import { redundancy } from './redundancy.ts'
import { specificity } from './specificity.ts'
import { wording } from './wording.ts'

const rules = [readability, forwardLooking, wording, redundancy, specificity]

function found(rule: DeterministicExtractor, filing: FilingUnderRead): Finding[] {
  const outcome = rule.extract(given(filing, {}))
  if (outcome.status !== 'ok_found') throw new Error(JSON.stringify(outcome))
  return outcome.findings
}
const one = (
  rule: DeterministicExtractor,
  filing: FilingUnderRead,
  type: string,
  subject: string | null = null,
) => found(rule, filing).find((each) => each.signal_type === type && each.subject === subject)
const input = (finding: Finding | undefined, name: string) =>
  finding?.inputs.find((each) => each.name === name)?.value

describe('readability', () => {
  it('follows the formulas over sentences, headings left out', () => {
    // Each plain sentence has 12 words; one of 5 with three long words is added.
    const { filing } = reportFixture({ mdna: ['The company’s obligations were material.', ...PLAIN] })
    const fog = one(readability, filing, 'fog', '10k.item_7')
    const words = 40 * 12 + 5
    expect(fog?.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['words', words],
      ['sentences', 41],
      ['syllables', input(fog, 'syllables')],
      ['complex_words', 3],
    ])
    expect(fog?.value).toBeCloseTo(0.4 * (words / 41 + (100 * 3) / words), 12)
    expect(fog?.evidence[0]).toMatchObject({ quote: 'The company’s obligations were material.' })
    expect(one(readability, filing, 'smog', '10k.item_7')?.value).toBeCloseTo(
      1.043 * Math.sqrt((30 * 3) / 41) + 3.1291,
      12,
    )
    expect(
      found(readability, filing).map(({ signal_type, subject }) => `${signal_type} ${subject}`),
    ).toHaveLength(8)
  })

  it('says that the Fog index fits filings badly', () => {
    expect(readability.signal_types[0]?.description).toContain('It fits filings badly')
  })

  it('needs 30 sentences', () => {
    const { filing } = filingFixture({ blocks: [Array.from({ length: 250 }, () => 'word').join(' ')] })
    expect(readability.extract(given(filing, {}))).toEqual({
      status: 'not_applicable',
      reason: 'too_few_sentences',
    })
  })
})

describe('forward-looking sentences', () => {
  const ahead = [
    'We expect sales to grow.',
    'Management plans to open shops.',
    'The costs are expected to fall.',
    'Next year looks bright for bread.',
    'It may rain.',
  ]
  const not = [
    'The pension plan was closed.',
    'Sales were expected to grow in the year that ended.',
    'Our plans and projects ended.',
    'We closed on May 5, 2020.',
    'Sales grew as expected.',
  ]

  it('are those with a cue of what is ahead', () => {
    const { filing } = reportFixture({ mdna: [...ahead, ...not, ...PLAIN] })
    const finding = one(forwardLooking, filing, 'fls_density')
    expect(input(finding, 'forward_looking_sentences')).toBe(5)
    expect(finding?.value).toBe(5 / 50)
  })

  it('leave the paragraph on the safe harbor and its list out', () => {
    const { filing } = reportFixture({
      mdna: [
        'This report has forward-looking statements. We will not update them. They may differ.',
        { text: 'demand may fall;', kind: 'list_item' },
        'Words such as will ask for the safe harbor.',
        ...ahead,
        ...PLAIN,
      ],
    })
    const finding = one(forwardLooking, filing, 'fls_density')
    expect(input(finding, 'safe_harbor_sentences')).toBe(5)
    expect(finding?.value).toBe(5 / 45)
  })

  it('are none where nothing looks ahead, and not measured without a discussion', () => {
    const extract = (report: Parameters<typeof reportFixture>[0]) =>
      forwardLooking.extract(given(reportFixture(report).filing, {}))
    expect(extract({ mdna: PLAIN })).toEqual({ status: 'ok_none', reason: 'no_forward_looking_sentence' })
    expect(extract({ mdna: ['Short.'] })).toEqual({ status: 'not_applicable', reason: 'too_few_sentences' })
    expect(extract({ mdna: PLAIN, mdna_status: 'uncertain' })).toEqual({
      status: 'insufficient_data',
      reason: 'mdna_uncertain',
      missing: ['mdna'],
    })
    expect(extract({ mdna: PLAIN, mdna_status: 'failed' })).toMatchObject({ reason: 'mdna_not_found' })
    expect(extract({ mdna: PLAIN, mdna_status: 'absent' })).toEqual({
      status: 'not_applicable',
      reason: 'mdna_absent',
    })
    expect(extract({ mdna: PLAIN, mdna_note: 'incorporated_by_reference' })).toEqual({
      status: 'not_applicable',
      reason: 'mdna_incorporated_by_reference',
    })
    expect(forwardLooking.extract(given(filingFixture({ blocks: PLAIN }).filing, {}))).toMatchObject({
      reason: 'mdna_not_found',
    })
  })
})

describe('wording', () => {
  it('counts hedging words per 100 words and numbers per 1,000', () => {
    const { filing } = reportFixture({
      mdna: [
        'We generally believe that it may be so.',
        'On May 5, 2020 we sold 12 shops for $3.5 million (see Note 4).',
        ...PLAIN,
      ],
    })
    const hedges = one(wording, filing, 'hedge_density')
    expect(input(hedges, 'hedging_words')).toBe(3)
    expect(hedges?.value).toBe((100 * 3) / Number(input(hedges, 'words')))
    expect(hedges?.evidence[0]).toMatchObject({ quote: 'We generally believe that it may be so.' })
    const numbers = one(wording, filing, 'numeric_density', '10k.item_7')
    expect(input(numbers, 'numbers')).toBe(2)
    expect(numbers?.value).toBe((1000 * 2) / Number(input(numbers, 'words')))
  })
})

describe('redundancy', () => {
  const repeated = 'The shops in the old town sell 12 kinds of bread and no cake at all.'

  it('is the share of words in sentences that stand there twice, figures included', () => {
    const { filing } = reportFixture({
      mdna: [
        repeated,
        repeated.replace('12', '13'),
        repeated.toUpperCase().replace('ALL.', 'ALL.'),
        ...PLAIN.slice(0, 1),
      ],
    })
    const finding = one(redundancy, filing, 'redundancy')
    expect(input(finding, 'repeated_sentences')).toBe(2)
    expect(finding?.evidence).toHaveLength(4)
    expect(finding?.value).toBe(Number(input(finding, 'repeated_words')) / Number(input(finding, 'words')))
  })

  it('is none where no sentence is repeated, and not measured in a short text', () => {
    expect(redundancy.extract(given(filingFixture({ blocks: PLAIN }).filing, {}))).toEqual({
      status: 'ok_none',
      reason: 'no_repeated_sentence',
    })
    const { filing } = filingFixture({ blocks: [Array.from({ length: 250 }, () => 'word').join(' ')] })
    expect(redundancy.extract(given(filing, {}))).toMatchObject({ reason: 'too_few_sentences' })
  })
})

describe('specificity', () => {
  it('counts words that look like names, and numbers', () => {
    const { filing } = filingFixture({
      blocks: [...PLAIN, 'In Berlin the Company sold 12 loaves to Otto Weber.', 'This company is small.'],
    })
    const finding = one(specificity, filing, 'specificity')
    // Berlin, Otto and Weber; the Company is a company elsewhere, and "In" and "This" begin sentences.
    expect(input(finding, 'name_words')).toBe(3)
    expect(input(finding, 'numbers')).toBe(1)
    expect(finding?.value).toBe(4 / (Number(input(finding, 'words')) + 1))
  })
})

describe('each measure', () => {
  const report = reportFixture({
    mdna: [...PLAIN, 'We expect to sell 5 shops in Berlin next year, and may close them.', ...PLAIN],
  })

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    'of %s has quotes that stand in the text and the payload described',
    async (_, rule) => {
      expect(await faultOf(rule, found(rule, report.filing), report.sources)).toBeNull()
    },
  )

  it.each(rules.map((rule) => [rule.name, rule] as const))('of %s is the same every time', (_, rule) => {
    const again = reportFixture({
      mdna: [...PLAIN, 'We expect to sell 5 shops in Berlin next year, and may close them.', ...PLAIN],
    })
    expect(found(rule, again.filing)).toEqual(found(rule, report.filing))
  })

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    'of %s reads no amendment and says when there is no text',
    (_, rule) => {
      expect(rule.applies('10-K/A')).toBe(false)
      const none = {
        ...report.filing,
        documents: report.filing.documents.map((each) => ({ ...each, text: null })),
      }
      expect(rule.extract(given(none, {}))).toEqual({ status: 'failed', reason: 'text_unavailable' })
    },
  )
})
