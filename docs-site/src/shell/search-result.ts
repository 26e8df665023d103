export type SearchKind = 'Guide' | 'Operation' | 'Field' | 'Error' | 'Signal' | 'Decision'

/** A line of the search, as `/api/search` answers it. */
export interface SearchResult {
  kind: SearchKind
  title: string
  /** A sentence about it, or the place in it where the words stand. */
  text: string
  url: string
}
