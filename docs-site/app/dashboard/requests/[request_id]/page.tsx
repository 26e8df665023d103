import type { Metadata } from 'next'
import { RequestPage } from '../../../../src/dashboard/requests/request-page.tsx'
import { operations, operationUrl } from '../../../../src/reference/operations.ts'

export const metadata: Metadata = { title: 'Request' }

const references = Object.fromEntries(
  operations.map((entry) => [entry.operation.operationId, operationUrl(entry)]),
)

export default async function Page({ params }: { params: Promise<{ request_id: string }> }) {
  return <RequestPage id={(await params).request_id} references={references} />
}
