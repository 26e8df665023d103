import type { Company, FormFiling } from '../../company.ts'
import {
  type Owner,
  proposedSale,
  type SamplePerson,
  schedule13d,
  typedSchedule13g,
} from '../../ownership-forms.ts'

const HARROWGATE: Owner = {
  cik: '0009990071',
  name: 'Harrowgate Vale Capital LLC',
  conformed_name: 'HARROWGATE VALE CAPITAL LLC',
  street: '12 Almoner Street',
  city: 'Port Merrow',
  state: 'ME',
  zip: '04999',
  phone: '207-555-0162',
}

const ASHGROVE: Owner = {
  cik: '0009991004',
  name: 'Torvald Ashgrove',
  conformed_name: 'ASHGROVE TORVALD',
  street: '4 Breakwater Row',
  city: 'Port Ellery',
  state: 'ME',
  zip: '04999',
  phone: '207-555-0142',
}

/** What others file on the company: a fund that bought quietly, then meant to speak, and an officer who will sell. */
export function tarnwickOwnership(company: Company): FormFiling[] {
  return [
    {
      form: 'SC 13G',
      accepted: '2024-02-13 14:05:37',
      period: null,
      accession_number: '0009990950-24-000017',
      parties: [{ role: 'FILED BY', ...HARROWGATE }],
      documents: [
        {
          type: 'SC 13G',
          file_name: 'twti13g.txt',
          description: 'SCHEDULE 13G',
          wrapper: null,
          content: typedSchedule13g(company, {
            filer: HARROWGATE,
            event_date: 'December 31, 2023',
            signed: 'February 13, 2024',
            sole: 2_104_550,
            shared: 0,
            percent: '5.3',
          }),
        },
      ],
    },
    {
      form: '144',
      accepted: '2025-05-20 15:12:44',
      period: null,
      accession_number: '0009990950-25-000031',
      parties: [{ role: 'REPORTING-OWNER', ...ASHGROVE }],
      documents: [
        {
          type: '144',
          file_name: 'primary_doc.xml',
          description: 'FORM 144',
          wrapper: 'XML',
          content: proposedSale(company, {
            seller: ASHGROVE,
            relationship: 'Officer',
            units: 6_000,
            market_value: '165180.00',
            outstanding: 39_708_000,
            sale_date: '2025-05-20',
            acquired: {
              date: '2025-02-28',
              nature: 'Vesting of restricted stock units',
              from: 'Issuer',
              payment: 'Services rendered',
            },
            sold: { date: '2025-03-18', units: 2_500, proceeds: '66300.00' },
            plan_date: '2024-12-06',
            notice_date: '2025-05-20',
            remarks: 'The sale is made under a plan meant to comply with Rule 10b5-1(c).',
          }),
        },
      ],
    },
    schedule(company, {
      accepted: '2025-09-22 16:02:08',
      accession_number: '0009990950-25-000058',
      amendment: null,
      event_date: '2025-09-15',
      shares: 3_534_000,
      percent: '8.9',
      purpose:
        'The reporting persons bought the shares because they believe them undervalued. They mean to talk with the board about the cost of the buoy programme and may propose a director.',
    }),
    schedule(company, {
      accepted: '2025-11-18 16:21:55',
      accession_number: '0009990950-25-000073',
      amendment: { number: 1, previous: '0009990950-25-000058' },
      event_date: '2025-11-14',
      shares: 4_009_000,
      percent: '10.1',
      purpose:
        'On November 14, 2025 the reporting persons told the board that they will propose one director at the annual meeting of 2026.',
    }),
  ]
}

function schedule(
  company: Company,
  report: {
    accepted: string
    accession_number: string
    amendment: { number: number; previous: string } | null
    event_date: string
    shares: number
    percent: string
    purpose: string
  },
): FormFiling {
  const form = report.amendment ? 'SCHEDULE 13D/A' : 'SCHEDULE 13D'
  const persons: SamplePerson[] = [
    {
      name: HARROWGATE.name,
      cik: HARROWGATE.cik,
      funds: 'AF',
      citizenship: 'DE',
      sole: 0,
      shared: report.shares,
      percent: report.percent,
      type: 'IA',
    },
    {
      name: 'Leontyne Marsh-Ware',
      cik: null,
      funds: 'AF',
      citizenship: 'X1',
      sole: 0,
      shared: report.shares,
      percent: report.percent,
      type: 'IN',
    },
  ]
  return {
    form,
    accepted: report.accepted,
    period: null,
    accession_number: report.accession_number,
    parties: [{ role: 'FILED BY', ...HARROWGATE }],
    documents: [
      {
        type: form,
        file_name: 'primary_doc.xml',
        description: form,
        wrapper: 'XML',
        content: schedule13d(company, {
          filer: HARROWGATE,
          amendment: report.amendment,
          event_date: report.event_date,
          signed: report.accepted.slice(0, 10),
          persons,
          items: {
            3: 'The shares were bought with the working capital of the funds that Harrowgate manages.',
            4: report.purpose,
            5: `The reporting persons own ${report.shares.toLocaleString('en-US')} shares, ${report.percent} % of the class.`,
          },
        }),
      },
    ],
  }
}
