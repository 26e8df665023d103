import type { FormFiling } from '../../company.ts'
import { offeringNotice, prospectusSupplement, type SampleNotice } from '../../offering-forms.ts'

const placement: Omit<SampleNotice, 'form' | 'accepted' | 'sold' | 'investors' | 'commissions'> = {
  issuer: {
    cik: '0009990003',
    name: 'Velmora Glasshouse Systems Corporation',
    street: '900 Trellis Road',
    city: 'Dry Larch',
    state: 'OR',
    state_name: 'Oregon',
    zip: '97999',
    phone: '541-555-0119',
    jurisdiction: 'Nevada',
  },
  industry: 'Manufacturing',
  first_sale: '2024-06-03',
  total: 3_000_000,
  minimum: 25_000,
  people: [
    {
      first: 'Ambrose',
      last: 'Tillingfast',
      relationships: ['Executive Officer'],
      clarification: 'Chief Financial Officer',
    },
    { first: 'Osric', last: 'Pembleton', relationships: ['Director', 'Promoter'] },
  ],
  recipient: {
    name: 'Lucasta Windermere',
    crd: '9990411',
    dealer: 'Windermere & Rook Securities LLC',
    dealer_crd: '999042',
    states: ['OR', 'WA', 'CA'],
  },
  signer: { name: 'Ambrose Tillingfast', title: 'Chief Financial Officer' },
}

/** A private placement, its last sale, and a public offering the year after. */
export const velmoraOfferings: FormFiling[] = [
  offeringNotice({
    ...placement,
    form: 'D',
    accepted: '2024-06-17 11:14:52',
    sold: 1_850_000,
    investors: 14,
    commissions: 92_500,
  }),
  offeringNotice({
    ...placement,
    form: 'D/A',
    accepted: '2024-09-04 10:31:07',
    sold: 3_000_000,
    investors: 23,
    commissions: 150_000,
  }),
  prospectusSupplement({
    accepted: '2025-06-04 17:02:29',
    file_name: 'vgls-424b5.htm',
    company: 'Velmora Glasshouse Systems Corporation',
    registration: '333-999031',
    base: 'April 14, 2025',
    shares: 600_000,
    price: '7.25',
    discount: '0.44',
    prose: [
      'We are offering shares of our common stock under this prospectus supplement and the prospectus that comes with it. Our common stock is listed on The Nasdaq Capital Market under the symbol "VGLS."',
      'We mean to use the proceeds to replace the galvanising line at our plant and for working capital.',
    ],
  }),
]
