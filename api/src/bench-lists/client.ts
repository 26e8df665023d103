import { Agent, get } from 'node:http'

export interface Api {
  url: string
  key: string
  organisation_id: string
}

export interface Page {
  data: { accepted_at: string; accession_number: string; id?: string }[]
  next_cursor: string | null
  as_of: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const PATIENCE_MS = 120_000

/** Asks for a page and says how long it took until all of it was there, in milliseconds. */
export async function ask(
  { url, key }: Pick<Api, 'url' | 'key'>,
  list: string,
  query: Record<string, string>,
): Promise<{ page: Page; ms: number }> {
  const address = `${url}/v1/${list}?${new URLSearchParams(query)}`
  const started = performance.now()
  const { status, body } = await answerOf(address, { authorization: `Bearer ${key}` })
  const ms = performance.now() - started
  if (status !== 200) throw new Error(`${address}: ${status} ${body}`)
  return { page: JSON.parse(body) as Page, ms }
}

function answerOf(
  address: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent, headers, timeout: PATIENCE_MS }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
      )
      response.on('error', reject)
    })
    request.on('timeout', () => request.destroy(new Error(`${address}: no answer`)))
    request.on('error', reject)
  })
}
