import type { CurrentReport } from '../../company.ts'

const RESULTS =
  'On the date of this report Tarnwick Tidal Instruments, Inc. issued a press release with its results for the period named there. The release is attached as Exhibit 99.1. It is furnished and shall not be deemed filed for the purposes of Section 18 of the Securities Exchange Act of 1934.'

export const tarnwickEvents: CurrentReport[] = [
  {
    accepted: '2023-02-15 16:06:10',
    event_date: '2023-02-15',
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2022, quarter: 4 },
    exhibits: [],
    signer: 'Desmond Achterkamp',
  },
  {
    // A Friday evening before a long weekend: filed as of Tuesday, June 20.
    accepted: '2023-06-16 17:52:36',
    event_date: '2023-06-13',
    items: [
      {
        code: '5.02',
        prose: [
          '(b) On June 13, 2023 Desmond Achterkamp told the company that he will resign as chief financial officer with effect from July 31, 2023, in order to lead a privately held company. His resignation does not result from any disagreement with the company about its operations, policies or practices.',
          '(c) On June 15, 2023 the board appointed Imelda Quenneville, 46, as chief financial officer with effect from August 1, 2023. Ms. Quenneville has been controller of the company since 2018. She will receive a base salary of $415,000 and a grant of restricted stock units with a value of $300,000, which vest in four equal annual parts. There is no family relationship between Ms. Quenneville and any director or officer.',
        ],
      },
    ],
    exhibits: [],
    signer: 'Ottoline Brackwater',
  },
  {
    accepted: '2023-08-02 16:05:41',
    event_date: '2023-08-02',
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2023, quarter: 2 },
    exhibits: [],
    signer: 'Imelda Quenneville',
  },
  {
    accepted: '2024-01-19 07:31:22',
    event_date: '2024-01-15',
    items: [
      {
        code: '1.05',
        prose: [
          'On January 15, 2024 Tarnwick Tidal Instruments, Inc. found that an unauthorized party had gained access to part of its network and had encrypted file servers that are used in engineering and order processing. The company disconnected the affected systems, engaged outside specialists and informed law enforcement.',
          'Shipments from the works at Port Ellery have been stopped since January 15. The data service, which runs on separate systems, was not affected. The company is restoring its servers from copies and expects to ship again within days. It has not yet determined whether the incident is reasonably likely to have a material effect on its financial condition or results of operations.',
        ],
      },
    ],
    exhibits: [],
    signer: 'Imelda Quenneville',
  },
  {
    accepted: '2024-02-14 16:04:59',
    event_date: '2024-02-14',
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2023, quarter: 4 },
    exhibits: [],
    signer: 'Imelda Quenneville',
  },
  {
    accepted: '2024-05-21 08:02:17',
    event_date: '2024-05-20',
    by_agent: true,
    items: [
      {
        code: '1.01',
        prose: [
          'On May 20, 2024 Tarnwick Tidal Instruments, Inc. entered into a License and Transfer Agreement with Skerrow Acoustics LLC. Under the agreement the company receives an exclusive and perpetual license to make and sell the Skerrow line of sub-bottom sonars and takes over the workshop in Kittern Falls, Oregon with forty-two employees.',
          'The company will pay $9.5 million in cash at closing and up to $6.0 million more, depending on orders in fiscal 2025 and 2026. The agreement contains customary representations and may be terminated by either party if the closing has not taken place by August 31, 2024.',
        ],
      },
      {
        code: '7.01',
        prose: [
          'On May 21, 2024 the company issued a press release about the agreement, which is attached as Exhibit 99.1. The information in this item is furnished and shall not be deemed filed.',
        ],
      },
    ],
    exhibits: [
      {
        type: 'EX-99.1',
        title: 'Tarnwick to Add Sub-Bottom Sonars of Skerrow Acoustics',
        prose: [
          'PORT ELLERY, Maine -- Tarnwick Tidal Instruments, Inc. (Nasdaq: TWTI) has agreed to license the sub-bottom sonar line of Skerrow Acoustics, whose instruments look for pipes, cables and boulders beneath the sea floor.',
          '"A harbor that knows its tides also wants to know its mud," said Ottoline Brackwater, chief executive officer of Tarnwick. "Skerrow has listened to mud for thirty years."',
        ],
      },
    ],
    signer: 'Imelda Quenneville',
  },
  {
    accepted: '2024-06-12 16:33:03',
    event_date: '2024-06-11',
    items: [
      {
        code: '5.07',
        prose: [
          'At the annual meeting on June 11, 2024 shareholders elected Philippa Stannarde (14,020,311 votes for, 388,120 withheld) and Casper Dunmallow (13,640,877 votes for, 767,554 withheld) as directors for terms of three years, approved the pay of the named executive officers (13,211,004 for, 1,102,433 against, 94,994 abstaining) and ratified the appointment of Pellworth & Strand LLP for fiscal 2024 (15,870,216 for, 41,333 against).',
        ],
      },
    ],
    exhibits: [],
    signer: 'Imelda Quenneville',
  },
  {
    accepted: '2025-02-13 16:05:07',
    event_date: '2025-02-13',
    items: [{ code: '2.02', prose: [RESULTS] }],
    results_of: { year: 2024, quarter: 4 },
    exhibits: [],
    signer: 'Imelda Quenneville',
  },
  {
    // The Friday before clocks go forward.
    accepted: '2025-03-07 17:21:48',
    event_date: '2025-03-04',
    items: [
      {
        code: '5.02',
        prose: [
          '(b) On March 4, 2025 Casper Dunmallow, a director since 2012, informed the board that he will retire from the board on April 30, 2025. He has no disagreement with the company.',
          '(d) On March 6, 2025 the board elected Solveig Tamarack, formerly director of a hydrographic institute, to fill the vacancy with effect from May 1, 2025. Ms. Tamarack will sit on the audit committee and will be paid as the other directors are.',
        ],
      },
    ],
    exhibits: [],
    signer: 'Imelda Quenneville',
  },
]
