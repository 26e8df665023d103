import type { SearchKind, SearchResult } from '../shell/search-result.ts'
import { isOneLetterOff, wordsOf } from './words.ts'

/** Something that can be found. */
export interface SearchRecord {
  kind: SearchKind
  title: string
  /** A sentence about it. */
  summary: string
  /** Everything else it says; matched, and quoted where it matched. */
  body: string
  url: string
}

/** What a match is worth by where it stands. */
const TITLE = 9
const SUMMARY = 3
const BODY = 1

/** How near the word of the index is to the word that was asked for. */
const SAME = 1
const BEGINS_WITH = 0.55
const NEARLY = 0.3
const SHORTEST_TO_MISSPELL = 4

/** What readers mostly look for comes first when two things match alike. */
const LIKELIHOOD: Record<SearchKind, number> = {
  Guide: 1.25,
  Operation: 1.15,
  Signal: 1,
  Error: 1,
  Field: 0.75,
  Decision: 0.6,
}

const EXACT_TITLE = 2.5
const MOST_RESULTS = 20
const SNIPPET_CHARS = 140

type Postings = Map<number, number>

/** An index of words over records, small enough to be kept in memory and made when first asked. */
export function searchIndex(records: SearchRecord[]): (query: string) => SearchResult[] {
  const postings = new Map<string, Postings>()
  records.forEach((record, id) => {
    add(postings, id, record.title, TITLE)
    add(postings, id, record.summary, SUMMARY)
    add(postings, id, record.body, BODY)
  })
  const vocabulary = [...postings.keys()]

  return (query) => {
    const words = [...new Set(wordsOf(query))]
    const scores = new Map<number, { words: number; score: number }>()
    for (const word of words) {
      for (const [id, score] of matchesOf(word, postings, vocabulary, records.length)) {
        const known = scores.get(id) ?? { words: 0, score: 0 }
        scores.set(id, { words: known.words + 1, score: known.score + score })
      }
    }
    const wanted = query.trim().toLowerCase()
    return [...scores]
      .map(([id, { words: matched, score }]) => {
        const record = records[id] as SearchRecord
        const exact = record.title.toLowerCase() === wanted ? EXACT_TITLE : 1
        return { record, matched, score: score * LIKELIHOOD[record.kind] * exact }
      })
      .sort((a, b) => b.matched - a.matched || b.score - a.score)
      .slice(0, MOST_RESULTS)
      .map(({ record }) => resultOf(record, words))
  }
}

/** A word that stands twice in a text says little more than one that stands once. */
function add(postings: Map<string, Postings>, id: number, text: string, worth: number): void {
  for (const word of new Set(wordsOf(text))) {
    const own = postings.get(word) ?? new Map<number, number>()
    own.set(id, Math.max(own.get(id) ?? 0, worth))
    postings.set(word, own)
  }
}

/** The records that have the word, or one that begins with it; and if none does, one that is nearly it. */
function matchesOf(
  word: string,
  postings: Map<string, Postings>,
  vocabulary: string[],
  total: number,
): Postings {
  const found: Postings = new Map()
  const take = (term: string, nearness: number) => {
    const own = postings.get(term) as Postings
    const rarity = Math.log(1 + total / own.size)
    for (const [id, worth] of own) {
      found.set(id, Math.max(found.get(id) ?? 0, worth * nearness * rarity))
    }
  }
  for (const term of vocabulary) {
    if (term === word) take(term, SAME)
    else if (term.startsWith(word)) take(term, BEGINS_WITH)
  }
  if (found.size === 0 && word.length >= SHORTEST_TO_MISSPELL) {
    for (const term of vocabulary) if (isOneLetterOff(word, term)) take(term, NEARLY)
  }
  return found
}

function resultOf({ kind, title, summary, body, url }: SearchRecord, words: string[]): SearchResult {
  const inSummary = words.some((word) => summary.toLowerCase().includes(word))
  const text = summary !== '' && (inSummary || body === '') ? summary : snippetOf(body, words) || summary
  return { kind, title, url, text: text.slice(0, SNIPPET_CHARS) }
}

/** The part of the text around the first of the words. */
function snippetOf(text: string, words: string[]): string {
  const lower = text.toLowerCase()
  const places = words.map((word) => lower.indexOf(word)).filter((place) => place !== -1)
  if (places.length === 0) return ''
  const start = Math.max(0, Math.min(...places) - 40)
  const from = start === 0 ? 0 : lower.indexOf(' ', start) + 1
  return `${from > 0 ? '… ' : ''}${text.slice(from, from + SNIPPET_CHARS)}`
}
