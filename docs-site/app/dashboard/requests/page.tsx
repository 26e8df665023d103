import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import methods from '../../../../openapi/sdk-methods.json'
import { requestIdIn } from '../../../src/dashboard/requests/request-filter.ts'
import { RequestsPage } from '../../../src/dashboard/requests/requests-page.tsx'

export const metadata: Metadata = { title: 'Requests' }

const operations = Object.keys(methods).sort()

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ request_id?: string | string[] }>
}) {
  const id = requestIdIn(String((await searchParams).request_id ?? ''))
  if (id) redirect(`/dashboard/requests/${id}`)
  return <RequestsPage operations={operations} />
}
