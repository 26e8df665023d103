import 'server-only'
import type { Fact } from '../../../sdk/src/index.ts'
import { EmptyState, PageLink, Table } from '../shell/index.ts'
import { filingHref } from './address.ts'
import { failureOf } from './failure.ts'
import { FailureNote } from './failure-page.tsx'
import { FIGURES, figureRows, periodInWords } from './figures.ts'
import { portalApi, shortly } from './portal-api.ts'
import { factInWords } from './value.ts'

const PER_PAGE = 100
const MOST_FACTS = 500

/** The figures most people look for, each with its place in the text. */
export async function FiguresView({
  accessionNumber,
  asOf,
}: {
  accessionNumber: string
  asOf: string | undefined
}) {
  const facts = await shortly(`figures ${accessionNumber} ${asOf}`, () =>
    portalApi()
      .filings.facts(accessionNumber, {
        tag: FIGURES.flatMap(({ tags }) => tags),
        dimensions: 'none',
        limit: PER_PAGE,
        ...(asOf ? { as_of: asOf } : {}),
      })
      .toArray({ limit: MOST_FACTS }),
  ).catch((error) => {
    const failure = failureOf(error)
    if (!failure) throw error
    return failure
  })
  if ('kind' in facts) return <FailureNote failure={facts} />
  const rows = figureRows(facts)
  if (rows.length === 0) {
    return (
      <EmptyState title="No tagged figures">
        <p>
          This filing states none of the common figures in XBRL. Filings before about 2009 and most forms
          other than annual and quarterly reports have none.
        </p>
      </EmptyState>
    )
  }
  return (
    <>
      <Table caption="Figures as this filing states them">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Period</th>
            <th scope="col" className="ui-number">
              Stated
            </th>
            <th scope="col" className="ui-number">
              A year earlier
            </th>
            <th scope="col" className="ui-number">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, tag, months, latest, earlier }) => (
            <tr key={`${tag} ${months}`}>
              <th scope="row">
                {name}
                <br />
                <code className="filing-period">
                  {latest.taxonomy}:{tag}
                </code>
              </th>
              <td>{periodInWords(latest)}</td>
              <td className="ui-number">
                <Amount fact={latest} asOf={asOf} />
              </td>
              <td className="ui-number">{earlier ? <Amount fact={earlier} asOf={asOf} /> : 'not stated'}</td>
              <td className="ui-number">{changeInWords(latest, earlier)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="filing-none">
        Every fact of the filing, with dimensions and footnotes:{' '}
        <code>GET /v1/filings/{accessionNumber}/facts</code>. See{' '}
        <PageLink href="/docs/concepts/facts">Facts and frames</PageLink>.
      </p>
    </>
  )
}

/** The value, as a link to where the text shows it. */
function Amount({ fact, asOf }: { fact: Fact; asOf: string | undefined }) {
  const { value, unit, accession_number, document_id, start, end } = fact
  const text = value === null ? '–' : factInWords(value, unit)
  if (start === null || end === null) return text
  const quote = { sequence: Number(document_id.split(':')[1]), start, end }
  return <PageLink href={`${filingHref(accession_number, { quote, as_of: asOf })}#quote`}>{text}</PageLink>
}

function changeInWords({ value }: Fact, earlier: Fact | undefined): string {
  const before = earlier?.value
  if (value === null || !before || before < 0) return ''
  const change = (value / before - 1) * 100
  return `${change >= 0 ? '+' : '−'}${Math.abs(change).toFixed(1)} %`
}
