import { formFiler } from '../../form-filer.ts'
import { harrowgateHoldings } from './holdings.ts'

/** A manager of money: it files what it holds, every quarter, and amends it now and then. */
export const harrowgate = formFiler({
  cik: '0009990071',
  conformed_name: 'HARROWGATE VALE CAPITAL LLC',
  legal_name: 'Harrowgate Vale Capital LLC',
  short_name: 'Harrowgate',
  file_number: '028-99971',
  address: {
    street: '12 Almoner Street',
    suite: null,
    city: 'Port Merrow',
    state: 'ME',
    state_name: 'Maine',
    zip: '04999',
  },
  phone: '207-555-0162',
  forms: harrowgateHoldings,
})
