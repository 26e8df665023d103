import { formsInWords, signalFamilies } from './catalogue.ts'
import { PLAN_COLUMNS, planRows } from './plan-table.ts'
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

/** The plans, from the table that the API itself limits and bills by. */
export function PlanTable() {
  return (
    <Table caption="Plans">
      <thead>
        <tr>
          <th>Plan</th>
          {PLAN_COLUMNS.map((column) => (
            <th key={column} className="ui-number">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {planRows().map(([title, ...figures]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {PLAN_COLUMNS.map((column, index) => (
              <td key={column} className="ui-number">
                {figures[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
