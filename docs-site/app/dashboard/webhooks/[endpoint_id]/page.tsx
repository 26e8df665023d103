import type { Metadata } from 'next'
import { EndpointPage } from '../../../../src/dashboard/webhooks/endpoint-page.tsx'

export const metadata: Metadata = { title: 'Webhook endpoint' }

export default async function Page({ params }: { params: Promise<{ endpoint_id: string }> }) {
  return <EndpointPage id={(await params).endpoint_id} />
}
