import { plans } from '@sec-latent/core/accounts/plans'
import type { Metadata } from 'next'
import { SignUp } from '../../../src/account/sign-up.tsx'

export const metadata: Metadata = { title: 'Create your account' }

export default function SignUpPage() {
  return <SignUp freeUnits={plans.free.monthly_quota} />
}
