/** `absent`: the company left it out. `uncertain`: found, but the boundary is doubtful. `failed`: we could not find it. */
export type SectionStatus = 'ok' | 'uncertain' | 'absent' | 'failed'

export type BoundaryMethod =
  | 'heading'
  | 'table_of_contents'
  | 'combined_heading'
  | 'whole_document'
  | 'gap'
  | 'none'

/**
 * A section of a canonical text. The sections of a document with a span tile it: ordered, no overlap, and what belongs to
 * no item is a `gap` section (`10k.gap_1`, …), so that together they are the whole text.
 */
export interface Section {
  /** Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`, `10k.cover`, `10k.gap_1`. */
  section_key: string
  /** The heading as filed, on one line. */
  title: string | null
  status: SectionStatus
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
