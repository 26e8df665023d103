import type { Line } from './lines.ts'

const MAX_COVER = 12_000
// The boxes and sentences printed on Forms 6-K and 40-F.
const PRINTED =
  /indicate by check ?mark|form 20-f|rule 101\(b\)|rule 12g3-2\(b\)|^\W*(?:82-|yes\b.{0,40}\bno\b)|check mark whether the registrant|shell company|emerging growth/i

/** Where the printed form ends and the report begins; 0 when there is no printed form. */
export function formCoverEnd(lines: Line[], text: string): number {
  let end = 0
  for (const line of lines) {
    if (line.start > MAX_COVER) break
    const content = text.slice(line.start, Math.min(line.end, line.start + 400))
    if (PRINTED.test(content)) end = line.end
  }
  const next = lines.find((line) => line.start >= end)
  return end === 0 || !next ? 0 : next.start
}
