import { type Plan, plans } from '@sec-latent/core/accounts/plans'
import type { Metadata } from 'next'
import { BillingPage } from '../../../src/dashboard/billing/billing-page.tsx'

export const metadata: Metadata = { title: 'Billing' }

const offers = Object.values<Plan>(plans).map(
  ({ name, title, monthly_quota, price_cents, overage_cents_per_1000 }) => ({
    name,
    title,
    monthly_quota,
    price_cents,
    overage_cents_per_1000,
  }),
)

export default function Page() {
  return <BillingPage offers={offers} />
}
