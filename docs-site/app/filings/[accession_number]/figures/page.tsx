import type { Metadata } from 'next'
import { FiguresView } from '../../../../src/filing/figures-view.tsx'
import { type FilingPageProps, filingMetadata, filingPage } from '../../../../src/filing/filing-page.tsx'

export function generateMetadata(props: FilingPageProps): Promise<Metadata> {
  return filingMetadata(props, 'figures')
}

export default async function Page(props: FilingPageProps) {
  return filingPage(props, 'figures', async (loaded, choice) => (
    <FiguresView accessionNumber={loaded.filing.accession_number} asOf={choice.as_of} />
  ))
}
