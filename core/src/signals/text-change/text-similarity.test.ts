import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { type FilingFixture, filingFixture, given, joinedSources } from '../filing-fixture.ts'
import { fingerprint, inputSha256 } from '../fingerprint.ts'
import { givenNeeds } from '../meet-needs.ts'
import type { Outcome } from '../signal.ts'
import { textSimilarity } from './text-similarity.ts'

const paragraph = (topic: string, words = 60) =>
  `${topic} may fall. ${Array.from({ length: words }, (_, index) => `${topic.toLowerCase()}${'abcdefghij'[index % 10]}${'klmnopq'[index % 7]}`).join(' ')}.`
const BLOCKS = ['Demand', 'Supply', 'Credit', 'Weather', 'Talent'].map((topic) => paragraph(topic))

function compare(current: FilingFixture['blocks'], earlier: FilingFixture['blocks'], form = '10-K') {
  const now = filingFixture({ form_type: form, period_of_report: '2023-12-31', blocks: current })
  const then = filingFixture({
    accession_number: '0009990001-23-000001',
    form_type: form,
    filing_date: '2023-02-15',
    period_of_report: '2022-12-31',
    blocks: earlier,
  })
  const outcome = textSimilarity.extract(given(now.filing, { prior: then.filing }))
  return { outcome, now, then, sources: joinedSources(now.sources, then.sources) }
}

function valuesOf(outcome: Outcome) {
  if (outcome.status !== 'ok_found') throw new Error(`${outcome.status} ${outcome.reason}`)
  return Object.fromEntries(outcome.findings.map((finding) => [finding.signal_type, finding.value]))
}

describe('a report compared with the one a year earlier', () => {
  it('is 1 in all four measures and 0 in the score when no word changed, with the first paragraphs as evidence', async () => {
    const { outcome, sources } = compare(BLOCKS, BLOCKS)
    expect(valuesOf(outcome)).toEqual({
      text_sim_cosine: 1,
      text_sim_jaccard: 1,
      text_sim_min_edit: 1,
      text_sim_simple: 1,
      text_change_score: 0,
    })
    if (outcome.status !== 'ok_found') return
    expect(outcome.findings[0]?.evidence).toMatchObject([
      { kind: 'pair', left: { quote: BLOCKS[0] }, right: { quote: BLOCKS[0] } },
    ])
    await assertAllEvidence(outcome.findings, sources)
  })

  it('carries what was added, removed and rewritten as pairs, the earlier text on the left', async () => {
    const rewritten = `${BLOCKS[1]} Suppliers in two countries stopped deliveries.`
    const added = paragraph('Cyber', 90)
    const { outcome, sources } = compare(
      [BLOCKS[0] ?? '', rewritten, BLOCKS[3] ?? '', BLOCKS[4] ?? '', added],
      BLOCKS,
    )
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    expect(outcome.findings).toHaveLength(5)
    for (const finding of outcome.findings) {
      expect(finding.evidence).toMatchObject([
        { kind: 'pair', left: null, right: { quote: added } },
        { kind: 'pair', left: { quote: BLOCKS[2] }, right: null },
        { kind: 'pair', left: { quote: BLOCKS[1] }, right: { quote: rewritten } },
      ])
      expect(finding.inputs.find(({ name }) => name === 'prior_words')).toMatchObject({
        accession_number: '0009990001-23-000001',
      })
    }
    await assertAllEvidence(outcome.findings, sources)
  })

  it('keeps the change rate next to the value it is scaled to', () => {
    const { outcome } = compare([...BLOCKS, 'Entirely different words conclude this report.'], BLOCKS)
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    const simple = outcome.findings.find((finding) => finding.signal_type === 'text_sim_simple')
    const input = (name: string) => Number(simple?.inputs.find((each) => each.name === name)?.value)
    expect(input('changed_words')).toBe(6)
    expect(input('change_rate')).toBeCloseTo(6 / ((input('words') + input('prior_words')) / 2), 12)
    expect(simple?.value).toBe((2 - input('change_rate')) / 2)
  })

  it('does not depend on the order of the documents of a filing', () => {
    const { now, then } = compare([...BLOCKS, 'Another ending.'], BLOCKS)
    const exhibit = {
      document_id: `${now.filing.accession_number}:2`,
      sequence: 2,
      document_type: 'EX-99',
      document_sha256: '0'.repeat(64),
      text: null,
      sections: [],
    }
    const [main] = now.filing.documents
    if (!main) throw new Error('a fixture has a document')
    const inOrder = { ...now.filing, documents: [main, exhibit] }
    const turned = { ...now.filing, documents: [exhibit, main] }
    expect(textSimilarity.extract(given(turned, { prior: then.filing }))).toEqual(
      textSimilarity.extract(given(inOrder, { prior: then.filing })),
    )
  })

  it('has no score on forms without a universe, and says so', () => {
    const { outcome } = compare([...BLOCKS, 'Another ending.'], BLOCKS, '10-KSB')
    expect(valuesOf(outcome)).not.toHaveProperty('text_change_score')
    expect(outcome).toMatchObject({
      omitted: [
        {
          signal_type: 'text_change_score',
          status: 'insufficient_data',
          reason: 'no_universe_for_form',
          missing: ['universe'],
        },
      ],
    })
  })

  it('does not see tables of figures and page furniture, but does see tables of words', () => {
    const figures = {
      text: 'Revenue | 1,204,551 | 998,101\nCosts | 771,300 | 702,118',
      kind: 'table' as const,
    }
    const furniture = { text: 'Acme Corp Form Ten K Page', kind: 'page_furniture' as const }
    expect(valuesOf(compare([...BLOCKS, figures, furniture], BLOCKS).outcome).text_sim_min_edit).toBe(1)
    const wording = { text: 'Risk | Response\nFire | Sprinklers in 2 halls', kind: 'table' as const }
    expect(valuesOf(compare([...BLOCKS, wording], BLOCKS).outcome).text_sim_min_edit).toBeLessThan(1)
  })

  it('is told when there is nothing to compare with', () => {
    const { now } = compare(BLOCKS, BLOCKS)
    expect(textSimilarity.extract(given(now.filing, { prior: null }))).toEqual({
      status: 'not_applicable',
      reason: 'no_prior_filing',
    })
    expect(compare(['Too short.'], BLOCKS).outcome).toEqual({
      status: 'not_applicable',
      reason: 'text_too_short',
    })
    expect(compare(BLOCKS, ['Too short.']).outcome).toEqual({
      status: 'not_applicable',
      reason: 'prior_text_too_short',
    })
    const unread = { ...now.filing, documents: [] }
    expect(textSimilarity.extract(given(unread, { prior: now.filing }))).toEqual({
      status: 'failed',
      reason: 'text_unavailable',
    })
    expect(textSimilarity.extract(given(now.filing, { prior: unread }))).toEqual({
      status: 'failed',
      reason: 'prior_text_unavailable',
    })
  })

  it('is read from annual and quarterly reports, never from amendments', () => {
    expect(['10-K', '10-K405', '10-Q', '10-KSB'].every((form) => textSimilarity.applies(form))).toBe(true)
    expect(['10-K/A', '10-KT', '8-K', '10-Q/A', '20-F'].some((form) => textSimilarity.applies(form))).toBe(
      false,
    )
  })

  it('gives the same fingerprint every time, and another when the earlier text differs', () => {
    const prints = (earlier: FilingFixture['blocks']) => {
      const { outcome, now, then } = compare([...BLOCKS, paragraph('Cyber')], earlier)
      if (outcome.status !== 'ok_found') throw new Error(outcome.status)
      const extractor = {
        name: textSimilarity.name,
        version: textSimilarity.version,
        kind: textSimilarity.kind,
        input_sha256: inputSha256(now.filing, textSimilarity, givenNeeds({ prior: then.filing })),
        config_sha256: 'c',
      }
      return outcome.findings.map((finding) => fingerprint(now.filing, extractor, finding))
    }
    expect(prints(BLOCKS)).toEqual(prints(BLOCKS))
    expect(new Set(prints(BLOCKS)).size).toBe(5)
    const other = prints([...BLOCKS.slice(1), 'Another ending.'])
    expect(other.some((print) => prints(BLOCKS).includes(print))).toBe(false)
  })
})
