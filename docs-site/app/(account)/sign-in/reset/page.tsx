import type { Metadata } from 'next'
import { ResetPassword } from '../../../../src/account/reset-password.tsx'

export const metadata: Metadata = { title: 'Set a new password' }

export default function ResetPage() {
  return <ResetPassword />
}
