import 'server-only'
import { redirect } from 'next/navigation'
import type { Entity, Filing } from '../../../sdk/src/index.ts'
import { Badge, Button, EmptyState, Field, Input, PageLink, Table } from '../shell/index.ts'
import { filingHref } from './address.ts'
import { type Failure, failureOf } from './failure.ts'
import { FailureNote } from './failure-page.tsx'
import { companyNames } from './filing-header.tsx'
import { portalApi, shortly } from './portal-api.ts'
import { readSearch } from './search.ts'
import { instantInWords } from './value.ts'

const PER_PAGE = 25
/** Companies that a word can mean and that are listed together. */
const MOST_COMPANIES = 10

export interface SearchQuery {
  q: string
  form_type: string
  filed_from: string
  filed_to: string
  cursor: string
}

/** The filings that match, or the one that was meant. */
export async function SearchView({ query }: { query: SearchQuery }) {
  const outcome = await search(query).catch((error) => {
    const failure = failureOf(error)
    if (!failure) throw error
    return failure
  })
  if ('redirect' in outcome) redirect(outcome.redirect)
  return (
    <>
      <SearchForm query={query} />
      {'kind' in outcome ? <FailureNote failure={outcome} /> : <Results query={query} found={outcome} />}
    </>
  )
}

interface Found {
  filings: Filing[]
  next: string | null
  companies: Entity[]
  reason: string | null
}

async function search(query: SearchQuery): Promise<Found | Failure | { redirect: string }> {
  const meant = readSearch(query.q)
  switch (meant.kind) {
    case 'url': {
      const { accession_number, document_id } = await portalApi().filings.resolveUrl({ url: meant.url })
      const sequence = document_id?.split(':')[1]
      return {
        redirect: filingHref(accession_number, sequence && sequence !== '1' ? { section: sequence } : {}),
      }
    }
    case 'accession_number':
      return { redirect: filingHref(meant.accession_number) }
    case 'nothing':
      return await filings(query, [])
    case 'cik':
      return await filings(query, await companies({ cik: [meant.cik] }), [meant.cik])
    case 'words': {
      const byTicker = meant.ticker ? await companies({ ticker: [meant.ticker] }) : []
      const found = byTicker.length > 0 ? byTicker : await companies({ q: meant.words })
      if (found.length === 0) return { filings: [], next: null, companies: [], reason: 'entity_not_covered' }
      return await filings(query, found)
    }
  }
}

async function companies(which: { cik?: string[]; ticker?: string[]; q?: string }): Promise<Entity[]> {
  const list = await shortly(`companies ${JSON.stringify(which)}`, () =>
    portalApi().entities.list({ ...which, limit: MOST_COMPANIES }),
  )
  return list.data
}

async function filings(
  { form_type, filed_from, filed_to, cursor }: SearchQuery,
  found: Entity[],
  cik: string[] = found.map((company) => company.cik),
): Promise<Found> {
  const parameters = {
    limit: PER_PAGE,
    ...(cik.length > 0 ? { cik } : {}),
    ...(form_type ? { form_type: [form_type.toUpperCase()] } : {}),
    ...(filed_from ? { filing_date_gte: filed_from } : {}),
    ...(filed_to ? { filing_date_lte: filed_to } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const list = await shortly(`filings ${JSON.stringify(parameters)}`, () =>
    portalApi().filings.list(parameters),
  )
  return { filings: list.data, next: list.next_cursor, companies: found, reason: list.coverage.reason }
}

function SearchForm({ query }: { query: SearchQuery }) {
  return (
    <form className="filing-search" method="get" action="/filings">
      <Field id="q" label="Company, ticker, CIK, accession number or SEC.gov address">
        <Input id="q" name="q" type="search" defaultValue={query.q} maxLength={300} autoComplete="off" />
      </Field>
      <Field id="form_type" label="Form type">
        <Input
          id="form_type"
          name="form_type"
          defaultValue={query.form_type}
          maxLength={20}
          list="common-forms"
        />
      </Field>
      <datalist id="common-forms">
        {['10-K', '10-Q', '8-K', '4', '13F-HR', 'SCHEDULE 13D', 'DEF 14A', 'S-1', '20-F', '6-K'].map(
          (form) => (
            <option key={form} value={form} />
          ),
        )}
      </datalist>
      <Field id="filed_from" label="Filed from">
        <Input id="filed_from" name="filed_from" type="date" defaultValue={query.filed_from} />
      </Field>
      <Field id="filed_to" label="Filed to">
        <Input id="filed_to" name="filed_to" type="date" defaultValue={query.filed_to} />
      </Field>
      <Button type="submit" variant="primary">
        Search
      </Button>
    </form>
  )
}

const REASONS: Record<string, string> = {
  entity_not_covered: 'No such company is followed here. Its filings may well exist on EDGAR.',
  no_match: 'Everything was read, and nothing matches.',
  pending: 'Filings are still being read: ask again in a moment.',
  failed: 'Some filings could not be read, so that the answer may lack entries.',
}

function Results({ query, found }: { query: SearchQuery; found: Found }) {
  const several = found.companies.length > 1
  if (found.filings.length === 0) {
    return (
      <EmptyState title="No filings">
        <p>{REASONS[found.reason ?? 'no_match'] ?? found.reason}</p>
      </EmptyState>
    )
  }
  return (
    <>
      {several ? (
        <p className="filing-summary">
          {found.companies.map(({ cik, name, tickers }) => (
            <PageLink key={cik} href={`/filings?q=${cik}`}>
              {name}
              {tickers[0] ? ` (${tickers[0].ticker})` : ''}
            </PageLink>
          ))}
        </p>
      ) : null}
      <Table caption={query.q ? 'Filings that match' : 'Recent filings'}>
        <thead>
          <tr>
            <th scope="col">Form</th>
            <th scope="col">Company</th>
            <th scope="col">Accepted by EDGAR</th>
            <th scope="col">Period</th>
            <th scope="col">Accession number</th>
          </tr>
        </thead>
        <tbody>
          {found.filings.map((filing) => (
            <tr key={filing.accession_number}>
              <th scope="row">
                <PageLink href={filingHref(filing.accession_number)}>{filing.form_type}</PageLink>{' '}
                {filing.amends ? <Badge>amendment</Badge> : null}
              </th>
              <td className="filing-company">{companyNames(filing)}</td>
              <td>{instantInWords(filing.accepted_at)}</td>
              <td>{filing.period_of_report ?? ''}</td>
              <td>
                <code>{filing.accession_number}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {found.next ? (
        <p className="filing-pager">
          <PageLink href={nextHref(query, found.next)}>Earlier filings</PageLink>
        </p>
      ) : null}
    </>
  )
}

function nextHref(query: SearchQuery, cursor: string): string {
  const given = Object.entries({ ...query, cursor }).filter(([, value]) => value !== '')
  return `/filings?${new URLSearchParams(given)}`
}
