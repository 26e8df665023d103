import type { Evidence } from '../../core/src/evidence/evidence.ts'
import { verifyEvidence } from '../../sdk/src/evidence.ts'
import { LatentClient, type Signal } from '../../sdk/src/index.ts'
import type { CorpusRun } from './read-corpus.ts'
import { seededRandom, tamper } from './tamper.ts'

type Served = Signal['evidence'][number]

export interface EvidenceCount {
  signals: number
  pieces: number
  /** Sliced here out of a text that was downloaded, and looked up again by the API in the original bytes. */
  verified: number
  by_kind: Record<string, number>
  failures: string[]
  /** Signals whose rule was run again through the API, and those with another outcome than `reproduced`. */
  rerun: number
  not_reproduced: string[]
  tampers: number
  tampers_accepted: string[]
}

const TEXTS_KEPT = 40
/** Every so many pieces one is kept to be tampered with. */
const SAMPLE_EVERY = 7
/** Every so many signals one is made again. */
const RERUN_EVERY = 40
const SPACING_MS = 8

/**
 * Checks every piece of evidence of a run as a customer would, with the SDK through the public API: quotes against texts
 * downloaded for the purpose; what has no text through the check of the API. Then changes pieces at random, one at a time, and
 * counts those that still pass.
 */
export async function checkEvidence(run: CorpusRun, tampers: number): Promise<EvidenceCount> {
  const client = new LatentClient({ ...run.api, maxRetries: 10 })
  const texts = textCache(client)
  const count: EvidenceCount = {
    signals: 0,
    pieces: 0,
    verified: 0,
    by_kind: {},
    failures: [],
    rerun: 0,
    not_reproduced: [],
    tampers: 0,
    tampers_accepted: [],
  }
  const sample: Served[] = []
  for await (const signal of client.signals.list({ sort: 'accepted_at', limit: 200 })) {
    count.signals++
    if (signal.evidence.length === 0) count.failures.push(`${signal.id} has no evidence`)
    const faults = await Promise.all(signal.evidence.map((piece) => faultOf(piece, client, texts)))
    for (const [index, piece] of signal.evidence.entries()) {
      count.pieces++
      count.by_kind[piece.kind] = (count.by_kind[piece.kind] ?? 0) + 1
      const fault = faults[index]
      if (fault === null) count.verified++
      else count.failures.push(`${signal.id} ${signal.signal_type} ${signal.accession_number}: ${fault}`)
      if (count.pieces % SAMPLE_EVERY === 0) sample.push(piece)
    }
    if (count.signals % RERUN_EVERY === 0 && signal.extractor.kind === 'deterministic') {
      count.rerun++
      const { outcome } = await client.signals.reproduce(signal.id)
      if (outcome !== 'reproduced')
        count.not_reproduced.push(`${signal.id} ${signal.signal_type} ${signal.accession_number}: ${outcome}`)
    }
    if (count.signals % 500 === 0)
      process.stderr.write(`${count.signals} signals, ${count.pieces} pieces of evidence\n`)
  }
  const random = seededRandom(20_261_122)
  while (count.tampers < tampers && sample.length > 0) {
    const piece = sample[Math.floor(random() * sample.length)] as Served
    const { what, evidence } = tamper(piece as unknown as Evidence, random)
    count.tampers++
    if ((await faultOf(evidence as unknown as Served, client, texts)) === null)
      count.tampers_accepted.push(`${piece.kind} ${piece.id}: ${what}`)
  }
  return count
}

/** Null when everything about the piece holds. */
async function faultOf(
  piece: Served,
  client: LatentClient,
  texts: (documentId: string, textSha256: string) => Promise<string | undefined>,
): Promise<string | null> {
  if (piece.kind === 'text_span' || piece.kind === 'pair') {
    const verdict = await verifyEvidence(piece, ({ document_id, sha256 }) =>
      document_id === null ? undefined : texts(document_id, sha256),
    )
    if (!verdict.verified) return verdict.fault
  }
  await turn()
  const { verdict, fault } = await client.evidence.check({ evidence: piece as never })
  return verdict === 'verified' ? null : (fault ?? verdict)
}

let next = 0

/** Requests are spaced so that the plan's limit of 200 a second is not met. */
async function turn(): Promise<void> {
  const now = performance.now()
  next = Math.max(next + SPACING_MS, now)
  if (next > now) await new Promise((done) => setTimeout(done, next - now))
}

function textCache(client: LatentClient) {
  const kept = new Map<string, Promise<string | undefined>>()
  return async (documentId: string, textSha256: string) => {
    const address = `${documentId} ${textSha256}`
    const known = kept.get(address)
    if (known) return await known
    const [accession = '', sequence = ''] = documentId.split(':')
    const text = client.documents
      .textPlain(accession, sequence, { text_sha256: textSha256 })
      .then((body: string) => body)
      .catch(() => undefined)
    if (kept.size >= TEXTS_KEPT) kept.delete(kept.keys().next().value as string)
    kept.set(address, text)
    return await text
  }
}
