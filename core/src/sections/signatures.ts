import type { CanonicalText } from '../documents/document.ts'
import type { Line } from './lines.ts'
import { squeeze } from './title-match.ts'

const ATTESTATION = /pursuant to the requirements|duly caused|in witness whereof|\/s\//i
const MAX_HEADINGS = 50
const AFTER = [
  'exhibitindex',
  'indextoexhibits',
  'indexofexhibits',
  'exhibitsindex',
  'certification',
  'certifications',
  'indextofinancialstatements',
  'indextoconsolidatedfinancialstatements',
  'reportofindependent',
  'independentauditorsreport',
  'reportofindependentregisteredpublicaccountingfirm',
]

/** Where the signatures begin and end: the first heading "Signatures" after `from` that is followed by an attestation. */
export function signaturesAfter(
  text: CanonicalText,
  lines: Line[],
  from: number,
): { start: number; headingEnd: number; end: number } | null {
  let fallback = -1
  let seen = 0
  for (let index = firstLineAfter(lines, from); index < lines.length; index += 1) {
    const line = lines[index] as Line
    if (line.end - line.start > 60 || line.kind === 'page_furniture') continue
    if (!opensWith(text.text, line.start, 's')) continue
    const word = squeeze(text.text.slice(line.start, line.end))
    if (!/^signatures?(?:page)?\d{0,3}$/.test(word)) continue
    if (fallback < 0) fallback = index
    seen += 1
    if (seen > MAX_HEADINGS) break
    if (ATTESTATION.test(text.text.slice(line.end, line.end + 1500))) return ending(text, lines, index)
  }
  return fallback < 0 ? null : ending(text, lines, fallback)
}

function ending(text: CanonicalText, lines: Line[], index: number) {
  const heading = lines[index] as Line
  let end = text.text.length
  for (let next = index + 1; next < lines.length; next += 1) {
    const line = lines[next] as Line
    if (line.end - line.start > 120 || line.kind === 'page_furniture') continue
    if (!opensWith(text.text, line.start, 'eicr')) continue
    const word = squeeze(text.text.slice(line.start, line.end))
    if (AFTER.some((marker) => word === marker || word === `${marker}s`)) {
      end = line.start
      break
    }
  }
  return { start: heading.start, headingEnd: heading.end, end }
}

/** Whether the line begins with one of these letters; one that begins with a sign may. */
function opensWith(text: string, start: number, letters: string): boolean {
  const first = text.charAt(start).toLowerCase()
  return letters.includes(first) || !/[a-z0-9]/.test(first)
}

function firstLineAfter(lines: Line[], offset: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
