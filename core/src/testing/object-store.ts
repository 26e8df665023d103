import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** An empty folder for raw bytes and the `OBJECT_STORE_URL` that names it. Call `close` in `afterAll`. */
export async function testObjectStore(): Promise<{ url: string; folder: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'sec-latent-objects-'))
  return {
    url: pathToFileURL(folder).href,
    folder,
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
