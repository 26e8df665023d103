import type { Metadata } from 'next'
import { type FilingPageProps, filingMetadata, filingPage } from '../../../../src/filing/filing-page.tsx'
import { ProcessingView } from '../../../../src/filing/processing-view.tsx'

export function generateMetadata(props: FilingPageProps): Promise<Metadata> {
  return filingMetadata(props, 'processing')
}

export default async function Page(props: FilingPageProps) {
  return filingPage(props, 'processing', async (loaded) => (
    <ProcessingView accessionNumber={loaded.filing.accession_number} />
  ))
}
