/** What one filing has in one table: its rows, and the bytes of their columns as they are stored. */
export interface Portion {
  accession_number: string
  rows: number
  bytes: number
}

/** Header and line pointer of a row, which the sizes of its columns do not count. */
const ROW_OVERHEAD = 28

/**
 * Divides what a table takes, its indexes and what lies outside of its rows included, among the filings that wrote it: by the
 * bytes of their rows. Nothing is lost and nothing counted twice.
 */
export function attribute(tableBytes: number, portions: readonly Portion[]): Map<string, number> {
  const weights = portions.map(({ rows, bytes }) => bytes + rows * ROW_OVERHEAD)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = new Map<string, number>()
  for (const [index, { accession_number }] of portions.entries()) {
    const share = all === 0 ? 0 : (tableBytes * (weights[index] as number)) / all
    shares.set(accession_number, (shares.get(accession_number) ?? 0) + share)
  }
  return shares
}
