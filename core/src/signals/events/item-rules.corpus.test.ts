import { describe, expect, it } from 'vitest'
import { hasCorpus } from '../../accuracy/corpus.ts'
import { filingBehaviourRules } from '../filing-behaviour/index.ts'
import { financingRules } from '../financing/index.ts'
import { givenNeeds } from '../meet-needs.ts'
import {
  looseDocuments,
  type RealFilingUnderRead,
  readFullSubmission,
  readLooseDocument,
  submissionPaths,
} from '../real-filings-under-read.ts'
import { runExtractor } from '../run-extractor.ts'
import { eventRules } from './index.ts'
import { eventVectors } from './vectors.ts'

/** Read by hand in the reports: who leaves, how, when, and who comes. */
const DEPARTURES: [
  accession: string,
  type: string,
  person: string,
  departure: string,
  until: string | null,
  next: string | null,
][] = [
  ['0000320193-19-000026', 'exec_departure', 'Angela Ahrendts', 'left', '2019-04-15', 'Deirdre O’Brien'],
  ['0000320193-19-000093', 'director_departure', 'Bob Iger', 'resigned', null, null],
  ['0000950123-10-058942', 'exec_departure', 'Lance W. Lord', 'resigned', '2010-06-18', null],
  ['0000950123-10-058942', 'director_departure', 'Lance W. Lord', 'resigned', '2010-06-18', null],
  ['0001193125-25-079772', 'exec_departure', 'Raghib Hussain', 'resigned', '2025-05-02', null],
  ['0001193125-23-170172', 'exec_departure', 'Michael C. Lenz', 'retired', '2023-07-31', null],
  ['0001193125-23-199169', 'director_departure', 'V. James Vena', 'resigned', '2023-07-26', null],
  [
    '0001193125-23-199169',
    'director_departure',
    'Kimberly A. Jabal',
    'not_standing_for_reelection',
    null,
    null,
  ],
  [
    '0000100493-17-000122',
    'exec_departure',
    'Dennis Leatherby',
    'stepped_down',
    '2018-02-10',
    'Stewart T. Glendinning',
  ],
  ['0001001039-15-000150', 'exec_departure', 'James A. Rasulo', 'resigned', '2015-06-30', null],
  ['0001193125-16-499235', 'director_departure', 'Brett Icahn', 'resigned', '2016-03-09', null],
  ['0000939057-09-000243', 'exec_departure', 'Greg B. Spear', 'resigned', '2009-09-03', null],
]
/** Reports of item 5.02 about appointments and pay alone. */
const NOBODY_LEAVES = [
  '0001493152-25-001317',
  '0001193125-21-001982',
  '0001437749-22-009214',
  '0000950157-17-001598',
  '0001045810-26-000024',
  '0000939057-08-000391',
]

function* realFilings(): Generator<RealFilingUnderRead> {
  const seen = new Set<string>()
  for (const path of submissionPaths()) {
    const read = readFullSubmission(path)
    if (!read || seen.has(read.filing.accession_number)) continue
    seen.add(read.filing.accession_number)
    yield read
  }
  for (const loose of looseDocuments()) {
    if (!loose.form_type.startsWith('8-K') || seen.has(loose.accession_number)) continue
    seen.add(loose.accession_number)
    yield readLooseDocument(loose)
  }
}

describe.skipIf(!hasCorpus())('rules over items, behaviour and offerings of real filings', () => {
  it('fail nowhere, quote exactly, and read what a person reads', { timeout: 180_000 }, async () => {
    const rules = [...eventRules, ...filingBehaviourRules, ...financingRules]
    const failures: string[] = []
    const departures: string[] = []
    const left = new Set<string>()
    let findings = 0
    for (const { filing, sources } of realFilings()) {
      for (const rule of rules) {
        if (!rule.applies(filing.form_type) || rule.name === 'event_8k' || rule.name === 'filing_size')
          continue
        const texts = filing.documents.filter(({ text }) => text !== null)
        const met = givenNeeds({
          facts: [],
          earlier: [],
          notices: [],
          before: [],
          letters: [],
          texts,
          exhibits: texts,
        })
        const run = await runExtractor(rule, filing, met, sources)
        if (run.status === 'failed') failures.push(`${filing.accession_number} ${rule.name} ${run.reason}`)
        findings += run.signals.length
        for (const { signal_type, subject, value, payload } of run.signals) {
          if (!signal_type.endsWith('_departure')) continue
          left.add(filing.accession_number)
          departures.push(
            JSON.stringify([
              filing.accession_number,
              signal_type,
              subject,
              value,
              payload?.effective_date,
              payload?.successor,
            ]),
          )
        }
      }
    }
    console.log(`${findings} findings, ${departures.length} departures in ${left.size} reports`)
    expect(failures).toEqual([])
    expect(
      DEPARTURES.map((each) => JSON.stringify(each)).filter((each) => !departures.includes(each)),
    ).toEqual([])
    expect(NOBODY_LEAVES.filter((accession) => left.has(accession))).toEqual([])
    expect(findings).toBeGreaterThan(250)
    expect(departures.length).toBeGreaterThan(50)
  })

  it.each(eventVectors.map((vector) => [vector.id, vector] as const))(
    'agree with %s, where it is held',
    async (_, vector) => {
      const got = await vector.got()
      if (got !== null) expect(got).toBe(vector.expected)
    },
  )
})
