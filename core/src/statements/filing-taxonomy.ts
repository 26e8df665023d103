import type { FilingUnderRead } from '../readers/reader.ts'
import { type FiledTaxonomy, mergeTaxonomy } from './taxonomy.ts'
import { readTaxonomyDocument, TaxonomyError, type TaxonomyErrorReason } from './taxonomy-document.ts'

/**
 * Exhibits that hold a taxonomy (EDGAR Filer Manual, 6.3.2); EX-100 was the voluntary programme of 2005 to 2009. The definition
 * linkbase says which dimensions are allowed together and nothing about statements.
 */
const TAXONOMY_EXHIBIT = /^EX-10[01]\.(?:SCH|PRE|LAB|CAL)\b/i
/** Filers of some years sent them all under one type. */
const UNNAMED_EXHIBIT = /^EX-10[01](?:\.INS)?$/i
const TAXONOMY_FILE = /(?:\.xsd|_(?:pre|lab|cal)\.xml)$/i

/**
 * The taxonomy a filing brings along, or why it has none: `no_linkbase`, or what is wrong with it. A part that cannot be
 * read makes the whole unusable: half a presentation is another one.
 */
export function taxonomyOfFiling(
  filing: Pick<FilingUnderRead, 'documents'>,
): FiledTaxonomy | TaxonomyErrorReason | 'no_linkbase' {
  const parts = filing.documents.filter(
    ({ document, kind }) =>
      kind === 'xml' &&
      (TAXONOMY_EXHIBIT.test(document.document_type) ||
        (UNNAMED_EXHIBIT.test(document.document_type) && TAXONOMY_FILE.test(document.file_name ?? ''))),
  )
  try {
    const taxonomy = mergeTaxonomy(parts.map(({ content }) => readTaxonomyDocument(content)))
    return taxonomy.presentation.size > 0 ? taxonomy : 'no_linkbase'
  } catch (error) {
    if (error instanceof TaxonomyError) return error.reason
    throw error
  }
}
