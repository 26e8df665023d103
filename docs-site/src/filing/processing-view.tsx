import 'server-only'
import type { Processing } from '../../../sdk/src/index.ts'
import { signalTypes } from '../catalogue.ts'
import { PageLink, Table } from '../shell/index.ts'
import { failureOf } from './failure.ts'
import { FailureNote } from './failure-page.tsx'
import { portalApi, shortly } from './portal-api.ts'

const MOST_ROWS = 500

const GROUPS: { statuses: string[]; title: string; text: string; folded?: boolean }[] = [
  { statuses: ['ok_found'], title: 'Found', text: 'Read, and something was found.' },
  {
    statuses: ['ok_none'],
    title: 'Nothing there',
    text: 'Read, and there is nothing to find: a real nothing.',
  },
  {
    statuses: ['insufficient_data'],
    title: 'Not enough data',
    text: 'The filing does not report what is needed. A missing number is never taken for zero.',
  },
  {
    statuses: ['failed', 'truncated', 'refused'],
    title: 'Failed',
    text: 'It could not be read, or a language model did not answer.',
  },
  { statuses: ['pending'], title: 'Not read yet', text: 'Ask again later.' },
  { statuses: ['unavailable'], title: 'Not asked', text: 'Comes from a language model that was not asked.' },
  {
    statuses: ['not_applicable'],
    title: 'Does not apply',
    text: 'Not read on this form or kind of company, or there is nothing to compare with.',
    folded: true,
  },
]

/** What was tried on the filing, and what came of it: exactly one answer for each reader and extractor. */
export async function ProcessingView({ accessionNumber }: { accessionNumber: string }) {
  const rows = await shortly(`processing ${accessionNumber}`, () =>
    portalApi().processing.list(accessionNumber).toArray({ limit: MOST_ROWS }),
  ).catch((error) => {
    const failure = failureOf(error)
    if (!failure) throw error
    return failure
  })
  if ('kind' in rows) return <FailureNote failure={rows} />
  const known = new Set(GROUPS.flatMap(({ statuses }) => statuses))
  const groups = [
    ...GROUPS.map((group) => ({
      ...group,
      rows: rows.filter(({ status }) => group.statuses.includes(status)),
    })),
    {
      title: 'Other',
      text: 'Answers of a newer API.',
      folded: false,
      rows: rows.filter(({ status }) => !known.has(status)),
    },
  ].filter((group) => group.rows.length > 0)
  return (
    <>
      <p className="filing-summary">
        {groups.map((group) => (
          <span key={group.title}>
            <strong>{group.rows.length}</strong> {group.title.toLowerCase()}
          </span>
        ))}
        <PageLink href="/docs/concepts/coverage">How to read this</PageLink>
      </p>
      {groups.map((group) => (
        <section className="filing-group" key={group.title}>
          <h2>
            {group.title} ({group.rows.length})
          </h2>
          <p>{group.text}</p>
          {group.folded ? (
            <details>
              <summary>Show them</summary>
              <Ledger caption={group.title} rows={group.rows} />
            </details>
          ) : (
            <Ledger caption={group.title} rows={group.rows} />
          )}
        </section>
      ))}
    </>
  )
}

const TITLES = new Map(signalTypes.map(({ signal_type, title }) => [signal_type, title]))

function Ledger({ caption, rows }: { caption: string; rows: readonly Processing[] }) {
  return (
    <Table caption={caption} dense>
      <thead>
        <tr>
          <th scope="col">Extractor</th>
          <th scope="col">Signals</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.extractor}>
            <th scope="row">
              <code>{row.extractor}</code> {row.extractor_version}
            </th>
            <td>
              <SignalLinks extractor={row.extractor} />
            </td>
            <td>
              <Reason row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function SignalLinks({ extractor }: { extractor: string }) {
  const types = signalTypes.filter((type) => type.extractor === extractor)
  if (types.length === 0) return 'a reader: no signals of its own'
  return types.map(({ signal_type, title }, index) => (
    <span key={signal_type}>
      {index > 0 ? ', ' : ''}
      <PageLink href={`/docs/signals/${signal_type}`}>{title}</PageLink>
    </span>
  ))
}

function Reason({ row }: { row: Processing }) {
  return (
    <>
      {row.explanation ??
        row.reason?.replaceAll('_', ' ') ??
        (row.status === 'ok_found' ? '' : 'no reason given')}
      {row.missing.length > 0 ? (
        <>
          {' '}
          Missing: <code>{row.missing.join(', ')}</code>
        </>
      ) : null}
      {row.omitted.map(({ signal_type, reason, missing }) => (
        <span className="filing-omitted" key={signal_type}>
          {' '}
          Without {TITLES.get(signal_type) ?? signal_type}: {reason.replaceAll('_', ' ')}
          {missing.length > 0 ? (
            <>
              {' '}
              (<code>{missing.join(', ')}</code>)
            </>
          ) : null}
          .
        </span>
      ))}
    </>
  )
}
