import type { Metadata } from 'next'
import { DeliveryPage } from '../../../../../../src/dashboard/webhooks/delivery-page.tsx'

export const metadata: Metadata = { title: 'Webhook delivery' }

export default async function Page({
  params,
}: {
  params: Promise<{ endpoint_id: string; delivery_id: string }>
}) {
  const { endpoint_id, delivery_id } = await params
  return <DeliveryPage endpointId={endpoint_id} deliveryId={delivery_id} />
}
