import { describe, expect, test } from 'vitest'
import { type CorpusFile, hasCorpus, openCorpus } from '../accuracy/corpus.ts'
import { readMainText } from '../accuracy/main-text.ts'
import { filesOf } from '../accuracy/sectioned-document.ts'
import { riskFactorUnits } from './risk-factors.ts'
import type { Section } from './section.ts'
import { sectionsOf } from './tile.ts'
import { tilingFault } from './tiling.ts'

/** Part of the path, section key, and the first and last words of the item as read in the document by a person. */
type Row = [path: string, key: string, begins: string, ends: string]

const READ_BY_HAND: Row[] = [
  // Apple, annual reports
  [
    '0000320193-94-000016.txt',
    '10k.item_1',
    'Item 1. Business General Apple Computer, Inc.',
    'including tariffs and anti-dumping penalties.',
  ],
  [
    '0000320193-94-000016.txt',
    '10k.item_7',
    "Item 7. Management's Discussion",
    'on a short- and long-term basis. 20',
  ],
  [
    '0000320193-94-000016.txt',
    '10k.item_14',
    'Item 14. Exhibits, Financial Statement Schedules',
    'San Jose, California December 8, 1994 49',
  ],
  [
    'data/320193/0001047469-97-006960.txt',
    '10k.item_5',
    "ITEM 5. MARKET FOR THE REGISTRANT'S COMMON EQUITY",
    'is hereby incorporated by reference.',
  ],
  [
    'data/320193/0001047469-97-006960.txt',
    '10k.item_13',
    'ITEM 13. CERTAIN RELATIONSHIPS',
    'and is hereby incorporated by reference. 60',
  ],
  [
    '000119312508224958/d10k.htm',
    '10k.item_1a',
    'Item 1A. Risk Factors Because of the following factors',
    'the Company’s financial condition and operating results.',
  ],
  [
    '000119312508224958/d10k.htm',
    '10k.item_7',
    'Item 7. Management’s Discussion',
    'as of either September 27, 2008 or September 29, 2007.',
  ],
  ['000119312509214859/d10k.htm', '10k.item_1b', 'Item 1B. Unresolved Staff Comments', 'None.'],
  [
    '000119312509214859/d10k.htm',
    '10k.item_9a',
    'Item 9A. Controls and Procedures Evaluation',
    'internal control over financial reporting.',
  ],
  [
    '000119312510238044/d10k.htm',
    '10k.item_8',
    'Item 8. Financial Statements',
    'which is as of January 25, 2010 85 Table of Contents',
  ],
  [
    '000119312515356351/d17062d10k.htm',
    '10k.item_1a',
    'Item 1A. Risk Factors The following discussion',
    'Apple Inc. | 2015 Form 10-K | 17 Table of Contents',
  ],
  [
    '000119312515356351/d17062d10k.htm',
    '10k.item_5',
    'Item 5. Market for Registrant’s Common Equity',
    'Apple Inc. | 2015 Form 10-K | 21 Table of Contents',
  ],
  [
    'a201610-k9242016.htm',
    '10k.item_7a',
    'Item 7A. Quantitative and Qualitative',
    'actual exposures and positions. Apple Inc. | 2016 Form 10-K | 37',
  ],
  [
    'a201610-k9242016.htm',
    '10k.item_15',
    'Item 15. Exhibits, Financial Statement Schedules',
    'Apple Inc. | 2016 Form 10-K | 74',
  ],
  [
    'a10-k20179302017.htm',
    '10k.item_1a',
    'Item 1A. Risk Factors The following discussion',
    'operating results and cash flows could be adversely affected.',
  ],
  [
    'a10-k20179302017.htm',
    '10k.item_7',
    'Item 7. Management’s Discussion',
    'could be materially adversely affected. Apple Inc. | 2017 Form 10-K | 35',
  ],
  [
    'a10-k20189292018.htm',
    '10k.item_1',
    'Item 1. Business Company Background',
    'textual references only. Apple Inc. | 2018 Form 10-K | 7',
  ],
  [
    'a10-k20189292018.htm',
    '10k.item_9',
    'Item 9. Changes in and Disagreements',
    'Financial Disclosure None.',
  ],
  [
    'a10-k20199282019.htm',
    '10k.item_1a',
    'Item 1A. Risk Factors The following discussion',
    'financial condition and operating results could be materially adversely affected.',
  ],
  [
    'a10-k20199282019.htm',
    '10k.item_3',
    'Item 3. Legal Proceedings The Company is subject to',
    'financial condition or operating results.',
  ],
  [
    'aapl-20200926.htm',
    '10k.item_2',
    'Item 2. Properties The Company’s headquarters',
    'conduct of its business. Apple Inc. | 2020 Form 10-K | 15',
  ],
  [
    'aapl-20200926.htm',
    '10k.item_7',
    'Item 7. Management’s Discussion',
    'for that reporting period could be materially adversely affected.',
  ],
  [
    'aapl-20210925.htm',
    '10k.item_1a',
    'Item 1A. Risk Factors The Company’s business, reputation',
    'investor confidence and employee retention.',
  ],
  [
    'aapl-20210925.htm',
    '10k.item_8',
    'Item 8. Financial Statements and Supplementary Data Index',
    'October 28, 2021 Apple Inc. | 2021 Form 10-K | 54',
  ],
  [
    'aapl-20220924.htm',
    '10k.item_9b',
    'Item 9B. Other Information Rule 10b5-1 Trading Plans',
    'employee and director equity plans.',
  ],
  [
    'aapl-20220924.htm',
    '10k.item_9c',
    'Item 9C. Disclosure Regarding Foreign Jurisdictions',
    'Not applicable.',
  ],
  [
    'aapl-20230930.htm',
    '10k.item_1a',
    'Item 1A. Risk Factors',
    'investor confidence and employee retention.',
  ],
  [
    'aapl-20230930.htm',
    '10k.item_7a',
    'Item 7A. Quantitative',
    'foreign currency derivatives. Apple Inc. | 2023 Form 10-K | 26',
  ],
  [
    'aapl-20240928.htm',
    '10k.item_1c',
    'Item 1C. Cybersecurity The Company’s management',
    '“Risk Factors.” Apple Inc. | 2024 Form 10-K | 17',
  ],
  [
    'aapl-20240928.htm',
    '10k.item_5',
    'Item 5. Market for Registrant’s',
    '$100 | $146 | $216 | $156 | $215 | $322',
  ],
  [
    'aapl-20250927.htm',
    '10k.item_1a',
    'Item 1A. Risk Factors The following summarizes',
    'investor confidence and employee retention.',
  ],
  [
    'aapl-20250927.htm',
    '10k.item_16',
    'Item 16. Form 10-K Summary',
    'None. Apple Inc. | 2025 Form 10-K | 57',
  ],
  // Other annual reports
  [
    '0000950131-94-000440',
    '10k.item_3',
    'ITEM 3. LEGAL PROCEEDINGS. Some of the businesses',
    'for any potential recoveries.',
  ],
  [
    '0000950131-94-000440',
    '10k.item_7',
    "ITEM 7. MANAGEMENT'S DISCUSSION",
    'incorporated herein by reference.',
  ],
  [
    '0000040545-94-000003',
    '10k.item_1',
    'Item 1. Business General Unless otherwise indicated',
    'sales of aircraft engine goods and services.',
  ],
  [
    '0000040545-94-000003',
    '10k.item_10',
    'Item 10. Directors and Executive Officers of Registrant',
    'Share Owners to be held April 27, 1994.',
  ],
  [
    '0001047469-98-012291',
    '10k.item_7a',
    'ITEM 7A. QUANTITATIVE',
    'which is incorporated herein by reference.',
  ],
  [
    '0001047469-98-012291',
    '10k.item_14',
    'ITEM 14. EXHIBITS',
    'No financial statements were filed with the Form 8-K. 8',
  ],
  [
    '4962/000119312509041008',
    '10k.item_10',
    'ITEMS 10, 11, 12 and 13. | DIRECTORS',
    'at the Company’s headquarters.',
  ],
  [
    '4962/000119312509041008',
    '10k.item_14',
    'ITEM 14. PRINCIPAL ACCOUNTING FEES',
    'incorporated herein by reference. 87 Table of Contents',
  ],
  [
    'gm-20231231.htm',
    '10k.item_10',
    'Items 10, 11, 12, 13 and 14',
    'GENERAL MOTORS COMPANY AND SUBSIDIARIES',
  ],
  // Quarterly reports
  [
    '0000320193-97-000014',
    '10q.part1_item_2',
    "Item 2. Management's Discussion",
    'that may result from tax examinations. 27',
  ],
  [
    '0000320193-97-000014',
    '10q.part2_item_1',
    'Item 1. Legal Proceedings Reference is made to page 45',
    'affected in a particular period. 28',
  ],
  [
    '0000320193-97-000014',
    '10q.part2_item_6',
    'Item 6. Exhibits and Reports on Form 8-K',
    "the Registrant's second quarter results. 29",
  ],
  [
    '0000320193-98-000008',
    '10q.part1_item_1',
    'Item 1. Financial Statements APPLE COMPUTER, INC.',
    'to conform to the 1998 presentation. 11',
  ],
  [
    '0000320193-98-000008',
    '10q.part2_item_5',
    'Item 5. Other Information The Company anticipates',
    'form of proxy relating to such meeting.',
  ],
  [
    '0000320193-99-000004',
    '10q.part1_item_3',
    'Item 3. Quantitative',
    'since the date of the 1998 Form 10-K. 26',
  ],
  [
    '0000320193-99-000004',
    '10q.part2_item_4',
    'Item 4. Submission of Matters',
    'Annual Meeting of Shareholders held on March 24, 1999.',
  ],
  [
    '000103221002000709/d10q.htm',
    '10q.part1_item_2',
    'Item 2. Management’s Discussion',
    'cash dividends on its common stock. 19 Table of Contents',
  ],
  [
    '000103221002000709/d10q.htm',
    '10q.part2_item_6',
    'Item 6. Exhibits and Reports',
    'have been omitted. 21 Table of Contents',
  ],
  [
    'ma-20230630.htm',
    '10q.part2_item_1',
    'ITEM 1. LEGAL PROCEEDINGS Item 1. Legal proceedings',
    'included in Part I, Item 1.',
  ],
  [
    'ma-20230630.htm',
    '10q.part2_item_2',
    'Item 2. Unregistered sales',
    '50 MASTERCARD JUNE 30, 2023 FORM 10-Q',
  ],
  [
    'axp-20230930.htm',
    '10q.part1_item_2',
    'ITEM 2. MANAGEMENT’S DISCUSSION',
    'Securities and Exchange Commission. 34 Table of Contents',
  ],
  [
    'axp-20230930.htm',
    '10q.part1_item_1',
    'ITEM 1. FINANCIAL STATEMENTS AMERICAN EXPRESS',
    'processed revenues from customers. 69 Table of Contents',
  ],
  // Current reports, old and new
  [
    '0000950144-94-000103',
    '8k.item_7',
    'ITEM 7. EXHIBITS (c) Exhibits',
    'September 30, 1993 and 1992. -2- 3',
  ],
  [
    '0001000685-97-000006',
    '8k.item_2',
    'ITEM 2. ACQUISITION OR DISPOSITION OF ASSETS On January 10, 1997',
    'accounted for as a purchase.',
  ],
  ['0001000685-97-000006', '8k.item_7', 'ITEM 7. FINANCIAL STATEMENTS', 'as filed on December 13, 1996.'],
  ['0000950124-00-004609', '8k.item_2', 'ITEM 2. ACQUISITION', 'issued to the former Steichen shareholders.'],
  [
    'c65448e8-k.htm',
    '8k.item_2',
    'ITEM 2. Acquisition or Disposition of Assets On October 2, 2001',
    'as permitted by Item 7(b)(2) of Form 8-K.',
  ],
  [
    'c65448e8-k.htm',
    '8k.item_3',
    'ITEM 3. Bankruptcy or Receivership On September 27, 2001',
    'San Francisco, California. Table of Contents',
  ],
  [
    'c65448e8-k.htm',
    '8k.item_5',
    'ITEM 5. Other Items On October 5, 2001',
    'market conditions and Competitive pressures.',
  ],
  ['form_8-kht.htm', '8k.item_5_02', 'Item 5.02 | Departure of Directors', 'from Harvard Business School.'],
  [
    'form_8-kht.htm',
    '8k.item_5_03',
    'Item 5.03 | Amendments to Articles',
    'incorporated herein by reference.',
  ],
  [
    'b89450e8vk.htm',
    '8k.item_5_02',
    'Item 5.02. Departure of Directors',
    'employment date of April 15, 2011. Table of Contents',
  ],
  [
    '108516_8K_2023_0000950170-23-010300',
    '8k.item_2_02',
    'Item 2.02 Results of Operations and Financial Condition. Worthington',
    'for at least one year.',
  ],
]

const NOT_THERE: [path: string, key: string, status: Section['status'], note: string | null][] = [
  // Apple left out the heading "(Removed and Reserved)".
  ['000119312510238044/d10k.htm', '10k.item_4', 'absent', null],
  // Market risk was not yet asked of Apple's quarterly reports.
  ['0000320193-97-000014', '10q.part1_item_3', 'absent', null],
  ['000103221002000709/d10q.htm', '10q.part2_item_4', 'absent', null],
  // The contents page marks these with an asterisk for "none".
  ['cat-20230630.htm', '10q.part2_item_4', 'absent', 'said_to_be_left_out'],
  // A report with a cross-reference index instead of item headings.
  ['ge-20230630.htm', '10q.part2_item_3', 'absent', 'said_to_be_left_out'],
  ['0001779026-23-000027', '10k.item_7', 'absent', 'said_to_be_left_out'],
]

describe.skipIf(!hasCorpus())('sections of the real corpus', () => {
  const corpus = openCorpus()
  const filings = filesOf(corpus, /^(?:10-?K|10-?Q|8-?K)[\w/-]*$/)
  const read = new Map<string, ReturnType<typeof readSections>>()

  function readSections(filing: CorpusFile) {
    const main = readMainText(corpus, filing)
    if (!main) throw new Error(`${filing.path} holds no document`)
    return { text: main.text, sections: sectionsOf(main.form_type, main.text, main.filed_on) }
  }

  function sectionsAt(fragment: string) {
    const filing = filings.find(({ path }) => path.includes(fragment) && !path.includes('tag-stripped'))
    if (!filing) throw new Error(`the corpus has no ${fragment}`)
    const held = read.get(filing.path) ?? readSections(filing)
    read.set(filing.path, held)
    return held
  }

  test('the table covers at least 25 filings', () => {
    expect(new Set(READ_BY_HAND.map(([path]) => path)).size).toBeGreaterThanOrEqual(25)
  })

  test.each(READ_BY_HAND)('%s %s begins and ends where a reader says', (path, key, begins, ends) => {
    const { text, sections } = sectionsAt(path)
    const section = sections.find((one) => one.section_key === key)
    expect(section?.status).toBe('ok')
    const words = text.text.slice(section?.start, section?.end).split(/\s+/).filter(Boolean).join(' ')
    expect(words.slice(0, begins.length)).toBe(begins)
    expect(words.slice(-ends.length)).toBe(ends)
  })

  test.each(NOT_THERE)('%s has no %s: %s', (path, key, status, note) => {
    const section = sectionsAt(path).sections.find((one) => one.section_key === key)
    expect(section).toMatchObject({ status, note, start: 0, end: 0 })
  })

  test('every text is tiled, keys are unique, every 8-K has an item, and risk factors lie inside their section without overlap', () => {
    const problems: string[] = []
    let count = 0
    for (const filing of filings) {
      let held: ReturnType<typeof readSections>
      try {
        held = readSections(filing)
      } catch (error) {
        // Two files of the corpus are cut off; the reader of submissions says so.
        if (/truncated/.test((error as Error).message)) continue
        throw error
      }
      count += 1
      const { text, sections } = held
      const fault = tilingFault(sections, text.text)
      if (fault) problems.push(`${filing.path}: ${fault}`)
      if (/^8-?K/.test(filing.form) && !sections.some((one) => one.section_key.includes('.item_')))
        problems.push(`${filing.path} is an 8-K without items`)
      const risks = sections.find((one) => one.section_key === '10k.item_1a')
      let at = risks?.start ?? 0
      for (const unit of risks ? riskFactorUnits(text, risks) : []) {
        if (unit.start < at || unit.end <= unit.start || unit.end > (risks?.end ?? 0))
          problems.push(`${filing.path} unit ${unit.title}`)
        at = unit.end
      }
    }
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(800)
  }, 120_000)
})
