import { createInterface } from 'node:readline'
import { type EvidenceVerdict, type VerifiableEvidence, verifyEvidence } from '../../src/evidence.ts'
import type { Evidence, LatentClient } from '../../src/index.ts'
import type { Command, CommandContext } from './command.ts'
import { EXIT, Exit, UsageError } from './exit.ts'
import { plainJson, plainLine } from './plain-text.ts'

const QUOTE_CHARS = 90
/** Texts kept while the evidence of several signals is checked. */
const MAX_TEXTS = 8

interface Finding {
  signal_id: string
  evidence_id: string
  kind: string
  verified: boolean
  fault: string | null
  /** Here: the text was downloaded, hashed and sliced by this program. */
  checked_by: 'here' | 'api'
}

export const verifyCommand: Command = {
  words: ['evidence', 'verify'],
  summary: 'Check the quotes of signals here',
  description:
    'Downloads the texts that the evidence of a signal names, computes their SHA-256, slices them, and compares with the quotes: nothing the API says is believed. Evidence that stands in no text (header fields, XML paths) is checked by the API against the original bytes, and marked as such. Ends with 6 when something does not hold.',
  positionals: [
    {
      name: 'signal_id',
      description: 'Ids of signals, or - for one a line from standard input.',
      multiple: true,
    },
  ],
  flags: [],
  async run(context) {
    const { settings, terminal, signal } = context
    const client = await context.client()
    const textOf = textSource(client, signal)
    const counts = { here: 0, api: 0, wrong: 0, signals: 0 }
    for await (const id of idsOf(context)) {
      const found = await client.signals.get(id, { as_of: settings.asOf }, { signal })
      counts.signals++
      for (const evidence of found.evidence) {
        const finding = await checked(client, found.id, evidence, textOf, signal)
        counts[finding.checked_by]++
        if (!finding.verified) counts.wrong++
        await terminal.out(settings.json ? `${plainJson(finding)}\n` : lineOf(finding, evidence, context))
      }
    }
    if (counts.signals === 0) throw new UsageError('No id of a signal was given.')
    terminal.note(`${counts.here} checked here, ${counts.api} by the API, ${counts.wrong} wrong.`)
    if (counts.wrong > 0) throw new Exit(EXIT.notVerified)
  },
}

async function* idsOf({ positionals }: CommandContext): AsyncGenerator<string> {
  for (const id of positionals) {
    if (id !== '-') yield id
    else
      for await (const line of createInterface({ input: process.stdin })) if (line.trim()) yield line.trim()
  }
}

type TextOf = (sha256: string, documentId: string | null) => Promise<string | undefined>

/** Texts by their hash; the last few are kept, because the evidence of a signal often stands in one. */
function textSource(client: LatentClient, signal: AbortSignal): TextOf {
  const kept = new Map<string, string>()
  return async (sha256, documentId) => {
    const known = kept.get(sha256)
    if (known !== undefined || documentId === null) return known
    const [accession = '', sequence = ''] = documentId.split(':')
    const text = await client.documents.textPlain(accession, sequence, { text_sha256: sha256 }, { signal })
    if (kept.size >= MAX_TEXTS) kept.delete(kept.keys().next().value as string)
    kept.set(sha256, text)
    return text
  }
}

async function checked(
  client: LatentClient,
  signal_id: string,
  evidence: Evidence,
  textOf: TextOf,
  signal: AbortSignal,
): Promise<Finding> {
  const about = { signal_id, evidence_id: evidence.id, kind: evidence.kind }
  const verdict = await verdictHere(evidence, textOf)
  if (verdict) {
    const fault = verdict.verified ? null : verdict.fault
    return { ...about, verified: verdict.verified, fault, checked_by: 'here' }
  }
  const { verdict: answer, fault } = await client.evidence.check({ evidence: evidence as never }, { signal })
  return {
    ...about,
    verified: answer === 'verified',
    fault: fault ?? (answer === 'verified' ? null : answer),
    checked_by: 'api',
  }
}

/** Undefined for evidence that stands in no text that can be downloaded. */
async function verdictHere(evidence: Evidence, textOf: TextOf): Promise<EvidenceVerdict | undefined> {
  if (evidence.kind === 'header_field') return undefined
  const source = ({ sha256, document_id }: { sha256: string; document_id: string | null }) =>
    textOf(sha256, document_id)
  const verdict = await verifyEvidence(evidence as VerifiableEvidence, source)
  return !verdict.verified && verdict.fault === 'unsupported_kind' ? undefined : verdict
}

function lineOf(finding: Finding, evidence: Evidence, { terminal: { paint } }: CommandContext): string {
  const { verified, fault, checked_by, kind } = finding
  const mark = verified ? paint('green', 'holds') : paint('red', `does not hold (${fault})`)
  const span =
    evidence.kind === 'pair'
      ? (evidence.right ?? evidence.left)
      : evidence.kind === 'xbrl_fact'
        ? evidence.span
        : evidence
  const words = plainLine(
    String((span as { quote?: string } | null)?.quote ?? (evidence as { value?: string }).value ?? ''),
  )
  const quote = words.length > QUOTE_CHARS ? `${words.slice(0, QUOTE_CHARS - 1)}…` : words
  return `${mark}  ${kind}, checked ${checked_by === 'api' ? 'by the API' : 'here'}  ${paint('dim', quote)}\n`
}
