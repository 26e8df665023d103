import type { FormFiling } from '../../company.ts'
import { holdingsReport, type SampleHolding, type SampleHoldingsReport } from '../../holdings-report.ts'

/** What every report of the manager says. */
const shared: Pick<SampleHoldingsReport, 'manager' | 'signer' | 'included_manager'> = {
  manager: {
    cik: '0009990071',
    name: 'Harrowgate Vale Capital LLC',
    street: '12 Almoner Street',
    city: 'Port Merrow',
    state: 'ME',
    zip: '04999',
    file_number: '028-99971',
  },
  signer: { name: 'Isolde Marchbanks', title: 'Chief Compliance Officer', phone: '207-555-0162' },
  included_manager: { name: 'Harrowgate Vale (Guernsey) Ltd', file_number: '028-99972' },
}

const TARNWICK = { issuer: 'TARNWICK INSTRUMENTS INC', title_of_class: 'COM', cusip: '99TW1T106' }
const QUILLFEATHER = { issuer: 'QUILLFEATHER PROVISIONS CO', title_of_class: 'COM', cusip: '99QF2P103' }
const VELMORA = { issuer: 'VELMORA GLASSHOUSE SYS CORP', title_of_class: 'COM', cusip: '99VG3L103' }
const KESTRELBROOK = { issuer: 'KESTRELBROOK RAIL INC', title_of_class: 'CL B', cusip: '99KB4R102' }
const MOSSWATER = { issuer: 'MOSSWATER SALT CO', title_of_class: 'COM', cusip: '99MS5A109' }
const DELLINGER = { issuer: 'DELLINGER & DAUGHTERS INC', title_of_class: 'ADR', cusip: '99DL6N204' }

const march: SampleHolding[] = [
  { ...TARNWICK, shares: 41_000, value: 1_143_900 },
  { ...TARNWICK, shares: 9_000, value: 251_100, manager: '1' },
  { ...QUILLFEATHER, shares: 120_500, value: 5_241_750 },
  { ...VELMORA, shares: 30_000, value: 216_000 },
  { ...KESTRELBROOK, shares: 15_250, value: 1_906_250 },
  { ...MOSSWATER, shares: 5_000, value: 310_000, put_call: 'Put' },
]

/** The first report of the quarter had miscounted one position; the restatement puts it right. */
const marchRestated = march.map((holding) =>
  holding.cusip === KESTRELBROOK.cusip ? { ...holding, shares: 12_250, value: 1_531_250 } : holding,
)

const june: SampleHolding[] = [
  { ...TARNWICK, shares: 58_000, value: 1_734_200 },
  { ...TARNWICK, shares: 9_000, value: 269_100, manager: '1' },
  { ...QUILLFEATHER, shares: 96_000, value: 4_329_600 },
  { ...KESTRELBROOK, shares: 12_250, value: 1_617_000 },
  { ...MOSSWATER, shares: 7_500, value: 495_000 },
  { ...MOSSWATER, shares: 5_000, value: 330_000, put_call: 'Put' },
]

/** Kept confidential in August and added in September. */
const juneAdded: SampleHolding[] = [{ ...DELLINGER, shares: 22_000, value: 836_000 }]

export const harrowgateHoldings: FormFiling[] = [
  holdingsReport({
    ...shared,
    form: '13F-HR',
    accepted: '2025-05-14 14:20:05',
    period: '2025-03-31',
    confidential_omitted: false,
    holdings: march,
  }),
  holdingsReport({
    ...shared,
    form: '13F-HR/A',
    accepted: '2025-05-28 10:02:41',
    period: '2025-03-31',
    amendment: { number: 1, type: 'RESTATEMENT' },
    confidential_omitted: false,
    holdings: marchRestated,
  }),
  holdingsReport({
    ...shared,
    form: '13F-HR',
    accepted: '2025-08-13 15:05:33',
    period: '2025-06-30',
    confidential_omitted: true,
    holdings: june,
  }),
  holdingsReport({
    ...shared,
    form: '13F-HR/A',
    accepted: '2025-09-12 11:47:18',
    period: '2025-06-30',
    amendment: { number: 1, type: 'NEW HOLDINGS' },
    confidential_omitted: false,
    holdings: juneAdded,
  }),
]
