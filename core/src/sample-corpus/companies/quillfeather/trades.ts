import type { OwnershipReport } from '../../company.ts'

const STOCK = 'Class A Common Stock'

export const quillfeatherTrades: OwnershipReport[] = [
  {
    // Before the plan checkbox existed. The trust and its trustee report together.
    accepted: '2023-03-13 17:12:30',
    period: '2023-03-09',
    owners: ['Quill Family Trust', 'Leopold Quill'],
    plan: null,
    rows: [
      sale('2023-03-09', 25_000, '31.18', 2_340_500, [1, 2]),
      sale('2023-03-10', 11_300, '30.94', 2_329_200, [1, 2]),
    ],
    footnotes: [
      'Held by the Quill Family Trust, of which Leopold Quill is trustee. He disclaims beneficial ownership except to the extent of his pecuniary interest.',
      'Sold under a plan meant to satisfy Rule 10b5-1, adopted on September 14, 2022.',
    ],
  },
  {
    accepted: '2023-04-05 18:02:44',
    period: '2023-04-03',
    owners: ['Bartholomew Sedgewicke'],
    plan: false,
    rows: [
      {
        table: 'non_derivative',
        security: STOCK,
        date: '2023-04-03',
        code: 'A',
        acquired_disposed: 'A',
        shares: 18_300,
        price: '0',
        owned_following: 96_210,
        direct: true,
        notes: [1],
      },
      {
        table: 'non_derivative',
        security: STOCK,
        date: '2023-04-03',
        code: 'F',
        acquired_disposed: 'D',
        shares: 5_117,
        price: '30.22',
        owned_following: 91_093,
        direct: true,
        notes: [2],
      },
    ],
    footnotes: [
      'Restricted shares that vest in equal parts on April 3 of 2024, 2025, 2026 and 2027.',
      'Withheld by the company for taxes on restricted shares that vested.',
    ],
  },
  {
    accepted: '2023-08-15 21:10:09',
    period: '2023-08-14',
    owners: ['Yolande Pettibrook'],
    plan: false,
    rows: [buy('2023-08-14', 3_000, '26.415', 14_000)],
    footnotes: ['Average price; the shares were bought at prices from $26.38 to $26.45.'],
  },
  {
    accepted: '2023-08-15 21:10:16',
    period: '2023-08-14',
    owners: ['Dunstan Merriweathers'],
    plan: false,
    rows: [buy('2023-08-14', 1_000, '26.42', 8_150)],
    footnotes: ['Average price; the shares were bought at prices from $26.40 to $26.44.'],
  },
  {
    accepted: '2023-08-16 17:33:51',
    period: '2023-08-15',
    owners: ['Ignatius Oakhollow'],
    plan: false,
    rows: [buy('2023-08-15', 6_200, '26.09', 20_700)],
    footnotes: ['Average price; the shares were bought at prices from $25.98 to $26.20.'],
  },
  {
    accepted: '2024-01-11 16:41:22',
    period: '2024-01-09',
    owners: ['Quill Family Trust', 'Leopold Quill'],
    plan: true,
    rows: [sale('2024-01-09', 30_000, '29.77', 2_299_200, [1, 2])],
    footnotes: [
      'Held by the Quill Family Trust, of which Leopold Quill is trustee. He disclaims beneficial ownership except to the extent of his pecuniary interest.',
      'Sold under a Rule 10b5-1 plan adopted on July 3, 2023.',
    ],
  },
  {
    accepted: '2024-05-03 18:27:05',
    period: '2024-05-01',
    owners: ['Nkechi Harrowgrove'],
    plan: false,
    rows: [
      {
        table: 'non_derivative',
        security: STOCK,
        date: '2024-05-01',
        code: 'A',
        acquired_disposed: 'A',
        shares: 78_400,
        price: '0',
        owned_following: 131_060,
        direct: true,
        notes: [1],
      },
      {
        table: 'derivative',
        security: 'Employee Stock Option (right to buy)',
        date: '2024-05-01',
        code: 'A',
        acquired_disposed: 'A',
        shares: 60_000,
        price: '0',
        owned_following: 60_000,
        direct: true,
        notes: [2],
        derivative: {
          exercise_price: '30.61',
          exercisable: '2025-05-01',
          expiration: '2034-05-01',
          underlying: STOCK,
        },
      },
    ],
    footnotes: [
      'Restricted shares that vest in four equal yearly parts from May 1, 2025.',
      'Becomes exercisable in four equal yearly parts from May 1, 2025.',
    ],
  },
  {
    accepted: '2024-11-01 16:50:37',
    period: '2024-10-30',
    owners: ['Bartholomew Sedgewicke'],
    plan: true,
    rows: [
      {
        table: 'non_derivative',
        security: STOCK,
        date: '2024-10-30',
        code: 'M',
        acquired_disposed: 'A',
        shares: 12_000,
        price: '19.85',
        owned_following: 103_093,
        direct: true,
      },
      sale('2024-10-30', 12_000, '33.02', 91_093, [1], true),
      {
        table: 'derivative',
        security: 'Employee Stock Option (right to buy)',
        date: '2024-10-30',
        code: 'M',
        acquired_disposed: 'D',
        shares: 12_000,
        price: '0',
        owned_following: 18_000,
        direct: true,
        derivative: {
          exercise_price: '19.85',
          exercisable: '2020-04-01',
          expiration: '2026-04-01',
          underlying: STOCK,
        },
      },
    ],
    footnotes: ['Sold under a Rule 10b5-1 plan adopted on April 22, 2024.'],
  },
  {
    // The Monday after clocks went forward.
    accepted: '2025-03-10 17:31:00',
    period: '2025-03-06',
    owners: ['Araminta Featherstonhaugh'],
    plan: false,
    rows: [
      {
        table: 'non_derivative',
        security: STOCK,
        date: '2025-03-06',
        code: 'G',
        acquired_disposed: 'D',
        shares: 40_000,
        price: '0',
        owned_following: 5_118_300,
        direct: true,
        notes: [1],
      },
    ],
    footnotes: ['A gift to a school. The reporting person received nothing for it.'],
  },
]

function sale(date: string, shares: number, price: string, owned: number, notes: number[], direct = false) {
  return {
    table: 'non_derivative' as const,
    security: STOCK,
    date,
    code: 'S',
    acquired_disposed: 'D' as const,
    shares,
    price,
    owned_following: owned,
    direct,
    nature: direct ? undefined : 'By trust',
    notes,
  }
}

function buy(date: string, shares: number, price: string, owned: number) {
  return {
    table: 'non_derivative' as const,
    security: STOCK,
    date,
    code: 'P',
    acquired_disposed: 'A' as const,
    shares,
    price,
    owned_following: owned,
    direct: true,
    notes: [1],
  }
}
