import { readCompanyFacts } from '../../facts/company-facts.ts'
import { reconcile } from '../../facts/reconcile.ts'
import type { Check, Comparison } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { factsOfPaths, pathsByAccession } from '../corpus-facts.ts'

const COMPANY_FACTS = /(?:^api\/xbrl\/companyfacts\/|companyfacts)/

/** Every fact that the SEC lists for a filing whose XBRL the corpus holds must be among those we read out of it. */
export const xbrlCompanyFactsCheck: Check = {
  name: 'XBRL facts vs companyfacts',
  source: 'companyfacts JSON of data.sec.gov, by accession number',
  at_least: 0.999,

  *compare(corpus) {
    for (const row of reconciledRows(corpus)) {
      if (row.status === 'only_ours') continue
      yield {
        case: row.case,
        ours: row.ours ?? `nothing (${row.reason})`,
        theirs: row.theirs ?? 'nothing',
        agreed: row.status === 'equal',
      }
    }
  },
}

/**
 * The other way: each number about the whole company that a filing states in a published taxonomy is listed by the SEC, save
 * what its list leaves out by design.
 */
export const xbrlFactsListedCheck: Check = {
  name: 'XBRL facts listed in companyfacts',
  source: 'companyfacts JSON of data.sec.gov, by accession number',
  at_least: null,

  *compare(corpus): Iterable<Comparison> {
    for (const row of reconciledRows(corpus)) {
      if (row.status === 'only_theirs') continue
      if (row.status === 'only_ours' && row.reason !== 'unexplained') continue
      yield {
        case: row.case,
        ours: row.ours ?? 'nothing',
        theirs: row.theirs ?? 'nothing',
        agreed: row.status !== 'only_ours',
      }
    }
  },
}

type Rows = (ReturnType<typeof reconcile>[number] & { case: string })[]

/** Both checks ask for the same comparison; it is made once for each corpus. */
const made = new WeakMap<Corpus, Rows>()

function reconciledRows(corpus: Corpus): Rows {
  let rows = made.get(corpus)
  if (rows === undefined) {
    rows = [...reconciled(corpus)]
    made.set(corpus, rows)
  }
  return rows
}

/** A snapshot of another day lists the same facts again: each fact of a filing is one case. */
function* reconciled(corpus: Corpus): Iterable<Rows[number]> {
  const paths = pathsByAccession(corpus)
  const done = new Set<string>()
  for (const { path } of corpus.files.filter((file) => COMPANY_FACTS.test(file.path))) {
    const { cik, facts } = readCompanyFacts(corpus.bytes(path))
    for (const accession of new Set(facts.map((fact) => fact.accession_number))) {
      const held = paths.get(accession)
      if (held === undefined || done.has(`${cik} ${accession}`)) continue
      done.add(`${cik} ${accession}`)
      const ours = factsOfPaths(corpus, held)
      if (ours.length === 0) continue
      const theirs = facts.filter((fact) => fact.accession_number === accession)
      for (const row of reconcile(cik, ours, theirs)) yield { ...row, case: `${accession} ${row.fact}` }
    }
  }
}
