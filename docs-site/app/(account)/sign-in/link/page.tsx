import type { Metadata } from 'next'
import { UseLink } from '../../../../src/account/use-link.tsx'

export const metadata: Metadata = { title: 'Sign in' }

export default function LinkPage() {
  return <UseLink kind="link" />
}
