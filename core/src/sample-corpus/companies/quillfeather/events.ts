import type { CurrentReport } from '../../company.ts'

const RESULTS =
  'Today we told the public how we did in the period that the attached press release names. The release is Exhibit 99.1 to this report. It is furnished, not filed.'

export const quillfeatherEvents: CurrentReport[] = [
  {
    accepted: '2023-03-22 16:02:18',
    event_date: '2023-03-22',
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2022, quarter: 4 },
    exhibits: [],
    signer: 'Bartholomew Sedgewicke',
  },
  {
    accepted: '2023-06-05 16:55:29',
    event_date: '2023-06-01',
    by_agent: true,
    items: [
      {
        code: '1.01',
        prose: [
          'On June 1, 2023 Quillfeather Provisions, Inc. and five banks signed a credit agreement for up to $260.0 million until June 1, 2028. It consists of a term loan of $180.0 million and a revolving facility of $80.0 million. Loans bear interest at a term reference rate plus 1.50 to 2.25 percentage points, depending on our leverage, and are secured by our kitchens.',
          'The agreement asks us to keep consolidated debt below 3.25 times consolidated earnings before interest, taxes, depreciation and amortization, and contains customary events of default.',
        ],
      },
      {
        code: '2.03',
        prose: [
          'What Item 1.01 says about the credit agreement is incorporated here. On June 1, 2023 we drew the whole of the term loan and repaid the agreement of 2019 with it.',
        ],
      },
    ],
    exhibits: [
      {
        type: 'EX-10.1',
        title: 'Credit Agreement, dated as of June 1, 2023 (summary of terms)',
        prose: [
          'The lenders make available to the borrower a term loan of $180,000,000 and revolving commitments of $80,000,000. The proceeds repay the agreement of 2019 and serve general corporate purposes.',
          'The borrower shall not permit the leverage ratio to exceed 3.25 to 1.00 at the end of any fiscal quarter. An event of default gives the required lenders the right to declare all amounts due.',
        ],
      },
    ],
    signer: 'Bartholomew Sedgewicke',
  },
  {
    accepted: '2023-07-21 06:45:12',
    event_date: '2023-07-20',
    items: [
      {
        code: '7.01',
        prose: [
          'On July 20, 2023 Quillfeather Provisions, Inc. announced that it is taking chicken and leek pies off the shelves in four states. The announcement is attached as Exhibit 99.1 and is furnished, not filed.',
        ],
      },
    ],
    exhibits: [
      {
        type: 'EX-99.1',
        title: 'Quillfeather Recalls Chicken and Leek Pies in Four States',
        prose: [
          'COLD FENNEL, Pa. -- Please do not eat our chicken and leek pies with a use-by date from July 18 to July 29 if you are allergic to walnuts. A supplier of mustard made a walnut paste on the same line and did not tell us. Two people have been treated and have recovered.',
          'Bring the pie, or only the box, to any shop and we will give you your money back. The recall concerns about 186,000 pies sold in Pennsylvania, Maryland, Delaware and New Jersey.',
        ],
      },
    ],
    signer: 'Bartholomew Sedgewicke',
  },
  {
    // The Monday after clocks went back.
    accepted: '2023-11-06 08:30:01',
    event_date: '2023-11-02',
    items: [
      {
        code: '8.01',
        prose: [
          'On November 2, 2023 the board of Quillfeather Provisions, Inc. declared a dividend of $0.14 on each share of Class A and Class B common stock, payable on December 15, 2023 to holders of record on December 1, 2023.',
        ],
      },
    ],
    exhibits: [],
    signer: 'Bartholomew Sedgewicke',
  },
  {
    accepted: '2024-03-26 16:01:47',
    event_date: '2024-03-26',
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2023, quarter: 4 },
    exhibits: [],
    signer: 'Bartholomew Sedgewicke',
  },
  {
    accepted: '2024-04-15 07:05:33',
    event_date: '2024-04-11',
    items: [
      {
        code: '5.02',
        prose: [
          '(b) On April 11, 2024 Leopold Quill told the board that he will retire as chief executive officer and as a director on April 30, 2024, after twenty-six years at the oven. He has no quarrel with the company.',
          '(c) and (d) On the same day the board appointed Nkechi Harrowgrove, 51, as chief executive officer and as a director from May 1, 2024. Ms. Harrowgrove has run our shops since 2016. Her salary will be $890,000, her target bonus equal to it, and she receives restricted shares worth $2.4 million that vest over four years. She has no family tie to any director or officer.',
        ],
      },
    ],
    exhibits: [],
    signer: 'Bartholomew Sedgewicke',
  },
  {
    accepted: '2024-06-07 16:14:26',
    event_date: '2024-06-05',
    items: [
      {
        code: '5.07',
        prose: [
          'Shareholders met on June 5, 2024. They elected all seven directors, each with more than 94 percent of the votes cast; approved the pay of the executives (151.2 million votes for, 9.8 million against, 0.6 million abstaining); and ratified Greyling Moss LLP as auditor (164.9 million for, 0.3 million against).',
        ],
      },
    ],
    exhibits: [],
    signer: 'Bartholomew Sedgewicke',
  },
  {
    accepted: '2025-03-25 16:03:12',
    event_date: '2025-03-25',
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2024, quarter: 4 },
    exhibits: [],
    signer: 'Bartholomew Sedgewicke',
  },
  {
    accepted: '2025-09-08 16:04:38',
    event_date: '2025-09-08',
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2025, quarter: 2 },
    exhibits: [],
    signer: 'Bartholomew Sedgewicke',
  },
]
