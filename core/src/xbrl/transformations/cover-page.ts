import { MAX_INPUT, plainSpaces, type Transformation } from './transformation.ts'

/** Exchanges by the names they are called on cover pages, with the codes of the SEC's `exch` taxonomy. */
const EXCHANGES = new Map([
  ['box exchange', 'BOX'],
  ['cboe byx exchange', 'CboeBYX'],
  ['cboe bzx exchange', 'CboeBZX'],
  ['cboe c2 exchange', 'C2'],
  ['cboe edga exchange', 'CboeEDGA'],
  ['cboe edgx exchange', 'CboeEDGX'],
  ['cboe exchange', 'CBOE'],
  ['chicago stock exchange', 'CHX'],
  ['investors exchange', 'IEX'],
  ['miami international securities exchange', 'MIAX'],
  ['miax pearl', 'PEARL'],
  ['nasdaq bx', 'BX'],
  ['nasdaq gemx', 'GEMX'],
  ['nasdaq ise', 'ISE'],
  ['nasdaq mrx', 'MRX'],
  ['nasdaq phlx', 'Phlx'],
  ['nyse', 'NYSE'],
  ['new york stock exchange', 'NYSE'],
  ['nyse american', 'NYSEAMER'],
  ['nyse arca', 'NYSEArca'],
  ['nyse national', 'NYSENAT'],
  ['nasdaq', 'NASDAQ'],
  ['nasdaq stock market', 'NASDAQ'],
  ['nasdaq global market', 'NASDAQ'],
  ['nasdaq global select market', 'NASDAQ'],
])

/** `ixt-sec:exchnameen`. */
export const exchangeCode: Transformation = (text) => {
  if (text.length > MAX_INPUT) return null
  const name = plainSpaces(text)
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/,? (?:llc|inc\.?)$/, '')
  return EXCHANGES.get(name) ?? null
}

const FILER_CATEGORIES = new Map([
  ['largeacceleratedfiler', 'Large Accelerated Filer'],
  ['acceleratedfiler', 'Accelerated Filer'],
  ['nonacceleratedfiler', 'Non-accelerated Filer'],
])

/** `ixt-sec:entityfilercategoryen`, whatever kind of dash or space stands in `non-accelerated`. */
export const filerCategory: Transformation = (text) =>
  text.length > MAX_INPUT ? null : (FILER_CATEGORIES.get(text.toLowerCase().replace(/[^a-z]/g, '')) ?? null)
