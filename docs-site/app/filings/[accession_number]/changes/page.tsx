import type { Metadata } from 'next'
import { ChangesView } from '../../../../src/filing/changes-view.tsx'
import { type FilingPageProps, filingMetadata, filingPage } from '../../../../src/filing/filing-page.tsx'

export function generateMetadata(props: FilingPageProps): Promise<Metadata> {
  return filingMetadata(props, 'changes')
}

export default async function Page(props: FilingPageProps) {
  const { from } = await props.searchParams
  return filingPage(props, 'changes', async (loaded, choice) => (
    <ChangesView loaded={loaded} choice={choice} from={typeof from === 'string' ? from : undefined} />
  ))
}
