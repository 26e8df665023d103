import { describe, expect, it } from 'vitest'
import { type FilingFixture, type FixtureBlock, filingFixture, given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { materialWeakness } from './material-weakness.ts'

const EFFECTIVE = 'Management concluded that our disclosure controls and procedures were effective.'
const INTERNAL_EFFECTIVE =
  'Management concluded that our internal control over financial reporting was effective.'
const NOT_EFFECTIVE = 'Management concluded that our disclosure controls and procedures were not effective.'
const INTERNAL_NOT = 'Our internal control over financial reporting was not effective as of year end.'
const WEAKNESS = 'We identified a material weakness related to the recognition of revenue.'
const REMEDIATED = 'Management concluded that the material weakness was remediated as of December 31, 2023.'
const UNREMEDIATED =
  'The material weakness will not be considered remediated until the controls operate for long enough.'
const AUDITOR = 'Our audit included assessing the risk that a material weakness exists.'
const DEFINITION = 'A material weakness is a deficiency in internal control over financial reporting.'

function extract(sentences: string[], more: Partial<FilingFixture> = {}, item: Partial<FixtureBlock> = {}) {
  const { filing, sources } = filingFixture({
    blocks: [
      { text: 'Item 1A. Risk Factors', section: '10k.item_1a', kind: 'heading' },
      'We have identified material weaknesses and our controls were not effective.',
      { text: 'Item 9A. Controls and Procedures', section: '10k.item_9a', kind: 'heading', ...item },
      ...sentences,
      { text: 'Item 9B. Other Information', section: '10k.item_9b', kind: 'heading' },
      'None.',
    ],
    ...more,
  })
  return { outcome: materialWeakness.extract(given(filing, {})), sources }
}

function labelOf(...sentences: string[]) {
  const { outcome } = extract(sentences)
  return outcome.status === 'ok_found' ? outcome.findings[0]?.value : `${outcome.status} ${outcome.reason}`
}

describe('a material weakness', () => {
  it.each([
    ['present', [NOT_EFFECTIVE, WEAKNESS]],
    ['present', [EFFECTIVE, INTERNAL_NOT]],
    ['present', [EFFECTIVE, WEAKNESS]],
    ['present', [NOT_EFFECTIVE, WEAKNESS, UNREMEDIATED]],
    // One of several was remediated, and the conclusion still is against it.
    ['present', [NOT_EFFECTIVE, REMEDIATED, WEAKNESS]],
    ['remediated', [EFFECTIVE, INTERNAL_EFFECTIVE, WEAKNESS, REMEDIATED]],
    ['ok_none controls_effective', [EFFECTIVE, INTERNAL_EFFECTIVE]],
    ['ok_none controls_effective', [EFFECTIVE, DEFINITION, AUDITOR]],
    ['ok_none controls_effective', ['Management did not identify any material weaknesses.']],
    ['ok_none controls_not_effective_no_weakness_named', [NOT_EFFECTIVE]],
    ['insufficient_data no_conclusion_on_controls', ['We sell bread.']],
  ])('is %s', (label, sentences) => {
    expect(labelOf(...sentences)).toBe(label)
  })

  it('is quoted from the item, with what is concluded on either kind of controls', async () => {
    const { outcome, sources } = extract([NOT_EFFECTIVE, WEAKNESS])
    expect(outcome).toMatchObject({
      findings: [
        {
          signal_type: 'material_weakness',
          value: 'present',
          direction: -1,
          payload: {
            disclosure_controls: 'not_effective',
            internal_control: null,
            weakness_sentences: 1,
            remediated_sentences: 0,
            unremediated_sentences: 0,
          },
          evidence: [{ quote: NOT_EFFECTIVE }, { quote: WEAKNESS }],
        },
      ],
    })
    if (outcome.status === 'ok_found')
      expect(await faultOf(materialWeakness, outcome.findings, sources)).toBeNull()
  })

  it('that is gone is neither adverse nor favourable', () => {
    expect(extract([EFFECTIVE, REMEDIATED]).outcome).toMatchObject({
      findings: [{ value: 'remediated', direction: 0, payload: { disclosure_controls: 'effective' } }],
    })
  })

  it('is read in quarterly reports in their item', () => {
    const { filing } = filingFixture({
      form_type: '10-Q',
      blocks: [
        { text: 'Item 4. Controls and Procedures', section: '10q.part1_item_4', kind: 'heading' },
        NOT_EFFECTIVE,
        WEAKNESS,
      ],
    })
    expect(materialWeakness.extract(given(filing, {}))).toMatchObject({ findings: [{ value: 'present' }] })
  })

  it('is not looked for where there was no item, or where it is absent, elsewhere or not found', () => {
    expect(extract([], { filing_date: '2001-03-01' }, { status: 'failed' }).outcome).toEqual({
      status: 'not_applicable',
      reason: 'controls_item_not_in_force',
    })
    expect(extract([], {}, { status: 'absent' }).outcome).toEqual({
      status: 'not_applicable',
      reason: 'controls_section_absent',
    })
    expect(extract([], {}, { status: 'uncertain' }).outcome).toEqual({
      status: 'insufficient_data',
      reason: 'controls_section_uncertain',
      missing: ['item_on_controls'],
    })
    expect(extract([], {}, { status: 'failed' }).outcome).toEqual({
      status: 'insufficient_data',
      reason: 'controls_section_not_found',
      missing: ['item_on_controls'],
    })
    expect(extract(['See the proxy statement.'], {}, { note: 'incorporated_by_reference' }).outcome).toEqual({
      status: 'not_applicable',
      reason: 'controls_incorporated_by_reference',
    })
  })

  it('in an amendment is read where the item is there', () => {
    expect(extract([NOT_EFFECTIVE, WEAKNESS], { form_type: '10-K/A' }).outcome).toMatchObject({
      findings: [{ value: 'present' }],
    })
    expect(extract([], { form_type: '10-K/A' }, { status: 'failed' }).outcome).toEqual({
      status: 'not_applicable',
      reason: 'amendment_says_nothing',
    })
  })

  it('was in Item 14 for a year, which is about fees since then', () => {
    const item14 = (text: string, filing_date: string) =>
      materialWeakness.extract(
        given(
          filingFixture({
            filing_date,
            blocks: [{ text, section: '10k.item_14', kind: 'heading' }, NOT_EFFECTIVE, WEAKNESS],
          }).filing,
          {},
        ),
      )
    expect(item14('Item 14. Controls and Procedures', '2003-03-01')).toMatchObject({
      findings: [{ value: 'present' }],
    })
    expect(item14('Item 14. Principal Accountant Fees', '2024-03-01')).toMatchObject({
      reason: 'controls_section_not_found',
    })
  })

  it('needs a text', () => {
    const { filing } = filingFixture({ blocks: [WEAKNESS] })
    const none = { ...filing, documents: filing.documents.map((each) => ({ ...each, text: null })) }
    expect(materialWeakness.extract(given(none, {}))).toEqual({
      status: 'failed',
      reason: 'text_unavailable',
    })
  })
})
