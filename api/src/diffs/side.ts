import type { DocumentReadStore, PublishedDocument } from '@sec-latent/core/documents/read-store'
import { parseAccessionNumber } from '@sec-latent/core/edgar/accession-number'
import { mainDocumentOf } from '@sec-latent/core/filings/main-document'
import type { FilingReadStore, PublishedFiling } from '@sec-latent/core/filings/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import type { PublishedSection, SectionReadStore } from '@sec-latent/core/sections/read-store'
import { findFiling } from '../filings/find.ts'
import { ProblemError } from '../problems.ts'
import { unknownSection } from '../sections/unknown-section.ts'

/** A text to compare: a document, or a section of one. */
export interface ComparedText {
  filing: PublishedFiling
  document: PublishedDocument
  section: PublishedSection | null
}

/** Documents of one filing that are looked through for the main one. */
const MAX_DOCUMENTS = 5_000

/** Finds what `from` and `to` of a diff name. */
export function sideFinder(services: {
  filings: FilingReadStore
  documents: DocumentReadStore
  sections: SectionReadStore
}) {
  const { filings, documents, sections } = services

  return async function find(
    view: View,
    name: 'from' | 'to',
    given: string,
    key?: string,
  ): Promise<ComparedText> {
    const [accession = '', sequence, ...rest] = given.split(':')
    const ownKey = rest.length > 0 ? rest.join(':') : undefined
    if (ownKey !== undefined && key !== undefined && ownKey !== key) {
      throw ProblemError.parameter(
        'section_key',
        `section_key: ${name} already names the section ${ownKey}; leave one of the two out.`,
      )
    }
    const filing = await findFiling(filings, view, parseAccessionNumber(accession) as string)
    const sectionKey = ownKey ?? key
    if (sectionKey === undefined) {
      return { filing, document: await documentOf(filing, sequence), section: null }
    }
    const number = sequence === undefined ? undefined : Number(sequence)
    const section = await sections.find(filing.accession_number, sectionKey, number)
    if (!section) {
      if (number !== undefined) await documentOf(filing, sequence)
      throw unknownSection(filing.accession_number, sectionKey, await sections.keys(filing.accession_number))
    }
    if (section.status === 'failed') {
      throw new ProblemError('section_has_no_text', {
        detail: `${name}: the section ${section.section_id} could not be found in its document${section.note ? ` (${section.note})` : ''}.`,
      })
    }
    return { filing, document: await documentOf(filing, String(section.sequence)), section }
  }

  async function documentOf(
    filing: PublishedFiling,
    sequence: string | undefined,
  ): Promise<PublishedDocument> {
    const { accession_number, form_type } = filing
    const document =
      sequence === undefined
        ? mainDocumentOf(await documents.list(accession_number, { limit: MAX_DOCUMENTS }), form_type)
        : await documents.find(accession_number, Number(sequence))
    if (document) return document
    throw new ProblemError('document_not_found', {
      detail: `The filing ${accession_number} has no document${sequence === undefined ? '' : ` with sequence ${sequence}`}.`,
    })
  }
}
