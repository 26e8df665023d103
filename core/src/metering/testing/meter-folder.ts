import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for the journals of one test. */
export function testMeterFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'sec-latent-meter-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
