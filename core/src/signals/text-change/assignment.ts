/**
 * The assignment of rows to columns with the greatest sum of gains (Hungarian method with potentials, O(rows² · columns)).
 * Returns for each row its column, or -1: a pair that gains nothing is left apart. Equal inputs give equal results. Rows
 * and columns that no chain of gains connects do not bear on one another and are assigned by themselves.
 *
 * @param gains one array for each row, all of the same length, finite and not negative
 */
export function bestAssignment(gains: readonly ArrayLike<number>[]): number[] {
  const columnOf = new Array<number>(gains.length).fill(-1)
  for (const { rows, columns } of connected(gains)) {
    const part = rows.map((row) => Float64Array.from(columns, (column) => gains[row]?.[column] as number))
    assignPart(part).forEach((column, index) => {
      if (column >= 0) columnOf[rows[index] as number] = columns[column] as number
    })
  }
  return columnOf
}

/** Rows and columns joined by gains, in the order of their first rows. */
function connected(gains: readonly ArrayLike<number>[]): { rows: number[]; columns: number[] }[] {
  const width = gains[0]?.length ?? 0
  const columnRows = Array.from({ length: width }, (): number[] => [])
  const rowColumns = gains.map((row, index) => {
    const own: number[] = []
    for (let column = 0; column < width; column++) {
      if ((row[column] as number) > 0) {
        own.push(column)
        columnRows[column]?.push(index)
      }
    }
    return own
  })
  const seenRows = new Uint8Array(gains.length)
  const seenColumns = new Uint8Array(width)
  return rowColumns.flatMap((_, first) => {
    if (seenRows[first]) return []
    const rows = [first]
    const columns: number[] = []
    seenRows[first] = 1
    for (const row of rows) {
      for (const column of rowColumns[row] ?? []) {
        if (seenColumns[column]) continue
        seenColumns[column] = 1
        columns.push(column)
        for (const other of columnRows[column] ?? []) {
          if (!seenRows[other]) {
            seenRows[other] = 1
            rows.push(other)
          }
        }
      }
    }
    if (columns.length === 0) return []
    return [{ rows: rows.sort((a, b) => a - b), columns: columns.sort((a, b) => a - b) }]
  })
}

function assignPart(gains: readonly Float64Array[]): number[] {
  const rowCount = gains.length
  const columnCount = gains[0]?.length ?? 0
  if (rowCount === 1) return [largest(gains[0] as Float64Array)]
  if (rowCount > columnCount) return transposed(gains, columnCount)
  const columnOf = new Array<number>(rowCount).fill(-1)
  assign(gains, columnCount).forEach((row, column) => {
    if (row >= 0 && (gains[row]?.[column] ?? 0) > 0) columnOf[row] = column
  })
  return columnOf
}

function largest(row: Float64Array): number {
  let best = 0
  for (let column = 1; column < row.length; column++) {
    if ((row[column] as number) > (row[best] as number)) best = column
  }
  return best
}

function transposed(gains: readonly Float64Array[], columnCount: number): number[] {
  const turned = Array.from({ length: columnCount }, (_, column) =>
    Float64Array.from(gains, (row) => row[column] ?? 0),
  )
  const columnOf = new Array<number>(gains.length).fill(-1)
  assignPart(turned).forEach((row, column) => {
    if (row >= 0) columnOf[row] = column
  })
  return columnOf
}

/**
 * Adds one row after another along the cheapest augmenting path. Costs are the negated gains; index 0 of every array is
 * the root of the search, so rows and columns count from 1 inside. Returns the row of each column, or -1.
 */
function assign(gains: readonly ArrayLike<number>[], columnCount: number): Int32Array {
  const rowPotential = new Float64Array(gains.length + 1)
  const columnPotential = new Float64Array(columnCount + 1)
  const rowOf = new Int32Array(columnCount + 1)
  const cameFrom = new Int32Array(columnCount + 1)
  for (let row = 1; row <= gains.length; row++) {
    const distance = new Float64Array(columnCount + 1).fill(Number.POSITIVE_INFINITY)
    const visited = new Uint8Array(columnCount + 1)
    rowOf[0] = row
    let column = 0
    do {
      visited[column] = 1
      const current = rowOf[column] as number
      const costs = gains[current - 1] as ArrayLike<number>
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let other = 1; other <= columnCount; other++) {
        if (visited[other]) continue
        const cost =
          -(costs[other - 1] as number) -
          (rowPotential[current] as number) -
          (columnPotential[other] as number)
        if (cost < (distance[other] as number)) {
          distance[other] = cost
          cameFrom[other] = column
        }
        if ((distance[other] as number) < step) {
          step = distance[other] as number
          next = other
        }
      }
      for (let other = 0; other <= columnCount; other++) {
        if (visited[other]) {
          const matched = rowOf[other] as number
          rowPotential[matched] = (rowPotential[matched] as number) + step
          columnPotential[other] = (columnPotential[other] as number) - step
        } else {
          distance[other] = (distance[other] as number) - step
        }
      }
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const previous = cameFrom[column] as number
      rowOf[column] = rowOf[previous] as number
      column = previous
    }
  }
  return rowOf.subarray(1).map((row) => row - 1)
}
