import type { CanonicalText } from '../../documents/document.ts'

/** A sentence of a canonical text: UTF-16 indexes, and its words on one line with single spaces. */
export interface Sentence {
  start: number
  end: number
  text: string
}

/** Longer ones are tables or lists that no full stop divides; they are cut, so that every rule stays bounded. */
const MAX_SENTENCE = 3_000
/** An item has some pages at most; what a hostile one adds is not read. */
const MAX_SENTENCES = 1_500

const ABBREVIATIONS = new Set(
  'mr mrs ms dr messrs prof gen col lt capt adm hon rev gov sen rep jr sr esq ret st mt ft no nos vs v etc inc corp co ltd llc llp lp plc n.a n.v s.a p.l.c l.p l.l.c l.l.p p.c p.a b.v s.p.a u.s u.s.a u.k d.c ph.d m.d c.p.a a.m p.m e.g i.e cf approx dept est fig vol art sec par ex jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
)
/** Behind the end of a company's name these words begin a sentence. */
const COMPANY_ENDS = new Set('inc corp co ltd llc llp lp plc n.a n.v s.a p.l.c l.p l.l.c l.l.p'.split(' '))
const OPENERS =
  /^["'“‘(]?(?:The|On|In|Effective|Mr|Mrs|Ms|Dr|Messrs|As|His|Her|He|She|They|This|These|There|Pursuant|For|Also|Each|Such|It|At|Following|We|Our|During|Upon|No|Under|A|An)\b/

/** The sentences of a part of a text, in order; none goes over the end of a block or an empty line. */
export function sentencesOf(text: CanonicalText, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = []
  let from = start
  for (const block of text.blocks) {
    if (block.end <= start) continue
    if (block.start >= end || sentences.length >= MAX_SENTENCES) break
    if (block.kind === 'page_furniture') continue
    from = Math.max(block.start, start)
    splitBlock(text.text, from, Math.min(block.end, end), sentences)
  }
  return sentences.slice(0, MAX_SENTENCES)
}

function splitBlock(text: string, start: number, end: number, into: Sentence[]) {
  let open = start
  for (let at = start; at < end; at++) {
    const character = text[at]
    if (character === '\n' && text[at + 1] === '\n') {
      add(text, open, at, into)
      open = at + 1
    } else if (character === '.' || character === '!' || character === '?') {
      const after = endOfSentence(text, open, at, end)
      if (after === null) continue
      add(text, open, after, into)
      open = after
      at = after - 1
    } else if (at - open >= MAX_SENTENCE && character === ' ') {
      add(text, open, at, into)
      open = at
    }
  }
  add(text, open, end, into)
}

/** The index behind a mark that ends a sentence; null when it does not end one. */
function endOfSentence(text: string, open: number, at: number, end: number): number | null {
  let after = at + 1
  while (after < end && /["'”’)\]]/.test(text[after] ?? '')) after++
  if (after >= end) return null
  if (!/\s/.test(text[after] ?? '')) return null
  const next = text.slice(after, after + 24).trimStart()
  if (!/^["'“‘([•·\d\p{Lu}]/u.test(next)) return null
  if (text[at] !== '.') return after
  let wordStart = at
  while (wordStart > open && /[^\s(“"]/.test(text[wordStart - 1] ?? ' ')) wordStart--
  const word = text.slice(wordStart, at)
  // "the Company, Inc. On May 3" ends a sentence, "Acme Inc. Board" does not.
  if (COMPANY_ENDS.has(word.toLowerCase())) return OPENERS.test(next) ? after : null
  if (/^\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase())) return null
  return after
}

function add(text: string, start: number, end: number, into: Sentence[]) {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  if (to - from < 2) return
  into.push({ start: from, end: to, text: text.slice(from, to).replace(/\s+/g, ' ') })
}
