import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApi, startApi } from './running-api.ts'
import { isBuilt, type RunningPortal, startPortal } from './running-portal.ts'

const notBuilt = isBuilt() ? '' : ' (skipped: the portal is not built, run "npm run build -w docs-site")'

interface Answer {
  isError?: boolean
  // biome-ignore lint/suspicious/noExplicitAny: whatever a tool answers; the tests say what they expect.
  structuredContent: { [field: string]: any }
}

let api: RunningApi
let portal: RunningPortal
let client: Client

const ask = async (name: string, args: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: args })) as unknown as Answer

describe.skipIf(!isBuilt())(`an assistant at /mcp of the built portal${notBuilt}`, () => {
  beforeAll(async () => {
    api = await startApi()
    portal = await startPortal(api)
    client = new Client({ name: 'test', version: '1.0.0' })
    await client.connect(new StreamableHTTPClientTransport(new URL(`${portal.url}/mcp`)))
  })
  afterAll(async () => {
    await client?.close()
    portal?.close()
    await api?.close()
  })

  it('reads filings with the public key of the test mode', async () => {
    const { structuredContent } = await ask('get_filing', { accession_number: api.accession_number })
    expect(structuredContent.accession_number).toBe(api.accession_number)
  })

  it('finds guides and operations, and reads what it found', async () => {
    for (const [query, path] of [
      ['pagination', '/docs/concepts/pagination'],
      ['listFilings', '/docs/reference/filings/listFilings'],
      ['cursor_expired', '/docs/errors/cursor_expired'],
    ] as const) {
      const found = await ask('search_docs', { query, limit: 10 })
      expect(
        found.structuredContent.data.map((hit: { path: string }) => hit.path),
        query,
      ).toContain(path)
      const page = await ask('get_page', { path })
      expect(page.isError, path).toBeUndefined()
      expect(page.structuredContent.markdown).toMatch(/^# /)
    }
  })

  it('lists every page as a resource, and each can be read', async () => {
    const { resources, nextCursor } = await client.listResources()
    expect(resources.length).toBe(100)
    expect(nextCursor).toBe('100')
    const [first] = resources
    const { contents } = await client.readResource({ uri: String(first?.uri) })
    expect(contents[0]).toMatchObject({ mimeType: 'text/markdown', uri: first?.uri })
  })

  it('is not a page of another site, and does not bring a live key', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${portal.url}/mcp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' }),
      })
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({ authorization: `Bearer slp_live_${'0'.repeat(49)}` })).status).toBe(403)
  })
})
