import type { Metadata } from 'next'
import { SignaturePlayground } from '../../../../src/dashboard/webhooks/playground.tsx'

export const metadata: Metadata = { title: 'Check a signature' }

export default function Page() {
  return <SignaturePlayground />
}
