import { subjectOf } from '../filings/subject.ts'
import { type FilingUnderRead, type Reader, ReaderError } from '../readers/reader.ts'
import type { Offering } from './offering.ts'
import { readProspectus } from './prospectus.ts'
import { insertOffering } from './store.ts'
import { isStructuredOffering, readStructuredOffering } from './structured-offering.ts'

const PROSPECTUS = /^424B\d$/

/** Offerings: notices and statements filed as XML, and the covers of prospectuses. */
export const offeringReader: Reader<{ document_id: string; offering: Offering }> = {
  name: 'offerings',
  version: '1.0.0',

  applies: (formType) => PROSPECTUS.test(formType) || isStructuredOffering(formType),

  read(filing) {
    const { main, form_type } = filing
    if (!main) return null
    if (PROSPECTUS.test(form_type)) {
      if (!main.text) return null
      const offering = readProspectus(main.text, form_type)
      return { document_id: main.document_id, offering: { ...offering, issuers: [issuerOf(filing)] } }
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
