import type { ReactNode } from 'react'

export interface Column<T> {
  name: string
  /** Numbers stand on the right. */
  isNumber?: boolean
  cell: (entry: T) => ReactNode
}

/** A table that scrolls by itself on a narrow screen, with the keyboard too. */
export function DataTable<T>({
  caption,
  columns,
  entries,
  keyOf,
}: {
  /** What the table is, for those who do not see where it stands. */
  caption: string
  columns: Column<T>[]
  entries: readonly T[]
  keyOf: (entry: T, index: number) => string
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard (WCAG 2.1.1).
    <section className="d-scroll" tabIndex={0} aria-label={caption}>
      <table className="d-table">
        <caption className="d-unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.isNumber ? 'd-number' : undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={keyOf(entry, index)}>
              {columns.map((column) => (
                <td key={column.name} className={column.isNumber ? 'd-number' : undefined}>
                  {column.cell(entry)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
