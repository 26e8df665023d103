import type { ReactNode } from 'react'
import { Table } from '../../shell/table.tsx'

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
  isDense = false,
}: {
  /** What the table is, for those who do not see where it stands. */
  caption: string
  columns: Column<T>[]
  entries: readonly T[]
  keyOf: (entry: T, index: number) => string
  /** Less air, for many rows. */
  isDense?: boolean
}) {
  return (
    <Table caption={caption} dense={isDense}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col" className={column.isNumber ? 'ui-number' : undefined}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          <tr key={keyOf(entry, index)}>
            {columns.map((column) => (
              <td key={column.name} className={column.isNumber ? 'ui-number' : undefined}>
                {column.cell(entry)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
