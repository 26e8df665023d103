import type { CanonicalText } from '../documents/document.ts'
import { saysReference } from './body-note.ts'
import { type Line, lineAt } from './lines.ts'
import type { PlacedSection } from './section.ts'

const MARK_AT_END = /[^*†‡\s]\s?([*†‡]{1,3})[\s|]*$/
const MAX_BODY = 60
// The note stands at the foot of the page, or after the last item it speaks of.
const MAX_DISTANCE = 20_000
const MAX_NOTE = 1_000
const PART_THREE = /^10k(?:sb)?\.item_(?:9|1[0-4])$/

/**
 * Items without a body whose heading ends in a mark, "Item 11. Executive Compensation*", where the note with that mark says
 * that they are incorporated by reference. Items with a body of their own say for themselves what they are.
 */
export function bareItems(sections: PlacedSection[], lines: Line[], text: CanonicalText): PlacedSection[] {
  return withStacked(sections, text).map((section) => {
    if (section.note?.includes('incorporated_by_reference') || section.boundary_method !== 'heading')
      return section
    const mark = MARK_AT_END.exec(section.title ?? '')?.[1]
    if (!mark || section.end - section.start > (section.title ?? '').length + MAX_BODY) return section
    if (!noteRefers(mark, section.end, lines, text.text)) return section
    return { ...section, note: [section.note, 'incorporated_by_reference'].filter(Boolean).join(' ') }
  })
}

function noteRefers(mark: string, from: number, lines: Line[], text: string): boolean {
  for (let index = lineAt(lines, from); index < lines.length; index += 1) {
    const line = lines[index] as Line
    if (line.start - from > MAX_DISTANCE) return false
    const note = text.slice(line.start, Math.min(line.end, line.start + MAX_NOTE)).trimStart()
    if (note.startsWith(mark) && note.charAt(mark.length) !== mark.charAt(0)) return saysReference(note)
  }
  return false
}

/**
 * Headings of Part III printed one below the other above one paragraph, which refers to the proxy statement for all of them.
 */
function withStacked(sections: PlacedSection[], text: CanonicalText): PlacedSection[] {
  const stacked = [...sections]
  for (let at = stacked.length - 2; at >= 0; at -= 1) {
    const [section, next] = [stacked[at] as PlacedSection, stacked[at + 1] as PlacedSection]
    if (!PART_THREE.test(section.section_key) || !PART_THREE.test(next.section_key)) continue
    if (section.note || !next.note?.includes('incorporated_by_reference')) continue
    const words = text.text.slice(section.start, section.end).replace(/\s+/g, ' ').trim()
    if (words.length <= (section.title ?? '').length + 4)
      stacked[at] = { ...section, note: 'incorporated_by_reference' }
  }
  return stacked
}
