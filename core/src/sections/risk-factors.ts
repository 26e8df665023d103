import type { CanonicalText, TextBlock } from '../documents/document.ts'
import type { Section } from './section.ts'

/** One risk factor: its caption and the paragraphs under it. UTF-16 indexes into the canonical text, half-open. */
export interface RiskFactorUnit {
  title: string
  start: number
  end: number
}

const MAX_CAPTION = 700
const MIN_BODY = 60
const CAPTION_WORDS = 4
const MAX_MEAN_UNIT = 9000
// A line longer than this was not broken by hand: it is a paragraph of its own.
const UNBROKEN_LINE = 160

const RISK_VERB =
  /\b(?:may|could|can|will|might|are|is|have|has|depends?|faces?|rely|relies|must|cannot|would|do|does|exposes?|subjects?|suffers?|affects?|harms?|harmed|causes?|requires?|fluctuates?|experiences?|competes?|operates?|holds?|uses?)\b/i

interface Paragraph {
  start: number
  end: number
  kind: TextBlock['kind']
  bold: boolean
  text: string
}

/**
 * Splits a risk factor section into units. A caption is a bold, heading or capital line that says something (a sentence,
 * or a phrase over body text); a line such as "Risks Related to Our Business" is a heading of several units and belongs
 * to none. Units do not overlap, and together with those headings and the opening paragraphs they cover the section. A
 * section without captions (old plain texts) has one unit per paragraph that opens with a caption sentence. Empty when
 * there is nothing to split. Pure and linear.
 */
export function riskFactorUnits(text: CanonicalText, section: Section): RiskFactorUnit[] {
  const paragraphs = paragraphsOf(text, section)
  const captions = captionIndexes(paragraphs)
  const drawn = unitsAt(paragraphs, captions)
  if (drawn.length > 0 && isPlausible(drawn, section)) return drawn
  const openings = unitsFromOpenings(paragraphs)
  return openings.length > drawn.length ? openings : drawn
}

/** Captions that leave much of the section out, or make units of many pages, are not its captions. */
function isPlausible(units: RiskFactorUnit[], section: Section): boolean {
  const covered = units.reduce((sum, unit) => sum + unit.end - unit.start, 0)
  return covered >= 0.6 * (section.end - section.start) && covered / units.length <= MAX_MEAN_UNIT
}

function paragraphsOf(text: CanonicalText, section: Section): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const block of blocksWithin(text.blocks, section.start, section.end)) {
    const start = Math.max(block.start, section.start)
    const end = Math.min(block.end, section.end)
    if (block.kind === 'page_furniture' || end <= start) continue
    if (block.kind === 'preformatted') {
      paragraphs.push(...splitAtBlankLines(text.text, start, end, block))
      continue
    }
    paragraphs.push({ start, end, kind: block.kind, bold: block.bold, text: text.text.slice(start, end) })
  }
  // The heading of the item itself is no caption.
  const first = paragraphs[0]
  return first && /^\W*(?:part\b.{0,30})?(?:item|risk factors)/i.test(first.text) && first.text.length < 300
    ? paragraphs.slice(1)
    : paragraphs
}

function blocksWithin(blocks: TextBlock[], start: number, end: number): TextBlock[] {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) > start) high = middle
    else low = middle + 1
  }
  const within: TextBlock[] = []
  for (let index = low; index < blocks.length; index += 1) {
    const block = blocks[index] as TextBlock
    if (block.start >= end) break
    within.push(block)
  }
  return within
}

function splitAtBlankLines(text: string, start: number, end: number, block: TextBlock): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let from = -1
  let until = -1
  const close = () => {
    if (from >= 0)
      paragraphs.push({
        start: from,
        end: until,
        kind: 'paragraph',
        bold: block.bold,
        text: text.slice(from, until),
      })
    from = -1
  }
  for (let at = start; at < end; ) {
    let lineEnd = text.indexOf('\n', at)
    if (lineEnd < 0 || lineEnd > end) lineEnd = end
    const long = lineEnd - at > UNBROKEN_LINE
    if (text.slice(at, lineEnd).trim() === '') close()
    else {
      if (long) close()
      if (from < 0) from = at
      until = lineEnd
      if (long) close()
    }
    at = lineEnd + 1
  }
  close()
  return paragraphs
}

/** Paragraphs that are captions, in order; headings that only group others are not among them. */
function captionIndexes(paragraphs: Paragraph[]): number[] {
  const drawn = paragraphs.map((paragraph) => isDrawnAsCaption(paragraph))
  const sentences = drawn.filter((is, index) => is && isSentence(paragraphs[index]?.text ?? '')).length
  const captions: number[] = []
  paragraphs.forEach((paragraph, index) => {
    if (!drawn[index] || isGroupHeading(paragraph.text)) return
    const next = paragraphs[index + 1]
    // Nothing but another caption below: it groups the captions that follow, unless it is itself a statement.
    const hasBody = next !== undefined && !drawn[index + 1] && next.text.trim().length >= MIN_BODY
    const statement = isSentence(paragraph.text)
    // Where captions are sentences, a short phrase drawn alike is a sub-heading inside a unit or over a group.
    if (!statement && sentences >= 5) return
    if (hasBody || (statement && next !== undefined)) captions.push(index)
  })
  return captions
}

function isDrawnAsCaption(paragraph: Paragraph): boolean {
  const { text, kind, bold } = paragraph
  if (text.length > MAX_CAPTION || kind === 'table') return false
  const letters = text.replace(/[^A-Za-z]/g, '')
  if (letters.length < 8) return false
  return bold || kind === 'heading' || (letters === letters.toUpperCase() && letters.length > 12)
}

function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length < CAPTION_WORDS) return false
  if (/[.!?]["”’)]*$/.test(text.trim())) return true
  // Captions without a full stop still have a verb of risk; in short ones the company is the subject.
  const subject = /^\W*(?:we|our|if|there|the company|changes|failure|the loss)\b/i.test(text)
  return (words.length >= 8 || subject) && RISK_VERB.test(text)
}

/** "Risks Related to Our Business", "General Risk Factors", "Macroeconomic and Industry Risks". */
function isGroupHeading(text: string): boolean {
  const line = text.trim()
  if (line.length > 160 || /[.!?]$/.test(line)) return false
  if (
    /^\W*(?:[A-Z0-9]{1,3}[.)]\s+)?(?:general\s+)?risks?\b.{0,40}\b(?:related|relating|associated|pertaining|affecting|arising|of|in|inherent|factors)\b/i.test(
      line,
    )
  )
    return line.split(/\s+/).length <= 18 && !/\b(?:may|could|can|will|might)\b/i.test(line)
  return line.split(/\s+/).length <= 12 && /\brisks?(?: factors)?(?: summary)?$/i.test(line)
}

/** A unit lasts from its caption to the next one, or to a heading that groups the next ones. */
function unitsAt(paragraphs: Paragraph[], captions: number[]): RiskFactorUnit[] {
  return captions.map((caption, order) => {
    const until = captions[order + 1] ?? paragraphs.length
    let last = until - 1
    while (last > caption && isGroupingLine(paragraphs[last] as Paragraph)) last -= 1
    const first = paragraphs[caption] as Paragraph
    return { title: oneLine(first.text), start: first.start, end: (paragraphs[last] as Paragraph).end }
  })
}

function isGroupingLine(paragraph: Paragraph): boolean {
  return isGroupHeading(paragraph.text) || (isDrawnAsCaption(paragraph) && !isSentence(paragraph.text))
}

/** Without drawn captions: paragraphs that run in with one, each with what follows it. */
function unitsFromOpenings(paragraphs: Paragraph[]): RiskFactorUnit[] {
  const read = paragraphs.map((paragraph, index) => ({ index, opening: openingOf(paragraph) }))
  const setOff = read.filter(({ opening }) => opening?.setOff)
  // Where captions are set off by a dash or a bullet, a first sentence alone is body text.
  const openings = setOff.length >= 3 ? setOff : read.filter(({ opening }) => opening !== null)
  return openings.map(({ index, opening }, order) => {
    const last = (openings[order + 1]?.index ?? paragraphs.length) - 1
    return {
      title: opening?.title ?? '',
      start: (paragraphs[index] as Paragraph).start,
      end: (paragraphs[last] as Paragraph).end,
    }
  })
}

/** The caption a paragraph opens with: words set off by a dash, colon or bullet, or a short sentence that names a risk. */
function openingOf({ text, kind }: Paragraph): { title: string; setOff: boolean } | null {
  if (kind === 'table' || text.length < MIN_BODY) return null
  const head = text.slice(0, 300)
  const dash = /^\s*[•·*]?\s*([A-Z][^.:\n—–]{3,160}?)\s*(?:[.:]?\s*[-–—]{1,2}\s|[-–—]{2}|—)\s*\S/.exec(head)
  if (dash) return { title: oneLine(dash[1] ?? ''), setOff: true }
  const sentence = /^\s*[•·*]?\s*([A-Z][^.!?]{10,240}[.!?])\s+\S/.exec(head)?.[1]
  if (!sentence || sentence.split(/\s+/).length > 32 || !RISK_VERB.test(sentence)) return null
  return { title: oneLine(sentence), setOff: kind === 'list_item' || /^\s*[•·*]/.test(text) }
}

function oneLine(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ')
}
