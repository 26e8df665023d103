import Link from 'next/link'
import { formsInWords, rangeInWords, signalTypes } from './catalogue.ts'
import { problemsByStatus } from './problem-pages.ts'
import { operationUrl, referenceGroups } from './reference-pages.ts'

/** Every problem code, by status, each linked to its page. */
export function ProblemList() {
  return (
    <table>
      <thead>
        <tr>
          <th>Status</th>
          <th>Code</th>
          <th>Title</th>
        </tr>
      </thead>
      <tbody>
        {problemsByStatus().flatMap(([status, problems]) =>
          problems.map((problem) => (
            <tr key={problem.code}>
              <td>{status}</td>
              <td>
                <Link href={`/docs/errors/${problem.code}`}>
                  <code>{problem.code}</code>
                </Link>
              </td>
              <td>{problem.title}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

/** Every signal type with its forms, unit and range. */
export function SignalList() {
  return (
    <table>
      <thead>
        <tr>
          <th>Signal</th>
          <th>What it says</th>
          <th>Forms</th>
          <th>Unit</th>
          <th>Range</th>
        </tr>
      </thead>
      <tbody>
        {signalTypes.map((signal) => (
          <tr key={signal.signal_type}>
            <td>
              <Link href={`/docs/signals/${signal.signal_type}`}>
                <code>{signal.signal_type}</code>
              </Link>
            </td>
            <td>{signal.title}</td>
            <td>{formsInWords(signal)}</td>
            <td>{signal.unit}</td>
            <td>{signal.unit === 'code' ? '' : rangeInWords(signal.range)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Every operation, by tag, each linked to its page. */
export function ReferenceList() {
  return referenceGroups().map((group) => (
    <section key={group.tag}>
      <h2 id={group.slug}>{group.tag}</h2>
      {group.description ? <p>{group.description}</p> : null}
      <ul>
        {group.operations.map((entry) => (
          <li key={operationUrl(entry)}>
            <Link href={operationUrl(entry)}>{entry.operation.summary ?? entry.operation.operationId}</Link>{' '}
            <code>
              {entry.method.toUpperCase()} {entry.path}
            </code>
          </li>
        ))}
      </ul>
    </section>
  ))
}
