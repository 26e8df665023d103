/** An accounting firm named in a sentence. */
export interface AuditorName {
  /** As written. */
  name: string
  start: number
  end: number
}

const LARGE =
  /\b(?:Ernst (?:&|and) Young|PricewaterhouseCoopers|Price Waterhouse(?: Coopers)?|Coopers (?:&|and) Lybrand|Deloitte (?:&|and) Touche|Deloitte|KPMG(?: Peat Marwick)?|Arthur Andersen|Grant Thornton|BDO(?: Seidman| USA)?|RSM(?: US| McGladrey)?|McGladrey(?: (?:&|and) Pullen)?|Crowe(?: Horwath| Chizek)?|Marcum(?: Asia CPAs)?|CohnReznick|Moss Adams|Baker Tilly(?: US)?|Withum ?Smith ?\+ ?Brown|WithumSmith\+Brown|EisnerAmper|Friedman|MaloneBailey|BF Borgers CPA|Mazars(?: USA)?|UHY|Cherry Bekaert|FORVIS(?: Mazars)?|Plante (?:&|and) Moran|Frazier (?:&|and) Deeter|Haskell (?:&|and) White|Weinberg (?:&|and) Company)(?:,? (?:LLP|L\.L\.P\.|LLC|P\.C\.|PC|PLLC|P\.A\.|S\.?p\.?A\.?|AG|Ltd\.?|Limited))?/g
/**
 * Capitalised words, `&`, `and` and commas that end in the kind of firm accountants have. No word can be taken apart in two
 * ways, so that hostile text costs no more than other text.
 */
const BY_ENDING =
  /(?<![\p{L}.&’'-])(?:\p{Lu}[\p{L}.&’'-]*(?:,? (?:&|and|\+) | ?\+ ?|, | )){1,6}(?:LLP|L\.L\.P\.|PLLC|P\.L\.L\.C\.|P\.C\.|CPA[sS]?(?:,? (?:LLP|LLC|PLLC|P\.C\.|P\.A\.|PC|Ltd\.?))?|Certified Public Accountants)/gu
const NOT_A_FIRM =
  /^(?:The|On|In|As|By|For|And|With|Committee|Board|Company|Audit|Directors|Registrant|Item|Regulation|Effective)$/

/** The accounting firms a sentence names, in order. Text on one line. */
export function auditorNames(text: string): AuditorName[] {
  const found: AuditorName[] = [...text.matchAll(LARGE)].map((match) => ({
    name: match[0].replace(/,$/, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
  for (const match of text.matchAll(BY_ENDING)) {
    const end = match.index + match[0].length
    if (found.some((one) => one.start < end && one.end > match.index)) continue
    const words = match[0].split(' ')
    const from = words.findLastIndex((word) => NOT_A_FIRM.test(word.replace(/,$/, ''))) + 1
    const name = words.slice(from).join(' ')
    // The kind of firm alone is no name.
    if (words.length - from < 2) continue
    found.push({ name, start: end - name.length, end })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The same firm: equal but for its kind, or a short name without one that the other begins with (`Deloitte`). */
export function sameFirm(a: string, b: string): boolean {
  const [left, right] = [firmKey(a), firmKey(b)]
  if (left === '' || right === '') return false
  if (left === right) return true
  const [short, long] = left.length < right.length ? [a, right] : [b, left]
  return !KIND_OF_FIRM.test(short) && long.startsWith(firmKey(short))
}

/** The fullest name that a text has for a firm, of several the one that adds least. */
export function fullFirmName(name: string, text: string): string {
  if (KIND_OF_FIRM.test(name)) return name
  const fuller = auditorNames(text).filter((one) => KIND_OF_FIRM.test(one.name) && sameFirm(name, one.name))
  return fuller.toSorted((a, b) => firmKey(a.name).length - firmKey(b.name).length)[0]?.name ?? name
}

const KIND_OF_FIRM = /\b(?:LLP|LLC|PLLC|P\.C\.|PC|P\.A\.|L\.L\.P\.|Ltd\.?|Limited|CPA[sS]?)(?![\p{L}])/u

function firmKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(?:llp|llc|pllc|p\.c\.|pc|p\.a\.|l\.l\.p\.|ltd\.?|limited|cpas?|us|usa)\b\.?/g, '')
    .replace(/[^a-z]/g, '')
}
