import type { CatalogueItem } from './items.ts'

/** How well the words after an item number are the item's title. */
export interface TitleMatch {
  /** 0 to 1; 1: the title stands there letter for letter, whatever the spacing and case. */
  similarity: number
  /** Index in the given string after the title when it matched letter for letter, else 0. */
  end: number
}

const STOP_WORDS = new Set([
  'the',
  'of',
  'and',
  'a',
  'an',
  'in',
  'on',
  'for',
  'with',
  'by',
  'to',
  's',
  'or',
  'our',
  'its',
  'company',
  'registrant',
  'registrants',
  'companys',
  'consolidated',
  'condensed',
  'unaudited',
  'upon',
  'from',
  'form',
])
const TITLE_WINDOW = 320

/** Lower-case letters and digits only, so that "R ISK F ACTORS" and "Risk Factors" are the same. */
export function squeeze(text: string): string {
  const lower = text.toLowerCase()
  let squeezed = ''
  let from = 0
  for (let at = 0; at <= lower.length; at++) {
    if (at < lower.length && isLetterOrDigit(lower.charCodeAt(at))) continue
    if (at > from) squeezed += lower.slice(from, at)
    from = at + 1
  }
  return squeezed
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

interface PreparedTitle {
  squeezed: string
  words: Set<string>
}

const prepared = new WeakMap<CatalogueItem, PreparedTitle[]>()

export function titlesOf(item: CatalogueItem): string[] {
  return [...item.titles.map(({ title }) => title), ...(item.also ?? [])]
}

function preparedTitles(item: CatalogueItem): PreparedTitle[] {
  let titles = prepared.get(item)
  if (!titles) {
    titles = titlesOf(item)
      .map((title) => ({ squeezed: squeeze(title), words: new Set(contentWords(title)) }))
      .sort((one, other) => other.squeezed.length - one.squeezed.length)
    prepared.set(item, titles)
  }
  return titles
}

/** Compares what follows an item number with every title the item has had. */
export function matchTitle(text: string, item: CatalogueItem): TitleMatch {
  const window = text.slice(0, TITLE_WINDOW)
  const squeezed = squeeze(window)
  const titles = preparedTitles(item)
  for (const title of titles) {
    if (title.squeezed && squeezed.startsWith(title.squeezed))
      return { similarity: 1, end: rawIndexAfter(window, title.squeezed.length) }
  }
  const words = contentWords(window)
  const differentWords = new Set(words).size
  let best = 0
  for (const title of titles) {
    if (title.words.size === 0) continue
    const near = words.slice(0, title.words.size + 3)
    const common = new Set(near.filter((word) => title.words.has(word))).size
    const recall = common / title.words.size
    // Filers shorten long titles: "Market for Common Equity". What they do write must then be from the title.
    const precision = words.length > 0 && words.length <= 12 ? common / differentWords : 0
    best = Math.max(best, recall, common >= 2 ? precision * 0.9 : precision * 0.7)
  }
  return { similarity: Math.min(best, 0.97), end: 0 }
}

function contentWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
}

/** Index after the n-th letter or digit. */
function rawIndexAfter(text: string, count: number): number {
  let seen = 0
  for (let at = 0; at < text.length; at += 1) {
    if (/[a-z0-9]/i.test(text.charAt(at))) seen += 1
    if (seen === count) return at + 1
  }
  return text.length
}
