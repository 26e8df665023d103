import 'server-only'
import type { Document, FilingDetail, RelatedFiling, Section, Signal } from '../../../sdk/src/index.ts'
import { portalApi, shortly } from './portal-api.ts'
import { type DocumentUnits, readingUnits } from './reading-units.ts'

/** More than any filing we know of has; the page says so when there are more. */
const MOST_SIGNALS = 400
const MOST_SECTIONS = 600
const MOST_DOCUMENTS = 300
const PER_PAGE = 100

export interface LoadedFiling {
  filing: FilingDetail
  related: RelatedFiling[]
  documents: Document[]
  units: DocumentUnits[]
  /** In reading order of the API: the latest first, which for one filing is by id. */
  signals: Signal[]
  /** There are more signals than were read. */
  more_signals: boolean
}

/** Everything a page about a filing begins with. Answers are shared by pages that are opened within seconds. */
export function loadFiling(accessionNumber: string, asOf: string | undefined): Promise<LoadedFiling> {
  return shortly(`filing ${accessionNumber} ${asOf}`, () => load(accessionNumber, asOf))
}

async function load(accessionNumber: string, asOf: string | undefined): Promise<LoadedFiling> {
  const api = portalApi()
  const at = asOf ? { as_of: asOf } : {}
  const page = { ...at, limit: PER_PAGE }
  const [filing, related, documents, sections, signals] = await Promise.all([
    api.filings.get(accessionNumber, at),
    api.relatedFilings.list(accessionNumber, at),
    api.documents.list(accessionNumber, page).toArray({ limit: MOST_DOCUMENTS }),
    api.sections.list(accessionNumber, page).toArray({ limit: MOST_SECTIONS }) as Promise<Section[]>,
    api.signals.list({ ...page, accession_number: [accessionNumber] }).toArray({ limit: MOST_SIGNALS + 1 }),
  ])
  return {
    filing,
    related: related.data,
    documents,
    units: readingUnits(documents, sections),
    signals: signals.slice(0, MOST_SIGNALS),
    more_signals: signals.length > MOST_SIGNALS,
  }
}
