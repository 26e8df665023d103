import { Type } from 'typebox'
import type { Sql } from '../../db.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { filingStore } from '../../filings/store.ts'
import { readSubsidiaries } from '../../subsidiaries/read-subsidiaries.ts'
import { subsidiaryReader } from '../../subsidiaries/reader.ts'
import type { Subsidiary } from '../../subsidiaries/subsidiary.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { ReadDocument } from '../filing-under-read.ts'
import { loadTexts } from '../load-filing.ts'
import type { Need } from '../need.ts'
import { exhibitTexts } from '../needs/exhibit-texts.ts'
import { addDays } from '../ownership/days.ts'
import { choosePrior, comparableForm, comparableFormTypes, isComparablePrior, PRIOR_DAYS } from '../prior.ts'
import type { Finding, Outcome, SignalType } from '../signal.ts'

const config = {
  maximum_listed: 50,
  maximum_evidence: 20,
  maximum_quote_length: 600,
  /** A list of at least so many entries is not compared with one of less than so large a part of it. */
  full_list_entries: 12,
  full_list_ratio: 1 / 3,
} as const

const EXHIBIT = /^EX-21(?:\.\d+)?$/i

const Named = Type.Object(
  {
    name: Type.String({ description: 'As listed.' }),
    jurisdiction: Type.Union([Type.String(), Type.Null()], { description: 'As listed.' }),
  },
  { additionalProperties: false },
)

const subsidiariesChange: SignalType = {
  signal_type: 'subsidiaries_change',
  family: 'network',
  title: 'Subsidiaries added and removed',
  description:
    'Difference between the list of subsidiaries in Exhibit 21 and that of the annual report a year earlier. The value counts names added and removed. Companies may leave out subsidiaries that are not significant together, so that a name may come or go without a company being founded, bought, sold or wound up, and a renamed subsidiary is one removed and one added. Names are compared without case and punctuation, forms of "Incorporated", "Limited" and the like as one.',
  unit: 'count',
  range: { minimum: 1, maximum: null },
  labels: null,
  form_types: ['10-K', '10-K405'],
  evidence_kinds: ['pair'],
  source: 'Exhibit 21 (Regulation S-K, Item 601(b)(21))',
  formula:
    'Names of this list not in the earlier one + names of the earlier list not in this one. Direction 0.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      prior_accession_number: Type.String({ description: 'The annual report compared with.' }),
      subsidiaries: Type.Integer({ description: 'Names in this list.' }),
      prior_subsidiaries: Type.Integer({ description: 'Names in the earlier one.' }),
      added_count: Type.Integer({ description: 'Names that are new.' }),
      removed_count: Type.Integer({ description: 'Names that are gone.' }),
      added: Type.Array(Named, { description: 'New names, in the order of the list, at most 50.' }),
      removed: Type.Array(Named, { description: 'Names that are gone, at most 50.' }),
      moved: Type.Array(
        Type.Object(
          {
            name: Type.String({ description: 'As listed now.' }),
            from: Type.String({ description: 'Jurisdiction a year earlier.' }),
            to: Type.String({ description: 'Jurisdiction now.' }),
          },
          { additionalProperties: false },
        ),
        { description: 'Names in both lists with another jurisdiction, at most 50; not part of the value.' },
      ),
    },
    { additionalProperties: false },
  ),
  cases: { ...COMPARISON_CASES, shells: 'Read like any other.' },
}

/** The lists of a year earlier; null when the report is not held. */
interface PriorLists {
  accession_number: string
  documents: ReadDocument[]
}

const priorLists: Need<PriorLists | null> = {
  name: 'prior_subsidiary_lists',
  earlier: { form_types: ['10-K', '10-K405'], days: 1_100, matters: isComparablePrior },
  async load(filing, sources) {
    const formTypes = comparableFormTypes(filing.form_type)
    if (formTypes.length === 0 || filing.period_of_report === null) return null
    const candidates = await filingStore(sources.sql as Sql).comparable(filing, formTypes, {
      from: addDays(filing.period_of_report, -PRIOR_DAYS.maximum),
      to: addDays(filing.period_of_report, -PRIOR_DAYS.minimum),
    })
    const prior = choosePrior(filing, candidates)
    if (!prior) return null
    const { accession_number } = prior
    const documents = await loadTexts(accession_number, isList, sources)
    return { accession_number, documents }
  },
  identity: (prior) => [
    subsidiaryReader.version,
    prior && [
      prior.accession_number,
      prior.documents.map(({ document_id, text }) => [document_id, text?.text_sha256 ?? null]),
    ],
  ],
}

function isList({
  document_type,
  text_sha256,
}: {
  document_type: string
  text_sha256: string | null
}): boolean {
  return text_sha256 !== null && EXHIBIT.test(document_type)
}

/** A subsidiary with the document that lists it. */
interface Listed {
  document: ReadDocument
  entry: Omit<Subsidiary, 'position'> & { position: number }
}

/** Companies that joined or left a group within a year. */
export const subsidiariesChangeRule = defineExtractor({
  name: 'subsidiaries_change',
  version: '1.0.0',
  signal_types: [subsidiariesChange],
  applies: (formType) => comparableForm(formType) === '10-K',
  needs: { lists: exhibitTexts({ name: 'subsidiary_lists', document_types: EXHIBIT }), prior: priorLists },
  config,

  extract({ filing, lists, prior }): Outcome {
    if (lists.length === 0) return { status: 'not_applicable', reason: 'no_subsidiary_list' }
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    if (prior.documents.length === 0) return { status: 'not_applicable', reason: 'prior_no_subsidiary_list' }
    const now = listed(lists)
    const before = listed(prior.documents)
    if (now.length === 0 || before.length === 0) {
      return {
        status: 'insufficient_data',
        missing: [now.length === 0 ? 'subsidiaries' : 'prior_subsidiaries'],
        reason: 'subsidiary_list_not_read',
      }
    }
    const [fewer, more] = [Math.min(now.length, before.length), Math.max(now.length, before.length)]
    if (more >= config.full_list_entries && fewer < more * config.full_list_ratio) {
      return { status: 'not_applicable', reason: 'subsidiary_lists_of_other_kind' }
    }
    const { added, removed, same } = compareSubsidiaries(before, now)
    if (added.length + removed.length === 0) return { status: 'ok_none', reason: 'subsidiaries_unchanged' }
    const moved = same.filter(
      ([one, other]) =>
        one.entry.jurisdiction !== null &&
        other.entry.jurisdiction !== null &&
        wordsIn(one.entry.jurisdiction) !== wordsIn(other.entry.jurisdiction),
    )
    const brief = ({ entry }: Listed) => ({ name: entry.name, jurisdiction: entry.jurisdiction })
    const finding: Finding = {
      signal_type: 'subsidiaries_change',
      subject: null,
      value: added.length + removed.length,
      unit: 'count',
      direction: 0,
      payload: {
        prior_accession_number: prior.accession_number,
        subsidiaries: now.length,
        prior_subsidiaries: before.length,
        added_count: added.length,
        removed_count: removed.length,
        added: added.slice(0, config.maximum_listed).map(brief),
        removed: removed.slice(0, config.maximum_listed).map(brief),
        moved: moved.slice(0, config.maximum_listed).map(([one, other]) => ({
          name: other.entry.name,
          from: one.entry.jurisdiction ?? '',
          to: other.entry.jurisdiction ?? '',
        })),
      },
      evidence: evidenceOf(added, removed),
      inputs: [
        { name: 'subsidiaries', value: now.length, accession_number: filing.accession_number },
        { name: 'prior_subsidiaries', value: before.length, accession_number: prior.accession_number },
      ],
    }
    return { status: 'ok_found', findings: [finding] }
  },
})

function listed(documents: readonly ReadDocument[]): Listed[] {
  return documents.flatMap((document) =>
    document.text ? readSubsidiaries(document.text).map((entry) => ({ document, entry })) : [],
  )
}

/**
 * Names of both lists matched: first as they are, then, where one is left on each side, without the form of the company. A
 * name that is listed twice, under two jurisdictions, is matched as often as both lists have it.
 */
export function compareSubsidiaries<L extends { entry: { name: string } }>(
  before: readonly L[],
  now: readonly L[],
): { added: L[]; removed: L[]; same: [L, L][] } {
  const same: [L, L][] = []
  let [left, right] = [[...before], [...now]]
  for (const keyOf of [nameKey, stemKey]) {
    const open = new Map<string, L[]>()
    for (const one of left) {
      const key = keyOf(one.entry.name)
      open.set(key, [...(open.get(key) ?? []), one])
    }
    const isStem = keyOf === stemKey
    const unmatched: L[] = []
    for (const other of right) {
      const candidates = open.get(keyOf(other.entry.name)) ?? []
      const match = isStem && candidates.length !== 1 ? undefined : candidates.shift()
      if (match) same.push([match, other])
      else unmatched.push(other)
    }
    const matched = new Set(same.map(([one]) => one))
    left = left.filter((one) => !matched.has(one))
    right = unmatched
  }
  return { added: right, removed: left, same }
}

const FORMS = new Map([
  ['incorporated', 'inc'],
  ['corporation', 'corp'],
  ['company', 'co'],
  ['limited', 'ltd'],
])
const STEM_ENDINGS = new Set([
  'inc',
  'corp',
  'co',
  'ltd',
  'llc',
  'lp',
  'llp',
  'plc',
  'gmbh',
  'ag',
  'sa',
  'sarl',
  'srl',
  'bv',
  'nv',
  'ab',
  'pty',
  'pte',
  'spa',
  'the',
])

/** A name without case, accents, footnote marks and punctuation; dots inside "L.L.C." and "S.p.A." join their letters. */
export function nameKey(name: string): string {
  return wordsIn(name)
    .split(' ')
    .map((word) => FORMS.get(word) ?? word)
    .join(' ')
}

function stemKey(name: string): string {
  const words = nameKey(name).split(' ')
  const kept = words.filter((word) => !STEM_ENDINGS.has(word))
  return (kept.length > 0 ? kept : words).join(' ')
}

function wordsIn(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.'\u2019]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** New names on the right, names that are gone on the left, in turn, so that the cap hides neither kind. */
function evidenceOf(added: readonly Listed[], removed: readonly Listed[]): Evidence[] {
  const pairs: Evidence[] = []
  for (let index = 0; index < Math.max(added.length, removed.length); index++) {
    const [plus, minus] = [added[index], removed[index]]
    if (plus) pairs.push({ kind: 'pair', left: null, right: spanOf(plus) })
    if (minus) pairs.push({ kind: 'pair', left: spanOf(minus), right: null })
  }
  return pairs.slice(0, config.maximum_evidence)
}

function spanOf({ document, entry }: Listed) {
  return cappedTextSpan(document, null, entry.start, entry.end, config.maximum_quote_length)
}
