import type { Filer, FilingDetail, RelatedFiling } from '../../../sdk/src/index.ts'
import { Badge, PageLink, TabLinks } from '../shell/index.ts'
import { type Choice, type FilingView, filingHref } from './address.ts'
import { instantInWords } from './value.ts'

interface FilingHeaderProps {
  filing: FilingDetail
  related: readonly RelatedFiling[]
  signalCount: number
  view: FilingView
  /** Carried from page to page: the moment the pages are true for. */
  asOf: string | undefined
}

/** What stands above every page about a filing: whose, which, when, and what belongs to it. */
export function FilingHeader({ filing, related, signalCount, view, asOf }: FilingHeaderProps) {
  const choice: Choice = { as_of: asOf }
  const tab = (name: FilingView, text: string) => ({
    href: filingHref(filing.accession_number, choice, name),
    text,
    current: name === view,
  })
  return (
    <header className="filing-header">
      <p className="filing-crumbs">
        <PageLink href="/filings">Filings</PageLink> <span aria-hidden="true">/</span>{' '}
        {companiesOf(filing).map(({ cik, name }) => (
          <PageLink key={cik} href={`/filings?q=${cik}`}>
            {name}
          </PageLink>
        ))}
      </p>
      <h1>
        {companyNames(filing)} <span className="filing-form">{formInWords(filing.form_type)}</span>
      </h1>
      <dl className="filing-times">
        <div>
          <dt>Filed</dt>
          <dd>{filing.filing_date}</dd>
        </div>
        <div>
          <dt>Accepted by EDGAR</dt>
          <dd>{instantInWords(filing.accepted_at)}</dd>
        </div>
        {filing.period_of_report ? (
          <div>
            <dt>Period</dt>
            <dd>{filing.period_of_report}</dd>
          </div>
        ) : null}
        {peopleOf(filing).map(({ cik, name, role }) => (
          <div key={`${role} ${cik}`}>
            <dt>{role === 'reporting_owner' ? 'Reported by' : 'Filed by'}</dt>
            <dd>
              <PageLink href={`/filings?q=${cik}`}>{name}</PageLink>
            </dd>
          </div>
        ))}
        <div>
          <dt>Available here</dt>
          <dd>{instantInWords(filing.available_at)}</dd>
        </div>
        <div>
          <dt>Accession number</dt>
          <dd>
            <code>{filing.accession_number}</code>
          </dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd>
            {filing.source_url ? (
              <a href={filing.source_url} rel="noreferrer">
                as filed on SEC.gov
              </a>
            ) : (
              'a fictional filing of the test mode'
            )}
          </dd>
        </div>
      </dl>
      <Notices filing={filing} related={related} asOf={asOf} />
      <TabLinks
        label="About this filing"
        items={[
          tab('text', 'Text'),
          tab('changes', 'Changes'),
          tab('signals', `Signals (${signalCount})`),
          tab('figures', 'Figures'),
          tab('processing', 'Processing'),
        ]}
      />
    </header>
  )
}

const RELATIONS: Record<string, string> = {
  amends: 'amends',
  amended_by: 'is amended by',
  amends_the_same: 'amends the same filing as',
  withdrawal: 'is withdrawn by',
  deregistration: 'precedes the deregistration',
}

/** What a reader has to know before the first line: amendments, bytes that changed, a past moment. */
function Notices({
  filing,
  related,
  asOf,
}: {
  filing: FilingDetail
  related: readonly RelatedFiling[]
  asOf: string | undefined
}) {
  return (
    <>
      {asOf ? (
        <p className="filing-notice">
          <Badge tone="accent">As known at {asOf}</Badge> Later signals and amendments are left out.{' '}
          <PageLink href={filingHref(filing.accession_number)}>As known now</PageLink>
        </p>
      ) : null}
      {related.length > 0 ? (
        <ul className="filing-related">
          {related.map(({ relation, filing: other }) => (
            <li key={`${relation} ${other.accession_number}`}>
              {relation === 'amended_by' ? <Badge tone="warning">Amended</Badge> : null} This filing{' '}
              {RELATIONS[relation] ?? relation.replaceAll('_', ' ')}{' '}
              <PageLink href={filingHref(other.accession_number, { as_of: asOf })}>
                {other.form_type} of {other.filing_date}
              </PageLink>
            </li>
          ))}
        </ul>
      ) : null}
      {filing.custody.state === 'unchanged' ? null : (
        <p className="filing-notice">
          <Badge tone="warning">{filing.custody.state === 'changed' ? 'Bytes changed' : 'Withdrawn'}</Badge>{' '}
          What EDGAR serves under this number is no longer what was first seen. This page is made from the
          bytes first seen.
        </p>
      )}
    </>
  )
}

const SIGNERS = new Set(['reporting_owner', 'filed_by'])
const MOST_NAMES = 4

/** Who the filing is about, before those who only sign it. */
function companiesOf({ filers }: { filers: readonly Filer[] }): Filer[] {
  const companies = filers.filter(({ role }) => !SIGNERS.has(role))
  return (companies.length > 0 ? companies : filers).slice(0, MOST_NAMES)
}

/** Who signs it, where that is not who it is about. */
function peopleOf(filing: { filers: readonly Filer[] }): Filer[] {
  const companies = new Set(companiesOf(filing).map(({ cik }) => cik))
  return filing.filers
    .filter(({ role, cik }) => SIGNERS.has(role) && !companies.has(cik))
    .slice(0, MOST_NAMES)
}

/** A number alone does not say that it is a form. */
export function formInWords(formType: string): string {
  return /^\d+(\/A)?$/.test(formType) ? `Form ${formType}` : formType
}

export function companyNames(filing: { filers: readonly Filer[] }): string {
  return (
    companiesOf(filing)
      .map(({ name }) => name)
      .join(', ') || 'Unknown filer'
  )
}
