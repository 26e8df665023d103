import { cappedTextSpan } from '@sec-latent/core/evidence/span'
import { TEXT_CASES } from '@sec-latent/core/signals/cases'
import { type DeterministicExtractor, defineExtractor } from '@sec-latent/core/signals/extractor'
import type { FilingUnderRead } from '@sec-latent/core/signals/filing-under-read'
import { earlierFilings } from '@sec-latent/core/signals/needs/earlier-filings'
import { priorFiling } from '@sec-latent/core/signals/needs/prior-filing'
import type { Finding, SignalType } from '@sec-latent/core/signals/signal'

const COMMON = {
  family: 'events',
  description: 'Invented.',
  unit: 'count',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: [],
  evidence_kinds: ['text_span'],
  source: 'Invented.',
  formula: 'Counts.',
  history: null,
  covers_from: null,
  payload_schema: null,
  cases: TEXT_CASES,
} as const satisfies Omit<SignalType, 'signal_type' | 'title'>

const ALL_FORMS = () => true

/** Counts earlier filings of the company: every one that arrives late changes its answer. */
export function countsEarlier(version = '1.0.0', onExtract: (filing: FilingUnderRead) => void = () => {}) {
  return defineExtractor({
    name: 'counts_earlier',
    version,
    signal_types: [{ ...COMMON, signal_type: 'earlier_count', title: 'Earlier filings' }],
    applies: ALL_FORMS,
    needs: {
      earlier: earlierFilings({ name: 'invented_earlier', form_types: ['8-K', '10-K', '10-K/A'], days: 900 }),
    },
    config: { version },
    extract({ filing, earlier }) {
      onExtract(filing)
      if (earlier.length === 0) return { status: 'ok_none' }
      const names = earlier.map(({ accession_number }) => accession_number).join(' ')
      return {
        status: 'ok_found',
        findings: [finding('earlier_count', filing, earlier.length, [{ name: 'filings', value: names }])],
      }
    },
  })
}

/** Compares with the report a year before. */
export function comparesWords(version = '1.0.0') {
  return defineExtractor({
    name: 'compares_words',
    version,
    signal_types: [{ ...COMMON, signal_type: 'words_more', title: 'Words more than the year before' }],
    applies: (form) => form === '10-K',
    needs: { prior: priorFiling },
    config: { version },
    extract({ filing, prior }) {
      if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
      const more = wordsOf(filing) - wordsOf(prior)
      if (more === 0) return { status: 'ok_none' }
      return {
        status: 'ok_found',
        findings: [
          finding('words_more', filing, more, [
            { name: 'prior_words', value: wordsOf(prior), accession_number: prior.accession_number },
          ]),
        ],
      }
    },
  })
}

/** Looks at nothing but the filing, and counts otherwise in every version. */
export function countsWords(version = '1.0.0'): DeterministicExtractor {
  const factor = Number(version.split('.')[0])
  return defineExtractor({
    name: 'counts_words',
    version,
    signal_types: [{ ...COMMON, signal_type: 'word_count', title: 'Words' }],
    applies: ALL_FORMS,
    needs: {},
    config: { factor },
    extract: ({ filing }) => ({
      status: 'ok_found',
      findings: [finding('word_count', filing, wordsOf(filing) * factor, [])],
    }),
  })
}

function wordsOf(filing: FilingUnderRead): number {
  return filing.documents[0]?.text?.text.split(/\s+/).filter(Boolean).length ?? 0
}

function finding(
  signal_type: string,
  filing: FilingUnderRead,
  value: number,
  inputs: { name: string; value: number | string; accession_number?: string }[],
): Finding {
  const [document] = filing.documents
  if (!document?.text) throw new Error('an invented filing has a text')
  const span = cappedTextSpan(document, null, 0, document.text.text.length, 40)
  return {
    signal_type,
    subject: null,
    value,
    unit: 'count',
    direction: 0,
    payload: null,
    evidence: [{ kind: 'text_span', ...span }],
    inputs: inputs.map((input) => ({ accession_number: null, ...input })),
  }
}
