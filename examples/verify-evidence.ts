/**
 * Checks the evidence of a company's signals without trusting the API: downloads each text, computes its hash, slices it by
 * code points and by bytes. Then it changes one character of a text and makes sure that the check notices.
 *
 *   npx tsx examples/verify-evidence.ts QFPV
 *
 * LATENT_API_URL (default http://localhost:8000) and LATENT_API_KEY say where to ask, and as whom.
 */
import { type EvidenceSpan, LatentClient, type Signal } from '@sec-latent/sdk'
import { verifyEvidence } from '@sec-latent/sdk/evidence'

const MAX_SIGNALS = 100

const [company = 'QFPV'] = process.argv.slice(2)
const client = new LatentClient({
  baseUrl: process.env.LATENT_API_URL ?? 'http://localhost:8000',
  apiKey: process.env.LATENT_API_KEY ?? '',
})
const who = /^\d+$/.test(company) ? { cik: company } : { ticker: company.toUpperCase() }

const texts = new Map<string, string>()
let verified = 0
let failed = 0
for (const signal of await client.signals.list(who).toArray({ limit: MAX_SIGNALS })) {
  for (const span of spansOf(signal)) {
    const text = await textOf(span)
    const verdict = await verifyEvidence({ kind: 'text_span', ...span }, text)
    if (verdict.verified) verified++
    else {
      failed++
      console.error(`${signal.id} ${span.document_id} [${span.start}, ${span.end}): ${verdict.fault}`)
    }
    const altered = await verifyEvidence({ kind: 'text_span', ...span }, alter(text, span.quote))
    if (altered.verified) {
      failed++
      console.error(`${signal.id}: a changed text was taken for the original`)
    }
  }
}
console.log(`${verified} quotes of ${company} stand where the signals say; ${failed} do not.`)
if (failed > 0 || verified === 0) process.exitCode = 1

function spansOf(signal: Signal): EvidenceSpan[] {
  return signal.evidence.flatMap((evidence) => {
    if (evidence.kind === 'text_span') return [evidence]
    if (evidence.kind !== 'pair') return []
    return [evidence.left, evidence.right].filter((span) => span !== null)
  })
}

async function textOf({ document_id, text_sha256 }: EvidenceSpan): Promise<string> {
  const kept = texts.get(text_sha256)
  if (kept !== undefined) return kept
  const [accession = '', sequence = ''] = document_id.split(':')
  const text = await client.documents.textPlain(accession, sequence, { text_sha256 })
  texts.set(text_sha256, text)
  return text
}

/** The text with the first character of the quote replaced. */
function alter(text: string, quote: string): string {
  const index = text.indexOf(quote)
  return `${text.slice(0, index)}${text[index] === 'x' ? 'y' : 'x'}${text.slice(index + 1)}`
}
