/** `absent`: the company left it out. `uncertain`: found, but the boundary is doubtful. `failed`: we could not find it. */
export type SectionStatus = 'ok' | 'uncertain' | 'absent' | 'failed'

export type BoundaryMethod =
  | 'heading'
  | 'table_of_contents'
  | 'combined_heading'
  | 'cross_reference_index'
  | 'whole_document'
  | 'gap'
  | 'none'

/**
 * What became of the disclosure. `extracted`: it stands in this text. `incorporated_by_reference`: the text refers to another
 * document for it. `reserved`: the form has no such disclosure any more. `absent`: the company left it out. `not_found`: it
 * may be there, and we could not find it.
 */
export type Disposition = 'extracted' | 'incorporated_by_reference' | 'reserved' | 'absent' | 'not_found'

/**
 * A section of a canonical text. The sections of a document with a span tile it: ordered, no overlap, and what belongs to
 * no item is a `gap` section (`10k.gap_1`, …), so that together they are the whole text.
 */
export interface Section {
  /** Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`, `def14a.executive_compensation`, `10k.cover`, `10k.gap_1`. */
  section_key: string
  /** The heading as filed, on one line. */
  title: string | null
  status: SectionStatus
  disposition: Disposition
  boundary_method: BoundaryMethod
  /** 0 to 1. */
  confidence: number
  /**
   * UTF-16 indexes into the canonical text, half-open; both 0 when absent or failed. An item that shares a combined heading
   * and has no text of its own is empty, at the end of the section that has the text.
   */
  start: number
  end: number
  /**
   * Why the status is not ok, or what was noticed (`reserved`, `incorporated_by_reference`, `items_1_and_2_combined`):
   * codes separated by spaces.
   */
  note: string | null
}

/** A section before its notes were read for what became of the disclosure. */
export type PlacedSection = Omit<Section, 'disposition'>

export function dispositionOf({ status, note }: Pick<Section, 'status' | 'note'>): Disposition {
  if (status === 'failed') return 'not_found'
  if (status === 'absent') return 'absent'
  const notes = note?.split(' ') ?? []
  if (notes.includes('reserved')) return 'reserved'
  return notes.includes('incorporated_by_reference') ? 'incorporated_by_reference' : 'extracted'
}
