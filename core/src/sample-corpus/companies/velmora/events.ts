import type { CurrentReport } from '../../company.ts'

const RESULTS =
  'On the date of this report the Company issued a press release about its results for the period named there. A copy is furnished as Exhibit 99.1.'

export const velmoraEvents: CurrentReport[] = [
  {
    accepted: '2023-01-10 09:15:28',
    event_date: '2023-01-09',
    by_agent: true,
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2022, quarter: 4 },
    exhibits: [],
    signer: 'Henrietta Mosswell',
  },
  {
    accepted: '2023-05-15 06:30:02',
    event_date: '2023-05-15',
    by_agent: true,
    items: [
      {
        code: '7.01',
        prose: [
          'The Company will present at a conference for growers on May 16, 2023. The slides are posted on its website. The information in this report is furnished and not filed.',
        ],
      },
    ],
    exhibits: [],
    signer: 'Percival Duskwood',
  },
  {
    // Accepted after 17:30, so it carries the date of the next business day.
    accepted: '2023-12-19 17:45:00',
    event_date: '2023-12-14',
    by_agent: true,
    items: [
      {
        code: '4.01',
        prose: [
          '(a) On December 14, 2023 Tully Ashcombe & Co., P.C. informed the Company that it will not stand for re-appointment as independent registered public accounting firm after completing the audit of fiscal 2023. Its reports on the financial statements for the last two fiscal years contained no adverse opinion or disclaimer. There were no disagreements during that time. Tully Ashcombe & Co., P.C. advised the Company of a material weakness in internal control over the recording of inventory movements, which is a reportable event under Item 304(a)(1)(v) of Regulation S-K.',
          '(b) On December 18, 2023 the audit committee engaged Wexmoor Pryce LLP for fiscal 2024. The Company had not consulted Wexmoor Pryce LLP before that date on any matter described in Item 304(a)(2) of Regulation S-K.',
        ],
      },
    ],
    exhibits: [
      {
        type: 'EX-16.1',
        title: 'Letter of Tully Ashcombe & Co., P.C.',
        prose: [
          'We have read Item 4.01 of the report on Form 8-K of Velmora Glasshouse Systems Corporation dated December 14, 2023 and agree with the statements about our firm. We have no basis to agree or disagree with the other statements.',
        ],
      },
    ],
    signer: 'Henrietta Mosswell',
  },
  {
    accepted: '2024-01-16 09:02:33',
    event_date: '2024-01-16',
    by_agent: true,
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2023, quarter: 4 },
    exhibits: [],
    signer: 'Henrietta Mosswell',
  },
  {
    accepted: '2024-09-12 16:10:45',
    event_date: '2024-09-09',
    by_agent: true,
    items: [
      {
        code: '1.01',
        prose: [
          'On September 9, 2024 the Company signed a three-year supply agreement with its largest dealer. The dealer agrees to buy at least 2,200 V6 controllers a year, at prices that fall as quantities rise, and receives exclusive rights in four northern states. Either party may terminate the agreement after the first year with six months of notice.',
        ],
      },
    ],
    exhibits: [],
    signer: 'Percival Duskwood',
  },
  {
    accepted: '2025-01-06 08:47:10',
    event_date: '2024-12-31',
    by_agent: true,
    items: [
      {
        code: '5.02',
        prose: [
          '(b) Henrietta Mosswell retired as chief financial officer on December 31, 2024. Her retirement had been announced within the Company in June 2024 and is not the result of a disagreement.',
          '(c) Ambrose Tillingfast, 39, became chief financial officer on January 1, 2025. His salary is $228,000. He was controller of a maker of irrigation pumps from 2017 to 2024.',
        ],
      },
    ],
    exhibits: [],
    signer: 'Percival Duskwood',
  },
  {
    accepted: '2025-08-15 16:22:58',
    event_date: '2025-08-14',
    by_agent: true,
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2025, quarter: 3 },
    exhibits: [],
    signer: 'Ambrose Tillingfast',
  },
]
