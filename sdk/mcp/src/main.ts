#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { keyVerdict } from './keys.ts'
import { remoteDocs } from './remote-docs.ts'
import { createMcpServer } from './server.ts'
import { MCP_VERSION } from './version.ts'

const HELP = `latent-mcp ${MCP_VERSION}: SEC filings and signals for assistants, over standard input and output.

Settings, from the environment:
  LATENT_API_KEY        a key; only one of the test mode (slp_test_…) is taken, unless live keys are allowed
  LATENT_BASE_URL       the API (default http://localhost:8000)
  LATENT_PORTAL_URL     the portal, for the documentation (default http://localhost:3000)
  MCP_ALLOW_LIVE_KEYS   1 takes any key

Options:
  --allow-live-keys     as MCP_ALLOW_LIVE_KEYS=1
  --version, --help
`

/** Standard output belongs to the protocol; whatever a person should read goes to standard error. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'allow-live-keys': { type: 'boolean', default: false },
      version: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help || values.version) {
    process.stdout.write(values.help ? HELP : `${MCP_VERSION}\n`)
    return 0
  }
  const { env } = process
  const apiKey = env.LATENT_API_KEY || undefined
  if (apiKey !== undefined) {
    const verdict = keyVerdict(apiKey, values['allow-live-keys'] || env.MCP_ALLOW_LIVE_KEYS === '1')
    if (verdict === 'live')
      throw new Error(
        'LATENT_API_KEY is not a key of the test mode. Use one (slp_test_…), or allow others with --allow-live-keys: then what an assistant does counts against your quota.',
      )
    if (verdict === 'malformed') throw new Error('LATENT_API_KEY must be a key without spaces.')
  }
  const apiUrl = urlOf('LATENT_BASE_URL', 'http://localhost:8000')
  const portalUrl = urlOf('LATENT_PORTAL_URL', 'http://localhost:3000')
  const server = createMcpServer({ apiUrl, portalUrl, apiKey, docs: remoteDocs(portalUrl) })
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    process.stdin.once('end', resolve)
  })
  await server.connect(new StdioServerTransport())
  await closed
  await server.close()
  return 0
}

function urlOf(name: string, otherwise: string): string {
  const value = process.env[name] || otherwise
  if (!/^https?:$/.test(URL.parse(value)?.protocol ?? ''))
    throw new Error(`${name} must be an http or https address.`)
  return value.replace(/\/+$/, '')
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`latent-mcp: ${error.message}\n`)
    process.exit(2)
  },
)
