import type { Metadata } from 'next'
import { UseLink } from '../../../../src/account/use-link.tsx'

export const metadata: Metadata = { title: 'Confirm your address' }

export default function VerifyPage() {
  return <UseLink kind="verify" />
}
