import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Peer } from '../peers/peer.ts'
import type { Row } from '../verdict.ts'

/** A program of a user in one file, minified and compressed, as a function in the cloud would load it. */
export async function measureBundles(peers: readonly { peer: Peer; folder: string }[]): Promise<Row[]> {
  const clients: Row['entries'] = {}
  const operations: Row['entries'] = {}
  for (const { peer, folder } of peers) {
    const client = await gzippedBytes(peer.program, folder)
    const operation = peer.smallest ? await gzippedBytes(peer.smallest, folder) : client
    clients[peer.name] = { value: client, told: kib(client) }
    operations[peer.name] = {
      value: operation,
      told: peer.smallest ? kib(operation) : `${kib(operation)}, the client`,
    }
  }
  const row = { unit: 'bytes', better: 'less', slack: 0 } as const
  return [
    { ...row, id: 'bundle-client', check: 'bundle of the client, one call, min + gzip', entries: clients },
    { ...row, id: 'bundle-operation', check: 'bundle of one operation, min + gzip', entries: operations },
  ]
}

async function gzippedBytes(contents: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

export function kib(bytes: number): string {
  const value = bytes / 1024
  return value < 1024 ? `${value.toFixed(1)} KiB` : `${(value / 1024).toFixed(1)} MiB`
}
