import { describe, expect, it } from 'vitest'
import type { Candidate, GroundedAnswer, Judgement } from '../../claude/candidate.ts'
import type { Answer } from '../../claude/findings-schema.ts'
import { FINDINGS_SCHEMA } from '../../claude/findings-schema.ts'
import { groundAnswer, paragraphId } from '../../claude/ground.ts'
import { LABELS } from '../../claude/labels.ts'
import { findPrompt } from '../../claude/prompt.ts'
import { claudeReasons } from '../../claude/reasons.ts'
import { answerOf } from '../../claude/testing/scripted-replies.ts'
import type { ClaudeExtractor } from '../extractor.ts'
import { type FilingFixture, filingFixture, given, joinedSources } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { changeMateriality } from './change-materiality.ts'
import { customers } from './customers.ts'
import { departureReason } from './departure-reason.ts'
import { goingConcernStatement } from './going-concern.ts'
import { guidance } from './guidance.ts'
import { claudeExtractors } from './index.ts'
import { materialWeaknessStatement } from './material-weakness.ts'
import { mdnaTone } from './mdna-tone.ts'
import { riskFactorTopic } from './rf-topic.ts'

const heading = (section: string) => ({ text: 'Heading of the item', section, kind: 'heading' as const })

function selected(extractor: ClaudeExtractor, input: never): readonly Candidate[] {
  const selection = extractor.select(input)
  if (selection.status !== 'candidates') throw new Error(`${selection.status}: ${selection.reason}`)
  return selection.candidates
}

/** Grounds answers about candidates and lets the extractor judge them. */
function judged(extractor: ClaudeExtractor, input: never, answers: Partial<Answer>[]): Judgement {
  const candidates = selected(extractor, input)
  const grounded = answers.map((over): GroundedAnswer => {
    const grounding = groundAnswer(answerOf({ signal: extractor.name, label: '', ...over }), candidates)
    if (grounding.status === 'failed') throw new Error(grounding.reason)
    return grounding.grounded
  })
  return extractor.judge(grounded, input)
}
const reasons = (result: Judgement) => result.dropped.map(({ reason }) => reason)

describe('every extractor that asks Claude', () => {
  it.each(claudeExtractors.map((one) => [one.name, one] as const))(
    '%s says what it does',
    (name, extractor) => {
      expect(extractor.kind).toBe('llm')
      expect(findPrompt(extractor.prompt).question).toContain(`signal ${name}`)
      const [type] = extractor.signal_types
      expect(type?.signal_type).toBe(name)
      expect(type?.labels).toEqual(LABELS[name as keyof typeof LABELS])
      for (const label of type?.labels ?? []) expect(findPrompt(extractor.prompt).question).toContain(label)
      for (const form of type?.form_types ?? []) expect(extractor.applies(form)).toBe(true)
      expect(extractor.applies('4')).toBe(false)
    },
  )

  it('is in the closed list of the schema, with all its labels', () => {
    const { signal, label } = FINDINGS_SCHEMA.properties.findings.items.properties
    expect([...signal.enum].sort()).toEqual(claudeExtractors.map(({ name }) => name).sort())
    expect(new Set(Object.values(LABELS).flat())).toEqual(new Set(label.enum))
  })

  it('has a sentence for each of its reasons', () => {
    expect(Object.values(claudeReasons).every((sentence) => sentence.endsWith('.'))).toBe(true)
  })

  it.each(claudeExtractors.map((one) => [one.name, one] as const))(
    '%s asks nothing of an empty filing',
    (_, extractor) => {
      const form = extractor.signal_types[0]?.form_types[0] ?? '10-K'
      const { filing } = filingFixture({ form_type: form, blocks: ['Nothing to see.'] })
      const selection = extractor.select({ ...given(filing, { prior: null, exhibits: [] }) } as never)
      expect(selection.status).not.toBe('candidates')
    },
  )
})

const PRIOR: FilingFixture = {
  accession_number: '0009990001-23-000001',
  filing_date: '2023-02-15',
  period_of_report: '2022-12-31',
  blocks: [],
}
function pair(before: FilingFixture['blocks'], now: FilingFixture['blocks']) {
  const earlier = filingFixture({ ...PRIOR, blocks: before })
  const current = filingFixture({ period_of_report: '2023-12-31', blocks: now })
  return {
    input: given(current.filing, { prior: earlier.filing }) as never,
    sources: joinedSources(earlier.sources, current.sources),
  }
}

describe('llm_change_materiality', () => {
  const OLD =
    'Our plant in Ohio produced 1,200 pumps a day during the year and we expect that it will go on to do so.'
  const NEW =
    'Our plant in Ohio produced 1,500 pumps a day during the year and we expect that it will go on to do so.'
  const GONE =
    'A fire could destroy our only warehouse in Utah, and our insurance may not cover what we would lose then.'
  const ADDED =
    'Two of our directors were asked by a regulator about sales to a country under sanctions last autumn.'
  const { input, sources } = pair([heading('10k.item_1'), OLD, GONE], [heading('10k.item_1'), NEW, ADDED])
  const idOf = (text: string, side: 'P' | 'O') => {
    const index = selected(changeMateriality, input).findIndex(({ current, earlier }) => {
      const at = side === 'P' ? current : earlier
      return at?.document.text?.text.slice(at.start, at.end) === text
    })
    return paragraphId(side, index)
  }

  it('asks about what was added, removed and rewritten', () => {
    const sides = selected(changeMateriality, input).map(({ current, earlier }) => [
      current !== null,
      earlier !== null,
    ])
    expect(sides.sort()).toEqual([
      [false, true],
      [true, false],
      [true, true],
    ])
  })

  it('finds changes with evidence of both sides', async () => {
    const result = judged(changeMateriality, input, [
      {
        label: 'number_change',
        paragraph_id: idOf(NEW, 'P'),
        quote: NEW.slice(0, 45),
        prior_paragraph_id: idOf(OLD, 'O'),
        prior_quote: OLD.slice(0, 45),
      },
      { label: 'new_risk', direction: -1, paragraph_id: idOf(ADDED, 'P'), quote: ADDED },
      { label: 'risk_removed', prior_paragraph_id: idOf(GONE, 'O'), prior_quote: GONE },
    ])
    expect(result.dropped).toEqual([])
    expect(
      result.findings.map(({ value, direction, payload }) => [value, direction, payload?.change]),
    ).toEqual([
      ['number_change', 0, 'modified'],
      ['new_risk', -1, 'added'],
      ['risk_removed', 0, 'removed'],
    ])
    expect(new Set(result.findings.map(({ subject }) => subject)).size).toBe(3)
    expect(await faultOf(changeMateriality, result.findings, sources)).toBeNull()
  })

  it.each([
    [
      'a removal without the earlier side',
      { label: 'risk_removed', quote: ADDED, text: ADDED },
      'earlier_side_not_quoted',
    ],
    [
      'a good new risk',
      { label: 'new_risk', direction: 1 as const, quote: ADDED, text: ADDED },
      'direction_contradicts',
    ],
    [
      'new numbers of what is new',
      { label: 'number_change', quote: ADDED, text: ADDED },
      'nothing_to_compare',
    ],
    [
      'a fact that stood there before',
      { label: 'new_fact', quote: 'and we expect that it will go on to do so.', text: NEW },
      'stood_there_before',
    ],
    [
      'a label of another signal',
      { label: 'cybersecurity', quote: ADDED, text: ADDED },
      'label_of_another_signal',
    ],
    [
      'wording that favours somebody',
      { label: 'wording', direction: 1 as const, quote: NEW.slice(0, 45), text: NEW },
      'direction_contradicts',
    ],
  ])('drops %s', (_, { text, ...over }, reason) => {
    expect(reasons(judged(changeMateriality, input, [{ paragraph_id: idOf(text, 'P'), ...over }]))).toEqual([
      reason,
    ])
  })

  it('drops a change of numbers that are the same, and a second answer', () => {
    const same = pair(
      [
        heading('10k.item_1'),
        'We sold 40 pumps to dealers in the western states of the country during the year.',
      ],
      [
        heading('10k.item_1'),
        'During the year we sold 40 pumps to some dealers in western states of the country.',
      ],
    )
    const quote = 'we sold 40 pumps to some dealers'
    const number = { label: 'number_change', paragraph_id: 'P0001', quote }
    expect(reasons(judged(changeMateriality, same.input, [number]))).toEqual(['numbers_are_the_same'])
    const wording = { label: 'wording', paragraph_id: 'P0001', quote }
    expect(reasons(judged(changeMateriality, same.input, [wording, wording]))).toEqual(['answered_twice'])
  })

  it('does not apply to a first report', () => {
    const { filing } = filingFixture({ blocks: [heading('10k.item_1'), NEW] })
    expect(changeMateriality.select(given(filing, { prior: null }) as never)).toEqual({
      status: 'not_applicable',
      reason: 'no_prior_filing',
    })
  })
})

describe('llm_rf_topic', () => {
  const factor = (text: string) => [
    { text: `${text} could harm our business.`, bold: true },
    `If ${text.toLowerCase()} occurs, our revenue may fall and our costs may rise, and we may be unable to react to it in time.`,
  ]
  const base = [
    { text: 'Item 1A. Risk Factors', section: '10k.item_1a', kind: 'heading' as const },
    ...factor('A strike at our plant'),
    ...factor('A rise of interest rates'),
  ]
  const { input, sources } = pair(base, [...base, ...factor('A theft of customer records by hackers')])

  it('has one topic per factor that is new', async () => {
    const quote = 'A theft of customer records by hackers could harm our business.'
    const result = judged(riskFactorTopic, input, [
      { label: 'cybersecurity', paragraph_id: 'P0001', quote },
      { label: 'data_privacy', paragraph_id: 'P0001', quote },
    ])
    expect(result.findings).toMatchObject([
      { value: 'cybersecurity', direction: -1, payload: { change: 'added', confidence: 'high' } },
    ])
    expect(reasons(result)).toEqual(['answered_twice'])
    expect(await faultOf(riskFactorTopic, result.findings, sources)).toBeNull()
  })

  it('asks nothing when nothing changed', () => {
    expect(riskFactorTopic.select(pair(base, base).input)).toEqual({
      status: 'ok_none',
      reason: 'no_candidates',
    })
  })
})

describe('llm_guidance', () => {
  const RAISED =
    'For full year 2024 the company now expects organic revenue growth of 8%, up from 6% previously, as demand improved.'
  const RANGE =
    'The company reaffirms its guidance for fiscal 2024 of adjusted earnings per share of $1.05 to $1.10.'
  const HARBOUR =
    'This release contains forward-looking statements; actual results in 2024 may differ from expected results of 5%.'
  const PAST =
    'In the last quarter the company opened a plant and hired people, as was told before on several occasions.'
  const main = filingFixture({ form_type: '8-K', items: ['2.02', '9.01'], blocks: ['Item 2.02'] })
  const release = filingFixture({
    accession_number: '0009990001-24-000002',
    blocks: [RAISED, RANGE, HARBOUR, PAST],
  })
  const input = given(main.filing, { exhibits: release.filing.documents }) as never

  it('asks about outlook and nothing else', () => {
    expect(selected(guidance, input)).toHaveLength(2)
    const merger = filingFixture({ form_type: '8-K', items: ['1.01'], blocks: ['Item 1.01'] })
    expect(
      guidance.select(given(merger.filing, { exhibits: release.filing.documents }) as never).status,
    ).toBe('ok_none')
  })

  it('reads the figures itself', async () => {
    const result = judged(guidance, input, [
      {
        label: 'raised',
        direction: 1,
        paragraph_id: 'P0001',
        quote: 'expects organic revenue growth of 8%, up from 6%',
        value_text: '8%',
        unit: 'percent',
        subject: 'organic_revenue_growth',
        period_text: 'full year 2024',
      },
      {
        label: 'maintained',
        paragraph_id: 'P0002',
        quote: 'adjusted earnings per share of $1.05 to $1.10',
        value_text: '$1.05 to $1.10',
        unit: 'usd_per_share',
        subject: 'adjusted_eps',
        period_text: 'fiscal 2024',
      },
    ])
    expect(result.findings).toMatchObject([
      {
        value: 'raised',
        direction: 1,
        subject: 'organic_revenue_growth:full year 2024',
        payload: { low: 8, high: 8 },
      },
      { value: 'maintained', direction: 0, payload: { low: 1.05, high: 1.1, metric: 'adjusted_eps' } },
    ])
    expect(await faultOf(guidance, result.findings, release.sources)).toBeNull()
  })

  const maintained = {
    label: 'maintained',
    paragraph_id: 'P0002',
    quote: 'adjusted earnings per share of $1.05 to $1.10',
    subject: 'adjusted_eps',
  }
  it.each([
    ['a withdrawal nobody speaks of', { label: 'withdrawn' }, 'action_not_in_paragraph'],
    [
      'a raise nobody speaks of',
      { label: 'raised', quote: 'its guidance for fiscal 2024 of adjusted' },
      'action_not_in_paragraph',
    ],
    ['a metric of its own', { subject: 'happiness' }, 'subject_not_listed'],
    ['a unit of its own', { unit: 'bananas' }, 'unit_not_listed'],
    ['a period of its own', { period_text: 'fiscal 2027' }, 'period_not_in_paragraph'],
    ['percent without percent', { value_text: '$1.05', unit: 'percent' }, 'unit_not_in_quote'],
    ['a value in words', { value_text: 'earnings', unit: 'usd' }, 'value_without_number'],
  ])('drops %s', (_, over, reason) => {
    expect(reasons(judged(guidance, input, [{ ...maintained, ...over }]))).toEqual([reason])
  })
})

describe('llm_mdna_tone', () => {
  const OLD =
    'Revenue rose by four percent during the year because dealers in the north ordered more pumps than they had before.'
  const NEW =
    'Revenue fell by nine percent during the year because dealers in the north ordered far fewer pumps than before.'
  const { input } = pair([heading('10k.item_7'), OLD], [heading('10k.item_7'), NEW])
  const quote = 'Revenue fell by nine percent during the year'

  it('scores a paragraph and drops what points two ways', () => {
    const result = judged(mdnaTone, input, [
      { label: 'negative', direction: -1, paragraph_id: 'P0001', quote },
    ])
    expect(result.findings).toMatchObject([{ value: 'negative', direction: -1, payload: { score: -1 } }])
    expect(
      reasons(judged(mdnaTone, input, [{ label: 'negative', direction: 1, paragraph_id: 'P0001', quote }])),
    ).toEqual(['direction_contradicts'])
  })
})

describe('statements of one filing', () => {
  const DOUBT =
    'These conditions raise substantial doubt about our ability to continue as a going concern for a year.'
  const NONE =
    'Management concluded that there is no substantial doubt about our ability to continue as a going concern.'

  it('llm_going_concern takes the gravest, and no doubt is none', () => {
    const { filing } = filingFixture({ blocks: [heading('10k.item_7'), NONE, DOUBT] })
    const input = given(filing, {}) as never
    const result = judged(goingConcernStatement, input, [
      { label: 'mentioned', paragraph_id: 'P0001', quote: NONE },
      { label: 'raised_doubt', direction: -1, paragraph_id: 'P0002', quote: DOUBT },
    ])
    expect(result.findings).toMatchObject([{ value: 'raised_doubt', direction: -1, subject: null }])
    expect(
      reasons(
        judged(goingConcernStatement, input, [{ label: 'raised_doubt', paragraph_id: 'P0001', quote: NONE }]),
      ),
    ).toEqual(['quote_says_otherwise'])
  })

  it('llm_material_weakness is silent about none', () => {
    const text =
      'In the course of the assessment we did not identify any material weakness in our internal control.'
    const { filing } = filingFixture({ blocks: [heading('10k.item_9a'), text] })
    const input = given(filing, {}) as never
    expect(
      judged(materialWeaknessStatement, input, [
        { label: 'none_reported', paragraph_id: 'P0001', quote: text },
      ]).findings,
    ).toEqual([])
    expect(
      reasons(
        judged(materialWeaknessStatement, input, [{ label: 'present', paragraph_id: 'P0001', quote: text }]),
      ),
    ).toEqual(['quote_says_otherwise'])
  })

  it('llm_customers needs the name and one percentage in the quote', () => {
    const text =
      'Acme Stores accounted for 23.5% of our revenue in fiscal 2024, and no other customer for more than 10%.'
    const { filing } = filingFixture({ blocks: [heading('10k.item_1'), text] })
    const input = given(filing, {}) as never
    const quote = 'Acme Stores accounted for 23.5% of our revenue in fiscal 2024'
    const base = {
      label: 'named_customer',
      paragraph_id: 'P0001',
      quote,
      subject: 'Acme Stores',
      value_text: '23.5%',
      period_text: 'fiscal 2024',
    }
    expect(judged(customers, input, [base]).findings).toMatchObject([
      {
        value: 'named_customer',
        subject: 'acme stores',
        payload: { customer: 'Acme Stores', percent: 23.5, period_text: 'fiscal 2024' },
      },
    ])
    expect(reasons(judged(customers, input, [{ ...base, subject: 'Zeta' }]))).toEqual([
      'subject_not_in_quote',
    ])
    expect(reasons(judged(customers, input, [{ ...base, value_text: '2024' }]))).toEqual([
      'value_not_a_percentage',
    ])
    expect(reasons(judged(customers, input, [{ ...base, value_text: null }]))).toEqual([
      'value_not_a_percentage',
    ])
  })

  it('llm_departure_reason needs the person in the quote and the word in the paragraph', () => {
    const text =
      'On 3 May, Jane Example notified the company that she will retire as Chief Financial Officer in June.'
    const { filing } = filingFixture({ form_type: '8-K', blocks: [heading('8k.item_5_02'), text] })
    const input = given(filing, {}) as never
    const base = {
      label: 'retirement',
      paragraph_id: 'P0001',
      quote: 'Jane Example notified the company that she will retire',
      subject: 'Jane Example',
    }
    expect(judged(departureReason, input, [base, base]).findings).toMatchObject([
      { value: 'retirement', subject: 'jane example' },
    ])
    expect(reasons(judged(departureReason, input, [{ ...base, label: 'terminated_for_cause' }]))).toEqual([
      'words_not_in_paragraph',
    ])
    expect(reasons(judged(departureReason, input, [{ ...base, subject: 'John Example' }]))).toEqual([
      'subject_not_in_quote',
    ])
  })
})
