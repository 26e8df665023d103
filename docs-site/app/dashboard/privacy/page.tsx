import type { Metadata } from 'next'
import { PrivacyPage } from '../../../src/dashboard/privacy/privacy-page.tsx'

export const metadata: Metadata = { title: 'Data & privacy' }

export default function Page() {
  return <PrivacyPage />
}
