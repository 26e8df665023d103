import type { Metadata } from 'next'
import { DeepLinks } from '../../../../src/filing/deep-links.tsx'
import { type FilingPageProps, filingMetadata, filingPage } from '../../../../src/filing/filing-page.tsx'
import { SignalsView } from '../../../../src/filing/signals-view.tsx'

export function generateMetadata(props: FilingPageProps): Promise<Metadata> {
  return filingMetadata(props, 'signals')
}

export default async function Page(props: FilingPageProps) {
  return filingPage(props, 'signals', async (loaded, choice) => (
    <>
      <DeepLinks />
      <SignalsView loaded={loaded} choice={choice} />
    </>
  ))
}
