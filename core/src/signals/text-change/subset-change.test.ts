import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import type { DeterministicExtractor } from '../extractor.ts'
import { type FixtureBlock, filingFixture, given, joinedSources } from '../filing-fixture.ts'
import { legalSectionChange } from './legal-section-change.ts'
import { officerLanguageChange } from './officer-language-change.ts'
import { stickiness } from './stickiness.ts'

const PRIOR = { accession_number: '0009990001-23-000001', filing_date: '2023-02-15' }

type Blocks = (string | FixtureBlock)[]
function compare(rule: DeterministicExtractor, current: Blocks, earlier: Blocks, form_type = '10-K') {
  const now = filingFixture({ form_type, blocks: current })
  const then = filingFixture({ ...PRIOR, form_type, blocks: earlier })
  const outcome = rule.extract(given(now.filing, { prior: then.filing }))
  return { outcome, now, then, sources: joinedSources(now.sources, then.sources) }
}

function only({ outcome }: ReturnType<typeof compare>) {
  if (outcome.status !== 'ok_found') throw new Error(JSON.stringify(outcome))
  const [finding] = outcome.findings
  if (!finding || outcome.findings.length !== 1) throw new Error(`${outcome.findings.length} findings`)
  return finding
}

const vocabulary =
  'the plant court claim supply demand risk loss order appeal notice filed judge ruled'.split(' ')
const sentence = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 8, maxLength: 30 })
  .map((words) => `The ${words.join(' ')}.`)
const sentences = fc.array(sentence, { minLength: 30, maxLength: 50 })

describe('the change of legal proceedings', () => {
  const section = (texts: string[], more: Partial<FixtureBlock> = {}): Blocks => [
    { text: 'Item 3. Legal Proceedings', kind: 'heading', section: '10k.item_3', ...more },
    ...texts,
  ]

  it('is 0 against itself, symmetric and within 0 and 1', () => {
    fc.assert(
      fc.property(sentences, sentences, (a, b) => {
        const there = Number(only(compare(legalSectionChange, section(a), section(b))).value)
        expect(Number(only(compare(legalSectionChange, section(b), section(a))).value)).toBe(there)
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(1)
        expect(only(compare(legalSectionChange, section(a), section(a))).value).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  it('quotes the suit that was added', async () => {
    const old = Array.from(
      { length: 10 },
      () => 'The court dismissed the claim about the plant at Harbor City.',
    )
    const suit = 'On May 2 a competitor sued us over patents on furnaces.'
    const compared = compare(legalSectionChange, section([...old, suit]), section(old))
    expect(only(compared).evidence).toMatchObject([{ kind: 'pair', left: null, right: { quote: suit } }])
    expect(Number(only(compared).value)).toBeGreaterThan(0)
    await assertAllEvidence([only(compared)], compared.sources)
  })

  it('is told when the section is short, elsewhere or not there', () => {
    const whole = section(Array.from({ length: 10 }, () => 'The court dismissed the claim about the plant.'))
    const outcomeOf = (current: Blocks, earlier: Blocks) =>
      compare(legalSectionChange, current, earlier).outcome
    expect(outcomeOf(section(['None.']), whole)).toEqual({
      status: 'not_applicable',
      reason: 'item_too_short',
    })
    expect(outcomeOf(whole, section(['None.']))).toMatchObject({ reason: 'prior_item_too_short' })
    expect(outcomeOf(section(['See Note 9.'], { note: 'refers_elsewhere' }), whole)).toEqual({
      status: 'not_applicable',
      reason: 'item_elsewhere',
    })
    expect(outcomeOf(['Cover'], whole)).toEqual({
      status: 'insufficient_data',
      reason: 'item_not_found',
      missing: ['10k.item_3'],
    })
    expect(['10-KSB', '10-K/A', '8-K'].some((form) => legalSectionChange.applies(form))).toBe(false)
  })
})

describe('the change of language about the chief officers', () => {
  const controls = Array.from(
    { length: 6 },
    (_, index) =>
      `Our Chief Executive Officer and the CFO reviewed control ${'abcdef'[index]} and found that it works. It rained.`,
  )

  it('looks at sentences that name them, and at no others', async () => {
    const news =
      'In March the principal executive officer sold half of her shares and resigned from the board.'
    const compared = compare(
      officerLanguageChange,
      [...controls, `It snowed in winter. ${news} Nobody else spoke.`],
      controls,
    )
    const finding = only(compared)
    expect(Number(finding.value)).toBeGreaterThan(0)
    expect(finding.evidence).toMatchObject([{ kind: 'pair', left: null, right: { quote: news } }])
    expect(finding.inputs.map(({ name, value }) => [name, value]).slice(2)).toEqual([
      ['sentences', 7],
      ['prior_sentences', 6],
    ])
    await assertAllEvidence([finding], compared.sources)
    const other = only(compare(officerLanguageChange, [...controls, 'The treasurer left.'], controls))
    expect(other.value).toBe(0)
  })

  it('does not see tables of signatures', () => {
    const signatures = { text: 'Jane Doe | Chief Executive Officer\nJohn Roe | CFO', kind: 'table' as const }
    expect(only(compare(officerLanguageChange, [...controls, signatures], controls)).value).toBe(0)
  })

  it('is told when hardly a sentence names them', () => {
    expect(compare(officerLanguageChange, ['Our CEO left.'], controls).outcome).toEqual({
      status: 'not_applicable',
      reason: 'sentences_too_few',
    })
    expect(compare(officerLanguageChange, controls, ['Our CEO left.']).outcome).toEqual({
      status: 'not_applicable',
      reason: 'prior_sentences_too_few',
    })
  })
})

describe('stickiness', () => {
  it('is 1 against itself and within 0 and 1', () => {
    fc.assert(
      fc.property(sentences, sentences, (a, b) => {
        expect(only(compare(stickiness, a, a)).value).toBe(1)
        const value = Number(only(compare(stickiness, a, b)).value)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }),
      { numRuns: 40 },
    )
  })

  it('counts the words of sentences with eight words in a row of last year', async () => {
    const letters = 'abcdefghijklmnopqrst'
    const old = Array.from(
      letters,
      (letter) =>
        `Sentence${letter} one${letter} two${letter} three${letter} four${letter} five${letter} six${letter} seven${letter} eight${letter} nine${letter} ten${letter}.`,
    )
    const kept = `In ${letters[0]} year, ${old[0]?.slice(0, -1)} again.`
    // Seven of the words in a row are not enough, and a phrase does not run on into the next sentence.
    const seven = 'New words here: twob threeb fourb fiveb sixb sevenb eightb but then others follow.'
    const across =
      'Different sixc sevenc eightc ninec tenc. Sentenced oned twod and others that nobody wrote before.'
    const compared = compare(stickiness, [...old.slice(1), kept, seven, across], old)
    const finding = only(compared)
    const input = (name: string) => Number(finding.inputs.find((each) => each.name === name)?.value)
    expect(input('sticky_words')).toBe(19 * 11 + 15)
    expect(input('words')).toBe(19 * 11 + 15 + 14 + 9)
    expect(finding.value).toBe(input('sticky_words') / input('words'))
    expect(finding.evidence[0]).toMatchObject({ left: null, right: { quote: seven } })
    expect(finding.evidence).toContainEqual(
      expect.objectContaining({
        left: expect.objectContaining({ quote: old[0] }),
        right: expect.objectContaining({ quote: kept }),
      }),
    )
    await assertAllEvidence([finding], compared.sources)
  })

  it('is told when there is too little text', () => {
    const long = Array.from(
      { length: 30 },
      () => 'The court dismissed the claim about the plant at Harbor City.',
    )
    expect(compare(stickiness, ['Short.'], long).outcome).toMatchObject({ reason: 'text_too_short' })
    expect(compare(stickiness, long, ['Short.']).outcome).toMatchObject({ reason: 'prior_text_too_short' })
  })
})

describe('each of them', () => {
  it.each([legalSectionChange, officerLanguageChange, stickiness])(
    '$name needs an earlier report',
    (rule) => {
      const { filing } = filingFixture({ blocks: ['Cover'] })
      expect(rule.extract(given(filing, { prior: null }))).toEqual({
        status: 'not_applicable',
        reason: 'no_prior_filing',
      })
      const unread = { ...filing, documents: [] }
      expect(rule.extract(given(unread, { prior: filing }))).toMatchObject({ reason: 'text_unavailable' })
      expect(rule.applies('10-K405') && rule.applies('10-Q')).toBe(true)
      expect(rule.applies('10-K/A') || rule.applies('10-KT')).toBe(false)
    },
  )
})
