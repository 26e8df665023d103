import { describe, expect, it } from 'vitest'
import { type FilingFixture, filingFixture, given, joinedSources } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { goingConcern } from './going-concern.ts'

const RAISED = 'These losses raise substantial doubt about our ability to continue as a going concern.'
const ALLEVIATED = 'We believe that these plans alleviate the substantial doubt about going concern.'
const NOT_ALLEVIATED = 'However, the plans do not alleviate the substantial doubt about our going concern.'
const AUDITOR =
  'The statements have been prepared assuming that the Company will continue as a going concern. As discussed in Note 1, its losses raise substantial doubt about its ability to continue as a going concern.'
const IMAGINED = 'A recession could raise substantial doubt about our ability to continue as a going concern.'

function extract(fixture: Partial<FilingFixture>, exhibits: ReturnType<typeof filingFixture>[] = []) {
  const { filing, sources } = filingFixture({ blocks: [], ...fixture })
  const outcome = goingConcern.extract(
    given(filing, { annual_reports: exhibits.flatMap((each) => each.filing.documents) }),
  )
  return { outcome, sources: joinedSources(sources, ...exhibits.map((each) => each.sources)) }
}

function labelOf(...blocks: string[]) {
  const { outcome } = extract({ blocks })
  return outcome.status === 'ok_found' ? outcome.findings[0]?.value : `${outcome.status} ${outcome.reason}`
}

describe('doubt about going on', () => {
  it.each([
    ['raised', [RAISED]],
    ['alleviated', [RAISED, ALLEVIATED]],
    ['raised', [RAISED, ALLEVIATED, NOT_ALLEVIATED]],
    ['raised', [AUDITOR, ALLEVIATED]],
    ['mentioned', [IMAGINED]],
    ['raised', [IMAGINED, RAISED]],
    ['ok_none no_substantial_doubt', ['We sell bread.']],
    ['ok_none no_substantial_doubt', ['We have doubts. Our customers may not continue as a going concern.']],
  ])('is %s', (label, blocks) => {
    expect(labelOf(...blocks)).toBe(label)
  })

  it('is quoted, adverse when raised, and counted by what the sentences say', async () => {
    const { outcome, sources } = extract({ blocks: [IMAGINED, RAISED] })
    expect(outcome).toMatchObject({
      findings: [
        {
          signal_type: 'going_concern',
          value: 'raised',
          direction: -1,
          subject: null,
          payload: {
            raised_sentences: 1,
            alleviated_sentences: 0,
            not_alleviated_sentences: 0,
            mentioned_sentences: 1,
            auditor_paragraph: false,
          },
          evidence: [{ quote: RAISED }],
        },
      ],
    })
    if (outcome.status === 'ok_found')
      expect(await faultOf(goingConcern, outcome.findings, sources)).toBeNull()
  })

  it('that was alleviated is quoted with the doubt there was', () => {
    const { outcome } = extract({ blocks: [RAISED, ALLEVIATED] })
    expect(outcome).toMatchObject({
      findings: [{ direction: 0, evidence: [{ quote: ALLEVIATED }, { quote: RAISED }] }],
    })
  })

  it('is read in the annual report filed as an exhibit too', async () => {
    const exhibit = filingFixture({
      accession_number: '0009990001-24-000002',
      form_type: 'EX-13',
      blocks: [AUDITOR],
    })
    const { outcome, sources } = extract({ blocks: ['We sell bread.'] }, [exhibit])
    expect(outcome).toMatchObject({ findings: [{ value: 'raised', payload: { auditor_paragraph: true } }] })
    if (outcome.status === 'ok_found')
      expect(await faultOf(goingConcern, outcome.findings, sources)).toBeNull()
  })

  it('is not known where the statements are in an exhibit that is not there', () => {
    const { outcome } = extract({
      blocks: [
        { text: 'Item 8. Financial Statements', section: '10k.item_8', note: 'incorporated_by_reference' },
        'See the annual report.',
      ],
    })
    expect(outcome).toEqual({
      status: 'insufficient_data',
      reason: 'statements_incorporated_by_reference',
      missing: ['EX-13'],
    })
  })

  it('is looked for in the report itself where Item 8 refers to Item 15 of it', () => {
    const { outcome } = extract({
      blocks: [
        { text: 'Item 8. Financial Statements', section: '10k.item_8', note: 'incorporated_by_reference' },
        'The statements listed in Part IV, Item 15 of this report are incorporated by reference.',
      ],
    })
    expect(outcome).toEqual({ status: 'ok_none', reason: 'no_substantial_doubt' })
  })

  it('in an amendment is read; an amendment without a word of it says nothing', () => {
    expect(extract({ form_type: '10-K/A', blocks: [RAISED] }).outcome).toMatchObject({
      findings: [{ value: 'raised' }],
    })
    expect(extract({ form_type: '10-K/A', blocks: ['Part III.'] }).outcome).toEqual({
      status: 'not_applicable',
      reason: 'amendment_says_nothing',
    })
  })

  it('needs a text, and other forms are not read', () => {
    const { filing } = filingFixture({ blocks: [RAISED] })
    const none = { ...filing, documents: filing.documents.map((each) => ({ ...each, text: null })) }
    expect(goingConcern.extract(given(none, { annual_reports: [] }))).toEqual({
      status: 'failed',
      reason: 'text_unavailable',
    })
    expect(['10-K', '10-Q', '8-K', '20-F'].map((form) => goingConcern.applies(form))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
