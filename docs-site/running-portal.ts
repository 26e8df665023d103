import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const PATIENCE_MS = 60_000

export interface RunningPortal {
  url: string
  close(): void
}

export function isBuilt(): boolean {
  return existsSync(join(import.meta.dirname, '.next', 'standalone', 'docs-site', 'server.js'))
}

/** The built portal in front of that API, listening on loopback. */
export async function startPortal(
  api: { url: string; key: string },
  settings: { port?: number; env?: Record<string, string> } = {},
): Promise<RunningPortal> {
  const port = settings.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.mjs')], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      NEXT_PUBLIC_API_URL: api.url,
      PORTAL_API_URL: api.url,
      EXPLORER_TEST_KEY: api.key,
      PORTAL_URL: url,
      ...settings.env,
    },
    stdio: 'ignore',
  })
  const close = () => void child.kill()
  try {
    await untilHealthy(url)
  } catch (error) {
    close()
    throw error
  }
  return { url, close }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

async function untilHealthy(url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const healthy = await fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the portal did not become healthy')
}
