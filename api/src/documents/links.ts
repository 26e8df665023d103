import type { Dataset } from '@sec-latent/core/dataset'
import type { PublishedDocument } from '@sec-latent/core/documents/read-store'
import { edgarUrls } from '@sec-latent/core/edgar/urls'

/** What we link to is always EDGAR itself, wherever the bytes were fetched. */
const EDGAR = edgarUrls('https://www.sec.gov', 'https://data.sec.gov')
/** File names are hostile; EDGAR's own rules allow these. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

/** The document on sec.gov, or null where there is none to point at. */
export function documentUrl(
  document: Pick<PublishedDocument, 'accession_number' | 'file_name' | 'folder_cik'>,
  dataset: Dataset,
): string | null {
  const { accession_number, file_name, folder_cik } = document
  if (dataset === 'test' || folder_cik === null || file_name === null || !FILE_NAME.test(file_name))
    return null
  return EDGAR.document(accession_number, folder_cik, file_name)
}
