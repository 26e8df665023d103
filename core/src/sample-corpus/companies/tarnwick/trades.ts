import type { OwnershipReport } from '../../company.ts'

const STOCK = 'Common Stock'

export const tarnwickTrades: OwnershipReport[] = [
  {
    accepted: '2023-03-02 18:20:11',
    period: '2023-02-28',
    owners: ['Ottoline Brackwater'],
    plan: null,
    rows: [
      stock('2023-02-28', 'A', 'A', 21_400, '0', 188_640, [1]),
      stock('2023-02-28', 'F', 'D', 6_912, '27.41', 181_728, [2]),
    ],
    footnotes: [
      'Restricted stock units that vest in four equal annual parts beginning on February 28, 2024. Each unit is a right to one share of common stock.',
      'Shares withheld by the issuer to pay taxes on units that vested.',
    ],
  },
  {
    // Seconds after the report before it, by the same hand at the same desk.
    accepted: '2023-03-02 18:20:14',
    period: '2023-02-28',
    owners: ['Torvald Ashgrove'],
    plan: null,
    rows: [
      stock('2023-02-28', 'A', 'A', 9_800, '0', 64_115, [1]),
      stock('2023-02-28', 'F', 'D', 2_204, '27.41', 61_911, [2]),
    ],
    footnotes: [
      'Restricted stock units that vest in four equal annual parts beginning on February 28, 2024. Each unit is a right to one share of common stock.',
      'Shares withheld by the issuer to pay taxes on units that vested.',
    ],
  },
  {
    accepted: '2023-08-08 19:44:52',
    period: '2023-08-07',
    owners: ['Philippa Stannarde'],
    plan: false,
    rows: [stock('2023-08-07', 'P', 'A', 2_500, '24.87', 31_250, [1])],
    footnotes: [
      'The price is a weighted average. The shares were bought in several transactions at prices from $24.71 to $24.98.',
    ],
  },
  {
    accepted: '2023-11-20 17:03:29',
    period: '2023-11-16',
    owners: ['Torvald Ashgrove'],
    plan: true,
    rows: [
      stock('2023-11-16', 'M', 'A', 5_000, '14.20', 66_911, []),
      stock('2023-11-16', 'S', 'D', 5_000, '29.335', 61_911, [1]),
      {
        table: 'derivative',
        security: 'Stock Option (right to buy)',
        date: '2023-11-16',
        code: 'M',
        acquired_disposed: 'D',
        shares: 5_000,
        price: '0',
        owned_following: 10_000,
        direct: true,
        notes: [2],
        derivative: {
          exercise_price: '14.20',
          exercisable: '2019-03-01',
          expiration: '2025-03-01',
          underlying: STOCK,
        },
      },
    ],
    footnotes: [
      'Sold under a Rule 10b5-1 trading plan that the reporting person adopted on June 5, 2023.',
      'The option is fully vested.',
    ],
  },
  {
    accepted: '2024-02-20 16:58:40',
    period: '2024-02-16',
    owners: ['Ruben Okonjo-Hale'],
    plan: false,
    rows: [stock('2024-02-16', 'P', 'A', 4_000, '22.63', 15_300, [])],
    footnotes: [],
  },
  {
    accepted: '2024-02-20 16:58:43',
    period: '2024-02-16',
    owners: ['Merete Lindqvarn'],
    plan: false,
    rows: [stock('2024-02-16', 'P', 'A', 1_800, '22.70', 9_420, [])],
    footnotes: [],
  },
  {
    accepted: '2024-02-21 20:12:05',
    period: '2024-02-20',
    owners: ['Ottoline Brackwater'],
    plan: false,
    rows: [stock('2024-02-20', 'P', 'A', 10_000, '22.94', 203_340, [1])],
    footnotes: [
      'Bought in the market at prices from $22.81 to $23.05. The reporting person will give the number of shares bought at each price on request.',
    ],
  },
  {
    accepted: '2025-03-03 17:47:16',
    period: '2025-02-28',
    owners: ['Imelda Quenneville'],
    plan: false,
    rows: [
      stock('2025-02-28', 'A', 'A', 8_150, '0', 27_034, [1]),
      stock('2025-02-28', 'F', 'D', 1_377, '26.08', 25_657, [2]),
    ],
    footnotes: [
      'Restricted stock units that vest in four equal annual parts beginning on February 28, 2026.',
      'Shares withheld by the issuer to pay taxes on units that vested.',
    ],
  },
  {
    // The price of the shares withheld was that of the day before.
    accepted: '2025-03-11 16:40:03',
    period: '2025-02-28',
    owners: ['Imelda Quenneville'],
    plan: false,
    amends: '2025-03-03',
    accession_number: '0009990950-25-000012',
    rows: [stock('2025-02-28', 'F', 'D', 1_377, '26.44', 25_657, [1])],
    footnotes: ['Corrects the price, which the original report gave as $26.08.'],
  },
]

function stock(
  date: string,
  code: string,
  acquired_disposed: 'A' | 'D',
  shares: number,
  price: string,
  owned_following: number,
  notes: number[],
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
    direct: true,
    notes,
  }
}
