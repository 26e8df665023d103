import { plans } from '@sec-latent/core/accounts/plans'
import type { Metadata } from 'next'
import { Overview } from '../../src/dashboard/overview/overview.tsx'

export const metadata: Metadata = { title: { absolute: 'Overview · Dashboard · SEC Latent Platform' } }

const quotas = Object.fromEntries(
  Object.values(plans).map(({ name, monthly_quota }) => [name, monthly_quota]),
)

export default function OverviewPage() {
  return <Overview quotas={quotas} />
}
