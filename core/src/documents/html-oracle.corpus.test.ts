import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { hasCorpus, openCorpus } from '../accuracy/corpus.ts'
import { htmlDocuments } from './bench-corpus.ts'
import { canonicalText } from './canonical-text.ts'
import { cleanCharacters } from './characters.ts'
import { decodeBytes } from './decode.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const DROPPED = new Set(
  'script style title template textarea select iframe noembed noframes object svg math ix:resources ix:references'.split(
    ' ',
  ),
)
/** One document in so many is compared; a full run takes minutes. */
const SAMPLE = 8

/** What a browser would show of a document, and what it would not, as the parser of the standard reads it. */
function textsOf(html: string): { shown: string; hidden: string } {
  const shown: string[] = []
  const hidden: string[] = []
  const waiting: [node: Node, hides: boolean][] = [[parse(html, { scriptingEnabled: false }), false]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, hides] = next
    if (node.nodeName === '#text')
      (hides ? hidden : shown).push((node as DefaultTreeAdapterTypes.TextNode).value)
    if (!('childNodes' in node) || DROPPED.has(node.nodeName)) continue
    const hidesToo = hides || ('attrs' in node && isHidden(node))
    for (const child of node.childNodes.toReversed()) waiting.push([child, hidesToo])
  }
  return { shown: shown.join(''), hidden: hidden.join('') }
}

function isHidden({ tagName, attrs }: Element): boolean {
  if (tagName === 'ix:header' || tagName === 'ix:hidden') return true
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' &&
        /(?:^|;)(?:display:none|visibility:hidden)/.test(value.toLowerCase().replace(/\s+/g, ''))),
  )
}

/** Letters and figures alone: separators of cells and white space are ours. */
function squeezed(text: string): string {
  return cleanCharacters(text, { replaced: 0 }).replace(/[\s|]+/g, '')
}

function letterCounts(text: string): string {
  const counts = new Map<string, number>()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return JSON.stringify([...counts].sort())
}

describe.skipIf(!hasCorpus())('against the parser of the HTML standard', () => {
  test('every document shows the same letters in the same order, save what is white on white or has no size', {
    timeout: 300_000,
  }, () => {
    const compared = { documents: 0, same: 0, hidden_by_style: 0 }
    const different: string[] = []
    let index = 0
    for (const { path, bytes } of htmlDocuments(openCorpus())) {
      if (index++ % SAMPLE !== 0) continue
      compared.documents++
      const ours = canonicalText(bytes, 'html')
      const theirs = textsOf(decodeBytes(bytes).text)
      if (squeezed(ours.text) === squeezed(theirs.shown)) compared.same++
      else if (
        letterCounts(squeezed(ours.text + ours.hidden.join(''))) ===
        letterCounts(squeezed(theirs.shown + theirs.hidden))
      )
        compared.hidden_by_style++
      else different.push(path)
    }
    console.log(JSON.stringify(compared))
    expect(different).toEqual([])
    expect(compared.hidden_by_style).toBeLessThan(compared.documents / 20)
  })
})
