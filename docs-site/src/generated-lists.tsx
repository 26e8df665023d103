import { formsInWords, signalFamilies } from './catalogue.ts'
import { planLines, planTitles } from './plan-table.ts'
import { problemsByStatus } from './problem-pages.ts'
import { PageLink } from './shell/link.tsx'
import { Table } from './shell/table.tsx'

/** Every problem code, by status, each linked to its page. */
export function ProblemList() {
  return (
    <Table caption="Problem codes">
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
                <PageLink href={`/docs/errors/${problem.code}`}>
                  <code>{problem.code}</code>
                </PageLink>
              </td>
              <td>{problem.title}</td>
            </tr>
          )),
        )}
      </tbody>
    </Table>
  )
}

/** Every signal type with its forms and unit, by family. */
export function SignalList() {
  return signalFamilies().map(({ name, signals }) => (
    <section key={name}>
      <h2 id={name.toLowerCase().replaceAll(' ', '-')}>{name}</h2>
      <Table caption={name}>
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
                <PageLink href={`/docs/signals/${signal.signal_type}`}>
                  <code>{signal.signal_type}</code>
                </PageLink>
              </td>
              <td>{signal.title}</td>
              <td>{formsInWords(signal)}</td>
              <td>{signal.unit}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  ))
}

/** The plans side by side. */
export function PlanTable() {
  return (
    <Table caption="Plans">
      <thead>
        <tr>
          <td />
          {planTitles.map((title) => (
            <th key={title} scope="col" className="ui-number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {planLines.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {planTitles.map((title, index) => (
              <td key={title} className="ui-number">
                {values[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
