/** A subsidiary as Exhibit 21 lists it (Item 601(b)(21) of Regulation S-K). */
export interface Subsidiary {
  /** Order in the exhibit, from 1. */
  position: number
  name: string
  /** Where it is incorporated or organised, as filed; null when the list does not say. */
  jurisdiction: string | null
  /** Percent owned; most lists give none. */
  ownership_percent: number | null
  /** The row in the canonical text: UTF-16 indexes, half-open. */
  start: number
  end: number
}
