import type { BoundaryMethod, Section } from './section.ts'

/** The start of a section; it lasts until the next one. A mark without a key begins a gap. */
export interface Mark {
  start: number
  headingEnd: number
  section_key: string | null
  title: string | null
  boundary_method: BoundaryMethod
  confidence: number
  notes: string[]
}

/**
 * Turns marks into sections that tile `[0, length)`: sorted, gaps numbered, a key that comes again made distinct by a
 * suffix (`8k.item_8_01_2`). Of two marks at one position the first given wins.
 */
export function assemble(marks: Mark[], prefix: string, length: number): Section[] {
  const sorted = marks
    .map((mark, index) => ({ mark, index }))
    .sort((one, other) => one.mark.start - other.mark.start || one.index - other.index)
    .map(({ mark }) => mark)
    .filter((mark, index, all) => mark.start < length && mark.start !== all[index - 1]?.start)
  if (sorted.length === 0 || sorted[0]?.start !== 0) sorted.unshift(startingGap())
  const used = new Map<string, number>()
  let gaps = 0
  return sorted.map((mark, index) => {
    let key = mark.section_key
    if (key === null) {
      gaps += 1
      key = `${prefix}.gap_${gaps}`
    } else {
      const count = (used.get(key) ?? 0) + 1
      used.set(key, count)
      if (count > 1) key = `${key}_${count}`
    }
    return {
      section_key: key,
      title: mark.title,
      status: mark.confidence >= 0.6 ? 'ok' : 'uncertain',
      boundary_method: mark.boundary_method,
      confidence: Math.round(mark.confidence * 100) / 100,
      start: mark.start,
      end: sorted[index + 1]?.start ?? length,
      note: mark.notes.join(' ') || null,
    }
  })
}

function startingGap(): Mark {
  return {
    start: 0,
    headingEnd: 0,
    section_key: null,
    title: null,
    boundary_method: 'gap',
    confidence: 1,
    notes: [],
  }
}
