import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { BenchFiling } from './bench-filings.ts'

/** Serves submissions where EDGAR has them, packed beforehand: the mirror's own work is no part of a measurement. */
export async function startLocalMirror() {
  const packed = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const bytes = packed.get(request.url?.split('/').at(-1) ?? '')
    if (!bytes) return response.writeHead(404, { 'content-type': 'text/html' }).end()
    return response
      .writeHead(200, {
        'content-type': 'text/plain',
        'content-encoding': 'gzip',
        'content-length': bytes.length,
      })
      .end(bytes)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Serves these and nothing else. */
    serve(filings: readonly BenchFiling[]): void {
      packed.clear()
      for (const { accession_number, bytes } of filings)
        packed.set(`${accession_number}.txt`, gzipSync(bytes, { level: 1 }))
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
