import type { Metadata } from 'next'
import { ProviderError } from '../../../../src/account/provider-error.tsx'

export const metadata: Metadata = { title: 'That did not work' }

export default function ErrorPage() {
  return <ProviderError />
}
