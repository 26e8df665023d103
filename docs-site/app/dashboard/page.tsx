import type { Metadata } from 'next'
import { Overview } from '../../src/dashboard/overview/overview.tsx'

export const metadata: Metadata = { title: { absolute: 'Overview · Dashboard · SEC Latent Platform' } }

export default function OverviewPage() {
  return <Overview />
}
