import type { Metadata } from 'next'
import { DeepLinks } from '../../../src/filing/deep-links.tsx'
import { type FilingPageProps, filingMetadata, filingPage } from '../../../src/filing/filing-page.tsx'
import { ReadingView } from '../../../src/filing/reading-view.tsx'

export function generateMetadata(props: FilingPageProps): Promise<Metadata> {
  return filingMetadata(props, 'text')
}

export default function Page(props: FilingPageProps) {
  return filingPage(props, 'text', async (loaded, choice) => (
    <>
      <DeepLinks />
      <ReadingView loaded={loaded} choice={choice} />
    </>
  ))
}
