import { describe, expect, it } from 'vitest'
import { filingFixture } from '../filing-fixture.ts'
import { goingConcernStatements } from './going-concern-reading.ts'

/** What the reader makes of a sentence that stands near the words going concern. */
function read(sentence: string): string[] {
  const { filing } = filingFixture({ blocks: [{ text: 'Going concern', kind: 'heading' }, sentence] })
  const [document] = filing.documents
  return document ? goingConcernStatements(document).map(({ statement }) => statement) : []
}

describe('a sentence near the words going concern', () => {
  it.each([
    [
      'raised',
      "These recurring losses raise substantial doubt about the Company's ability to continue as a going concern within one year from the filing of this report.",
    ],
    [
      'raised',
      'In management’s opinion, the uncertain demand raises substantial doubt about the Company’s ability to continue as a going concern without access to additional debt.',
    ],
    [
      'raised',
      'Because of losses and debts that fall due, substantial doubt is deemed to exist about the Company’s ability to continue as a going concern for a year.',
    ],
    [
      'raised',
      'Accordingly, the Company has concluded there is substantial doubt about its ability to continue as a going concern.',
    ],
    [
      'raised',
      'There is no assurance that such activities will result in any agreements, which creates substantial doubt about the Company’s ability to continue as a going concern for at least one year after the date that these financial statements are issued.',
    ],
    [
      'mentioned',
      'The Company evaluated whether there are any conditions and events, considered in the aggregate, that raise substantial doubt about its ability to continue as a going concern over the next twelve months from the date of filing this report.',
    ],
    [
      'mentioned',
      'Under ASC 205-40, the Company has the responsibility to evaluate whether conditions and/or events raise substantial doubt about its ability to meet its future financial obligations.',
    ],
    [
      'mentioned',
      'A failure to secure funding by April 2026 may raise substantial doubt about our ability to continue as a going concern in the future.',
    ],
    [
      'mentioned',
      'Management has concluded that substantial doubt about our ability to continue as a going concern is not raised.',
    ],
    [
      'mentioned',
      "These conditions do not raise substantial doubt about the Company's ability to continue as a going concern.",
    ],
    [
      'mentioned',
      "There is no substantial doubt about the Company's ability to continue as a going concern.",
    ],
    [
      'mentioned',
      'Management concluded that substantial doubt does not exist about its ability to continue as a going concern.',
    ],
    ['alleviated', 'Management determined the substantial doubt has been alleviated.'],
    [
      'alleviated',
      'We believe these plans alleviate the substantial doubt about our ability to continue as a going concern.',
    ],
    [
      'alleviated',
      'Management believes that its plans are sufficient to alleviate the substantial doubt raised by these conditions.',
    ],
    [
      'alleviated',
      "As a result, substantial doubt about the Company's ability to continue as a going concern no longer exists.",
    ],
    [
      'alleviated',
      'Accordingly, there is no longer substantial doubt about our ability to continue as a going concern.',
    ],
    ['alleviated', 'The proceeds of the offering alleviated the doubt.'],
    [
      'alleviated',
      'The conditions that raised substantial doubt about whether we will continue as a going concern have been alleviated.',
    ],
    [
      'not_alleviated',
      "Management's plans have not been fully implemented and substantial doubt has not been alleviated.",
    ],
    [
      'not_alleviated',
      'However, there can be no certainty and the plans do not alleviate the substantial doubt about our ability to continue as a going concern.',
    ],
    [
      'raised',
      "Management's plans to alleviate the conditions that raise substantial doubt include raising capital.",
    ],
    ['mentioned', 'There can be no assurance that our plans will alleviate substantial doubt.'],
    [
      'raised',
      'The report of our auditors contains an explanatory paragraph expressing substantial doubt about our ability to continue as a going concern.',
    ],
    [
      'raised',
      'The Company has not yet generated revenue, which raises substantial doubt about its ability to continue as a going concern.',
    ],
    [
      'mentioned',
      'If we are unable to obtain financing, there will be substantial doubt about our ability to continue as a going concern.',
    ],
    [
      'mentioned',
      "Our customer's auditors have expressed substantial doubt about the customer's ability to continue as a going concern.",
    ],
    [
      'mentioned',
      'The events do not constitute, and no conditions or events were identified that raise, substantial doubt about our ability to continue as a going concern.',
    ],
    [
      'raised',
      'The substantial doubt about our ability to continue as a going concern may adversely affect our stock price and our ability to raise capital.',
    ],
    [
      'mentioned',
      "This ASU requires management to evaluate whether there is substantial doubt about an entity's ability to continue as a going concern.",
    ],
    [
      'mentioned',
      "In preparing the financial statements, management is required to evaluate whether there are conditions or events that raise substantial doubt about the Cooperative's ability to continue as a going concern.",
    ],
    [
      'mentioned',
      'Our auditors may express substantial doubt about our ability to continue as a going concern.',
    ],
    [
      'raised',
      'As of the year ended May 31, 2015, losses raise substantial doubt about the ability to continue.',
    ],
    [
      'raised',
      "In accordance with ASC 205-40, management evaluated its liquidity and concluded that there is substantial doubt about the Company's ability to continue as a going concern.",
    ],
    [
      'mentioned',
      'In prior years our auditors had expressed substantial doubt about our ability to continue as a going concern.',
    ],
    [
      'mentioned',
      'The credit agreement requires financial statements without an opinion that raises any substantial doubt as to going concern.',
    ],
    [
      'raised',
      'Our independent registered public accounting firm has included an explanatory paragraph relating to substantial doubt about our ability to continue as a going concern in its report.',
    ],
    [
      'raised',
      "These matters, when considered in the aggregate, raise substantial doubt about the Company's ability to continue as a going concern.",
    ],
    [
      'raised',
      'Our recurring losses from operations have caused our auditors to issue an opinion with substantial doubt about our ability to continue as a going concern.',
    ],
    [
      'alleviated',
      "Management's plans, which include reductions in spending, have mitigated the substantial doubt about our ability to continue as a going concern.",
    ],
    [
      'alleviated',
      'We believe that these actions, which have been approved by the board, will be sufficient to alleviate such substantial doubt.',
    ],
    [
      'raised',
      'There can be no assurance, and substantial doubt about our ability to continue as a going concern remains.',
    ],
    ['raised', 'Our ability to continue as a going concern is in substantial doubt.'],
    [
      'mentioned',
      'Our lenders may call a default if our auditors express substantial doubt about going concern.',
    ],
    [
      'mentioned',
      'Management determined that the conditions do not raise substantial doubt about going concern.',
    ],
    [
      'not_alleviated',
      'Our plans do not currently alleviate the conditions that raise substantial doubt about going concern.',
    ],
  ])('is %s: %s', (statement, sentence) => {
    // "The proceeds alleviated the doubt" counts only beside a sentence that speaks of substantial doubt.
    const alone = /substantial doubt/i.test(sentence)
    expect(alone ? read(sentence) : read(`There was substantial doubt. ${sentence}`).slice(1)).toEqual([
      statement,
    ])
  })

  it('counts in headings and tables alone for nothing', () => {
    const { filing } = filingFixture({
      blocks: [{ text: 'Substantial doubt about going concern', kind: 'heading' }],
    })
    expect(filing.documents.flatMap(goingConcernStatements)).toEqual([])
  })

  it('must stand near them', () => {
    const far = `There is substantial doubt about the plan. ${'We sell bread. '.repeat(40)}Going concern is a term.`
    const { filing } = filingFixture({ blocks: [far] })
    expect(filing.documents.flatMap(goingConcernStatements)).toEqual([])
  })

  it('that explains a standard in its paragraph is about no company', () => {
    const { filing } = filingFixture({
      blocks: [
        'The FASB issued an ASU on going concern. If substantial doubt has not been alleviated, these disclosures become more extensive.',
      ],
    })
    expect(filing.documents.flatMap(goingConcernStatements).map(({ statement }) => statement)).toEqual([
      'mentioned',
    ])
  })

  it('is read in time from a text of nothing else', () => {
    const { filing } = filingFixture({
      blocks: ['substantial doubt going concern no longer '.repeat(50_000)],
    })
    const started = performance.now()
    expect(filing.documents.flatMap(goingConcernStatements).length).toBeLessThan(3)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
