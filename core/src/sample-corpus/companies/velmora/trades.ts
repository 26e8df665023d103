import type { OwnershipReport } from '../../company.ts'

const STOCK = 'Common Stock, par value $0.0001'

export const velmoraTrades: OwnershipReport[] = [
  {
    accepted: '2023-03-13 09:30:55',
    period: '2023-03-10',
    owners: ['Percival Duskwood'],
    plan: null,
    rows: [row('2023-03-10', 'P', 'A', 12_000, '3.11', 402_500, true)],
    footnotes: [],
  },
  {
    accepted: '2023-06-02 16:02:17',
    period: '2023-05-31',
    owners: ['Pembleton Orchard Partners LP', 'Osric Pembleton'],
    plan: false,
    rows: [
      row('2023-05-31', 'P', 'A', 20_000, '2.94', 981_400, false, [1]),
      row('2023-06-01', 'P', 'A', 8_450, '2.97', 989_850, false, [1]),
    ],
    footnotes: [
      'Held by Pembleton Orchard Partners LP. Osric Pembleton is its general partner and disclaims beneficial ownership beyond his pecuniary interest.',
    ],
  },
  {
    accepted: '2024-01-17 19:55:41',
    period: '2024-01-16',
    owners: ['Gwendolyn Farthingale'],
    plan: false,
    rows: [row('2024-01-16', 'A', 'A', 9_000, '0', 41_200, true, [1])],
    footnotes: ['Annual grant to directors. The shares vest on January 16, 2025.'],
    remarks: 'The reporting person is chair of the audit committee.',
  },
  {
    accepted: '2024-09-16 16:19:06',
    period: '2024-09-13',
    owners: ['Henrietta Mosswell'],
    plan: false,
    rows: [row('2024-09-13', 'S', 'D', 6_500, '4.87', 38_120, true)],
    footnotes: [],
  },
  {
    accepted: '2025-03-11 18:08:48',
    period: '2025-03-07',
    owners: ['Pembleton Orchard Partners LP', 'Osric Pembleton'],
    plan: true,
    rows: [row('2025-03-07', 'S', 'D', 25_000, '5.02', 964_850, false, [1, 2])],
    footnotes: [
      'Held by Pembleton Orchard Partners LP. Osric Pembleton is its general partner and disclaims beneficial ownership beyond his pecuniary interest.',
      'Sold under a Rule 10b5-1 plan adopted on November 27, 2024.',
    ],
  },
]

function row(
  date: string,
  code: string,
  acquired_disposed: 'A' | 'D',
  shares: number,
  price: string,
  owned_following: number,
  direct: boolean,
  notes: number[] = [],
) {
  return {
    table: 'non_derivative' as const,
    security: STOCK,
    date,
    code,
    acquired_disposed,
    shares,
    price,
    owned_following,
    direct,
    nature: direct ? undefined : 'See footnote',
    notes,
  }
}
