/** The value of c₀ + c₁z + c₂z² + …, by Horner's rule. */
export function polynomial(coefficients: readonly number[], z: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * z + coefficient, 0)
}

/**
 * The polynomial of an order with the least squared residuals (normal equations, elimination with pivoting). z should lie
 * within −1 and 1, where powers up to the fifth are far from parallel. Its residuals sum to 0 but for rounding.
 *
 * @throws RangeError when the points do not determine it
 */
export function fitPolynomial(points: readonly { z: number; y: number }[], order: number): number[] {
  const size = order + 1
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size + 1 }, (__, column) =>
      points.reduce((sum, { z, y }) => sum + z ** row * (column < size ? z ** column : y), 0),
    ),
  )
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(cell(rows, row, column)) > Math.abs(cell(rows, pivot, column))) pivot = row
    }
    const top = rows[pivot] as number[]
    if (Math.abs(top[column] as number) < 1e-9) throw new RangeError('too few different points')
    rows[pivot] = rows[column] as number[]
    rows[column] = top
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = cell(rows, row, column) / (top[column] as number)
      rows[row] = (rows[row] as number[]).map((value, index) => value - factor * (top[index] as number))
    }
  }
  return rows.map((row, index) => (row[size] as number) / (row[index] as number))
}

function cell(rows: readonly number[][], row: number, column: number): number {
  return rows[row]?.[column] as number
}
