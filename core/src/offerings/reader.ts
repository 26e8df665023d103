import { subjectOf } from '../filings/subject.ts'
import { type FilingUnderRead, type Reader, ReaderError } from '../readers/reader.ts'
import { readFeeExhibit } from './fee-exhibit.ts'
import { blankOffering, type Offering } from './offering.ts'
import { readProspectus } from './prospectus.ts'
import { insertOffering } from './store.ts'
import { isStructuredOffering, readStructuredOffering } from './structured-offering.ts'

const PROSPECTUS = /^424B\d$/
const REGISTRATION = /^(?:S-(?:1|3|3ASR|4|8|11)|F-(?:1|3|3ASR|4))(?:MEF)?(?:\/A)?$/
const FEES = /^EX-FILING FEES/

/** Offerings: notices and statements filed as XML, covers of prospectuses, and fee tables of registration statements. */
export const offeringReader: Reader<{ document_id: string; offering: Offering }> = {
  name: 'offerings',
  version: '1.0.0',

  applies: (formType) =>
    PROSPECTUS.test(formType) || REGISTRATION.test(formType) || isStructuredOffering(formType),

  read(filing) {
    const { main, form_type } = filing
    if (!main) return null
    if (PROSPECTUS.test(form_type) || REGISTRATION.test(form_type)) {
      const offering = registeredOffering(filing)
      return offering && { document_id: main.document_id, offering }
    }
    const xml = filing.documents.find(
      ({ kind, document }) => kind === 'xml' && document.document_type === form_type,
    )
    if (!xml && form_type.startsWith('D') && main.kind !== 'xml') return null
    if (!xml) throw new ReaderError('form_xml_missing', `no XML document of type ${form_type}`)
    return { document_id: xml.document_id, offering: readStructuredOffering(xml.content) }
  },

  store: insertOffering,
}

/** The cover of a prospectus and the fee exhibit complete each other; a registration statement has the exhibit alone. */
function registeredOffering(filing: FilingUnderRead): Offering | null {
  const { main, documents, form_type } = filing
  const exhibit = documents.find(({ document, text }) => FEES.test(document.document_type) && text)?.text
  const fees = exhibit ? readFeeExhibit(exhibit) : null
  if (REGISTRATION.test(form_type)) {
    if (!fees) return null
    return { ...blankOffering(form_type, 'registered', 'registration'), ...fees, issuers: [issuerOf(filing)] }
  }
  if (!main?.text) return null
  const cover = readProspectus(main.text, form_type)
  return {
    ...cover,
    ...fees,
    file_number: cover.file_number ?? fees?.file_number ?? null,
    total_amount: cover.total_amount ?? fees?.total_amount ?? null,
    issuers: [issuerOf(filing)],
  }
}

/** A prospectus is the registrant's. */
function issuerOf({ header }: FilingUnderRead): Offering['issuers'][number] {
  const filer = subjectOf(header.filers)
  return {
    cik: filer?.cik ?? null,
    name: filer?.name ?? null,
    entity_type: null,
    jurisdiction: filer?.state_of_incorporation ?? null,
    incorporated: null,
    previous_names: [],
    phone: null,
    address: {
      street1: null,
      street2: null,
      city: null,
      state_or_country: null,
      state_or_country_description: null,
      zip_code: null,
    },
  }
}
