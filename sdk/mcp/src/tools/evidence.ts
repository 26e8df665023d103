import { parameterSchema, parameters } from '../schemas.ts'
import { defineTool, ToolError } from '../tool.ts'
import { UNTRUSTED } from '../untrusted.ts'
import { evidenceInShort } from './signals.ts'

const MAX_QUOTE_CHARS = 20_000
const MAX_CHECKED = 20
const AT_ONCE = 4

interface VerifyQuote {
  quote: string
  accession_number: string
  sequence: number
  start?: number
}

export const verifyQuote = defineTool<VerifyQuote>({
  name: 'verify_quote',
  title: 'Verify a quote',
  description:
    'Whether a quote stands, character by character, in a document of a filing, and where. With `start`, whether it stands exactly there. Use it before you present words as those of a filing. Costs 2 units.',
  inputSchema: {
    type: 'object',
    properties: {
      quote: {
        type: 'string',
        minLength: 1,
        maxLength: MAX_QUOTE_CHARS,
        description: 'The words, with the line breaks of the text.',
      },
      ...parameters('getDocument', 'accession_number'),
      sequence: {
        ...parameterSchema('getDocument', 'sequence'),
        default: 1,
        description: 'Position of the document in the filing; 1 is its main document.',
      },
      start: {
        type: 'integer',
        minimum: 0,
        maximum: 1_000_000_000,
        description: 'Code point of the text at which the quote should begin. Left out: anywhere.',
      },
    },
    required: ['quote', 'accession_number'],
  },
  async run({ quote, accession_number, sequence, start }, { client, signal }) {
    const api = client()
    const { document_id, text_sha256 } = await api.documents.get(accession_number, sequence, {}, { signal })
    if (text_sha256 === null)
      throw new ToolError(
        'document_has_no_text',
        `${document_id} has no text to look in; it may be an image or a table.`,
      )
    const length = [...quote].length
    const from = start ?? 0
    const claim = { text_sha256, start: from, end: from + length, quote }
    const { verdict, found_at } = await api.evidence.verify(claim, { signal })
    const stands = verdict === 'verified'
    const places = stands ? [{ start: from, end: from + length }] : found_at
    return {
      structured: {
        verified: start === undefined ? places.length > 0 : stands,
        document_id,
        text_sha256,
        found_at: places,
        ...(places.length === 0 && {
          advice:
            'These words do not stand in this document. Copy them from read_section, or try another `sequence`.',
        }),
      },
    }
  },
})

export const verifySignal = defineTool<{ signal_id: string; as_of?: string }>({
  name: 'verify_signal',
  title: 'Verify the evidence of a signal',
  description:
    'Looks up every piece of evidence of a signal in the stored original and says whether it holds. Costs 1 unit, and 1 for each piece.',
  inputSchema: {
    type: 'object',
    properties: parameters('getSignal', 'signal_id', 'as_of'),
    required: ['signal_id'],
  },
  async run({ signal_id, as_of }, { client, signal }) {
    const api = client()
    const found = await api.signals.get(signal_id, { as_of }, { signal })
    const pieces = found.evidence.slice(0, MAX_CHECKED)
    const checked: Record<string, unknown>[] = []
    for (let next = 0; next < pieces.length; next += AT_ONCE) {
      const some = pieces.slice(next, next + AT_ONCE).map(async (evidence) => {
        const { verdict, fault } = await api.evidence.check({ evidence: evidence as never }, { signal })
        return { verdict, fault, ...evidenceInShort(evidence) }
      })
      checked.push(...(await Promise.all(some)))
    }
    return {
      structured: {
        untrusted: UNTRUSTED,
        signal_id,
        signal_type: found.signal_type,
        verified: checked.length > 0 && checked.every(({ verdict }) => verdict === 'verified'),
        evidence: checked,
        not_checked: found.evidence.length - pieces.length,
      },
    }
  },
})
