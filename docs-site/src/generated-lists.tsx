import Link from 'next/link'
import { formsInWords, signalFamilies } from './catalogue.ts'
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

/** Every signal type with its forms and unit, by family. */
export function SignalList() {
  return signalFamilies().map(({ name, signals }) => (
    <section key={name}>
      <h2 id={name.toLowerCase().replaceAll(' ', '-')}>{name}</h2>
      <table>
        <thead>
          <tr>
            <th>Signal</th>
            <th>What it says</th>
            <th>Forms</th>
            <th>Unit</th>
          </tr>
        </thead>
        <tbody>
          {signals.map((signal) => (
            <tr key={signal.signal_type}>
              <td>
                <Link href={`/docs/signals/${signal.signal_type}`}>
                  <code>{signal.signal_type}</code>
                </Link>
              </td>
              <td>{signal.title}</td>
              <td>{formsInWords(signal)}</td>
              <td>{signal.unit}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ))
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
