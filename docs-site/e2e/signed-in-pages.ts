import type { BrowserContext } from 'playwright-core'
import { dashboardPages as listed } from '../src/dashboard/navigation.ts'
import type { Platform } from './platform.ts'

/** Those in the list, a request, an endpoint, a delivery, and the playground. */
export const dashboardPages = listed.length + 4

/** The pages of the dashboard for whoever is signed in, with one of each thing they have. */
export async function memberPages(context: BrowserContext, { apiUrl }: Platform): Promise<string[]> {
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await context.request.get(apiUrl + path)
    if (!answer.ok()) throw new Error(`${path} was answered with ${answer.status()}`)
    return (await answer.json()) as T
  }
  const first = async (path: string) => {
    const { data } = await ask<{ data: { id: string; request_id?: string }[] }>(path)
    const [one] = data
    if (!one) throw new Error(`${path} is empty`)
    return one.request_id ?? one.id
  }
  const endpoint = await first('/v1/webhook-endpoints')
  const delivery = await first(`/v1/webhook-endpoints/${endpoint}/deliveries`)
  const request = await first('/v1/usage/requests')
  return [
    ...listed.map(({ href }) => href),
    '/dashboard/webhooks/playground',
    `/dashboard/webhooks/${endpoint}`,
    `/dashboard/webhooks/${endpoint}/deliveries/${delivery}`,
    `/dashboard/requests/${request}`,
  ]
}
