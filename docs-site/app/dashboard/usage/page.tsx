import { plans } from '@sec-latent/core/accounts/plans'
import type { Metadata } from 'next'
import { UsagePage } from '../../../src/dashboard/usage/usage-page.tsx'

export const metadata: Metadata = { title: 'Usage' }

const quotas = Object.fromEntries(
  Object.values(plans).map(({ name, monthly_quota }) => [name, monthly_quota]),
)

export default function Page() {
  return <UsagePage quotas={quotas} />
}
