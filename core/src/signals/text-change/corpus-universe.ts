import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { defaultCorpus } from '../../accuracy/corpus.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { type ComparableFiling, choosePrior, comparableForm } from '../prior.ts'
import {
  looseDocuments,
  readFullSubmission,
  readLooseDocument,
  submissionPaths,
} from '../real-filings-under-read.ts'
import { comparedPair } from './comparison-basis.ts'
import { mainTextOf, readItems } from './item-reading.ts'
import { modificationOf } from './mdna-modification.ts'
import type { Similarities } from './text-change-score.ts'
import { textMeasures } from './text-measures.ts'

/** As in the rules: a shorter text says nothing. */
const MINIMUM_WORDS = 200

/** What was measured for a pair of reports a year apart. */
export interface Observation<T> {
  cik: string
  /** Of the later report. */
  period: string
  values: T
}

export interface Observations {
  '10-K': Observation<Similarities>[]
  '10-Q': Observation<Similarities>[]
  mdna: Observation<{ words: number; modification: number }>[]
}

interface Candidate extends ComparableFiling {
  read(): FilingUnderRead
}

/** Measures every pair of reports a year apart in the corpus that `EDGAR_CORPUS` names. */
export function observeCorpus(): Observations {
  const candidates = gather()
  const readings = new Map<string, FilingUnderRead>()
  const readOnce = (candidate: Candidate): FilingUnderRead => {
    const reading = readings.get(candidate.accession_number) ?? candidate.read()
    readings.set(candidate.accession_number, reading)
    return reading
  }
  const observations: Observations = { '10-K': [], '10-Q': [], mdna: [] }
  for (const current of candidates) {
    const form = comparableForm(current.form_type)
    const prior = choosePrior(current, candidates)
    if (!prior || (form !== '10-K' && form !== '10-Q')) continue
    const [filing, earlier] = [readOnce(current), readOnce(prior)]
    const [text, priorText] = [mainTextOf(filing)?.text, mainTextOf(earlier)?.text]
    if (!text || !priorText) continue
    const pair = comparedPair(priorText, text)
    if (Math.min(pair.leftWords.length, pair.rightWords.length) < MINIMUM_WORDS) continue
    const { cosine, jaccard, edits } = textMeasures(pair)
    if (!edits) continue
    const at = { cik: current.cik, period: current.period_of_report ?? '' }
    observations[form].push({
      ...at,
      values: { cosine, jaccard, min_edit: edits.min_edit, simple: edits.simple },
    })
    if (form !== '10-K') continue
    const items = readItems(filing, earlier, '10k.item_7')
    if ('outcome' in items) continue
    const { words, prior_words, modification } = modificationOf(items.earlier, items.current)
    if (Math.min(words, prior_words) >= MINIMUM_WORDS) {
      observations.mdna.push({ ...at, values: { words, modification } })
    }
  }
  return observations
}

/** Every report of a form that is compared, submissions before documents collected without theirs; each once. */
function gather(): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const path of submissionPaths()) {
    const header = headerOf(path)
    if (!header || comparableForm(header.form_type) === null || found.has(header.accession_number)) continue
    const read = () => {
      const submission = readFullSubmission(path)
      if (!submission) throw new Error(`${path} is cut short`)
      return submission.filing
    }
    found.set(header.accession_number, { ...header, read })
  }
  for (const loose of looseDocuments()) {
    if (comparableForm(loose.form_type) === null || found.has(loose.accession_number)) continue
    const read = () => readLooseDocument(loose).filing
    found.set(loose.accession_number, { ...loose, cik: loose.cik.padStart(10, '0'), read })
  }
  return [...found.values()].sort((a, b) => (a.accession_number < b.accession_number ? -1 : 1))
}

function headerOf(path: string): ComparableFiling | null {
  const stored = readFileSync(join(defaultCorpus, path))
  const head = (path.endsWith('.gz') ? gunzipSync(stored) : stored).toString('latin1', 0, 6000)
  const line = (name: string) => new RegExp(`${name}:\\s*(\\S+)`).exec(head)?.[1] ?? ''
  const day = (name: string) => line(name).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  const filedOn = day('FILED AS OF DATE')
  if (!/^\d{4}-\d\d-\d\d$/.test(filedOn)) return null
  return {
    accession_number: line('ACCESSION NUMBER'),
    cik: line('CENTRAL INDEX KEY').padStart(10, '0'),
    form_type: line('CONFORMED SUBMISSION TYPE'),
    accepted_at: `${filedOn}T22:30:00Z`,
    period_of_report: day('CONFORMED PERIOD OF REPORT') || null,
  }
}
