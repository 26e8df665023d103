import { sha256 } from '@sec-latent/core/sha256'
import type { Fault } from '../../workers/src/edgar-mirror/faults.ts'
import type { MirrorRequest } from '../../workers/src/edgar-mirror/mirror.ts'

const TIMEOUT_MS = 10_000

/** The scripted EDGAR, told what to do and asked what it saw. It remembers what it showed. */
export function mirrorControl(url: string) {
  /** Every filing that was shown: the hash of its bytes by accession number. */
  const shown = new Map<string, { sha256: string; at: number }>()

  async function ask<T>(method: string, path: string, body?: string | Buffer): Promise<T> {
    const answer = await fetch(`${url}/__mirror/${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`the mirror answered ${answer.status}: ${text}`)
    return JSON.parse(text) as T
  }

  return {
    shown,
    /** From now on in the feed, the indexes and under its paths. */
    async publish(accessionNumber: string, submission: string): Promise<void> {
      const bytes = Buffer.from(submission)
      await ask('POST', 'filings', bytes)
      shown.set(accessionNumber, { sha256: sha256(bytes), at: Date.now() })
    },
    async script(faults: Fault[]): Promise<void> {
      await ask('POST', 'faults', JSON.stringify(faults))
    },
    async heal(): Promise<void> {
      await ask('DELETE', 'faults')
    },
    async requests(): Promise<MirrorRequest[]> {
      const { requests } = await ask<{ requests: MirrorRequest[] }>('GET', 'requests')
      return requests
    },
  }
}

export type MirrorControl = ReturnType<typeof mirrorControl>
