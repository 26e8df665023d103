import type { Metadata } from 'next'
import { AcceptInvitation } from '../../../src/account/accept-invitation.tsx'

export const metadata: Metadata = { title: 'Invitation' }

export default function InvitationPage() {
  return <AcceptInvitation />
}
