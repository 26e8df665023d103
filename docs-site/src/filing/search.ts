/** What a reader typed, as what it most likely is. */
export type Search =
  | { kind: 'nothing' }
  | { kind: 'url'; url: string }
  | { kind: 'accession_number'; accession_number: string }
  | { kind: 'cik'; cik: string }
  /** A ticker or a part of a name; only the API knows which. */
  | { kind: 'words'; words: string; ticker: string | undefined }

const LONGEST = 300

export function readSearch(given: string): Search {
  const text = given.trim().slice(0, LONGEST)
  if (text === '') return { kind: 'nothing' }
  if (/^https?:\/\//i.test(text)) return { kind: 'url', url: text }
  if (/^(www\.)?sec\.gov\//i.test(text)) return { kind: 'url', url: `https://${text}` }
  const [, filer, year, number] = /^(\d{10})-?(\d{2})-?(\d{6})$/.exec(text) ?? []
  if (filer) return { kind: 'accession_number', accession_number: `${filer}-${year}-${number}` }
  const [, cik] = /^(?:cik\s*)?0*([1-9]\d{0,9})$/i.exec(text) ?? []
  if (cik) return { kind: 'cik', cik }
  const ticker = /^\$?([A-Za-z0-9][A-Za-z0-9.-]{0,9})$/.exec(text)?.[1]
  return { kind: 'words', words: text, ticker: ticker?.toUpperCase() }
}
