import { Tokenizer } from 'htmlparser2'
import { type BlockDraft, type DraftMark, looksLikeHeading } from './block-draft.ts'
import { cleanCharacters, composed, type ReplacementCount } from './characters.ts'
import type { InlineXbrl } from './document.ts'
import { openElements } from './html-elements.ts'
import { styleReader } from './html-style.ts'
import { addCell, currentCell, openTable, type TableFrame, tableBlocks } from './html-table.ts'
import { inlineReader } from './inline-elements.ts'
import { plainTextBlocks } from './plain-text-blocks.ts'

export interface HtmlBlocks {
  blocks: BlockDraft[]
  /** Its elements have no place in the text yet: the marks of the blocks know it. */
  inline_xbrl: InlineXbrl | null
  hidden: string[]
  warnings: string[]
}

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const VOID_TAGS = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
)
/** Never shown and never text. The resources of an inline XBRL header are contexts and units, machine reading only. */
const DROPPED_TAGS = new Set(
  'script style title template textarea select iframe noembed noframes object ix:resources ix:references'.split(
    ' ',
  ),
)
const TYPED_TABLE_TAGS = new Set(['table', 'caption', 's', 'c', 'fn', 'tr', 'td', 'th'])
const HIDDEN_TAGS = new Set(['ix:header', 'ix:hidden'])
const BOLD_TAGS = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const ITALIC_TAGS = new Set(['i', 'em', 'cite'])
const HEADING = /^h[1-6]$/
const LIST_GLYPH = /^[•·●○◦▪▫■□➢‣](?=[^•·●○◦▪▫■□➢‣])/

/** Filings nest tables three or four deep. Beyond this they are read as plain divisions. */
const MAX_TABLE_DEPTH = 24
const MAX_HIDDEN_LENGTH = 1_000_000
/** What browsers take at most (HTML Living Standard, 4.9.11). */
const MAX_COLUMN_SPAN = 1000
const MAX_ROW_SPAN = 65534

function spanOf(attributes: Record<string, string> | null, name: string, most: number): number {
  const span = Number.parseInt(attributes?.[name] ?? attributes?.[name.toUpperCase()] ?? '1', 10)
  return span >= 1 && span <= most ? span : span > most ? most : 1
}

/** Carries marks from typed text over to its blocks, which hold the same letters with other spaces and without its tags. */
function placeInTyped(typed: string, marks: DraftMark[], blocks: BlockDraft[]) {
  let next = 0
  let from = 0
  for (const block of blocks) {
    for (let at = 0; at < block.text.length && next < marks.length; at++) {
      const character = block.text[at] as string
      if (character === ' ' || character === '\n') continue
      const found = typed.indexOf(character, from)
      if (found < 0) continue
      while (next < marks.length && (marks[next] as DraftMark).at <= found) {
        block.marks ??= []
        block.marks.push({ ...(marks[next++] as DraftMark), at })
      }
      from = found + 1
    }
  }
  const last = blocks.at(-1)
  if (last === undefined) return
  last.marks ??= []
  for (; next < marks.length; next++) last.marks.push({ ...(marks[next] as DraftMark), at: last.text.length })
}

/** An element while it is open, with the style its text has. */
export interface OpenElement {
  name: string
  block: boolean
  hides: boolean
  drops: boolean
  bold: boolean
  italic: boolean
  underlined: boolean
  breakAfter: boolean
  frame: TableFrame | null
  /** Handle of the inline XBRL element, -1 for every other. */
  inline: number
}

/**
 * Blocks of an HTML or inline XBRL document, in one pass over its tokens. No tree is built and nothing recurses, so depth
 * costs nothing; unclosed and wrongly nested tags are closed where a browser would close them.
 */
export function htmlBlocks(html: string, count: ReplacementCount): HtmlBlocks {
  const blocks: BlockDraft[] = []
  const hidden: string[] = []
  const warnings: string[] = []
  const readStyle = styleReader()
  const inlineXbrl = inlineReader(html)
  const open = openElements(onClosed)
  const frames: TableFrame[] = []
  /** Open tables that have no frame: nested too deep, or hidden. */
  let framelessTables = 0
  let hiddenDepth = 0
  let droppedDepth = 0
  let headingDepth = 0
  let preDepth = 0
  let listItem = false

  let raw = ''
  let inline = ''
  let shown = 0
  let boldShown = 0
  let italicShown = 0
  let underlinedShown = 0
  let preText = ''
  let hiddenText = ''
  let hiddenLength = 0
  let pageBreak = false
  /** Inline XBRL elements that begin or end in the block being gathered. */
  let marks: DraftMark[] = []

  let tagName = ''
  let tagStart = 0
  let attributeName = ''
  let attributes: Record<string, string> | null = null
  let attribute = ''
  let attributeValue = ''
  let style = ''
  let hiddenAttribute = false
  /** Where the end tag begins that closes elements. */
  let closing = 0

  /** Moves the characters read since the last tag to where they belong. */
  function takeText() {
    if (raw === '') return
    const piece = raw
    raw = ''
    if (droppedDepth > 0) return
    if (hiddenDepth > 0) {
      if (hiddenLength + hiddenText.length < MAX_HIDDEN_LENGTH) hiddenText += cleanCharacters(piece, count)
      return
    }
    const clean = cleanCharacters(piece, count)
    if (preDepth > 0) {
      preText += clean
      return
    }
    let text = clean.replace(/[ \t\n\f]+/g, ' ')
    if (text.startsWith(' ') && (inline === '' || /[ \n]$/.test(inline))) text = text.slice(1)
    if (text === '') return
    inline += text
    if (text === ' ') return
    const { bold, italic, underlined } = open.style()
    shown += text.length
    if (bold) boldShown += text.length
    if (italic) italicShown += text.length
    if (underlined) underlinedShown += text.length
  }

  /** Ends the block that inline text has been gathering. */
  function flush() {
    takeText()
    if (hiddenDepth > 0) flushHidden()
    if (preText !== '') {
      const typed = preText
      preText = ''
      const typedBlocks = plainTextBlocks(typed)
      placeInTyped(typed, marks, typedBlocks)
      marks = []
      for (const block of typedBlocks) addBlock(block)
    }
    if (inline === '') return
    const lines = inline.includes('\n')
      ? inline
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join('\n')
      : inline.trim()
    // A letter and its accent may come from either side of a tag.
    const text = composed(lines, count)
    inline = ''
    if (text !== '') {
      const bold = boldShown >= shown
      const glyph = LIST_GLYPH.test(text)
      // Styles set the bullet apart from its words; without them a space has to.
      const spaced = glyph && text[1] !== ' ' ? `${text[0]} ${text.slice(1)}` : text
      const block: BlockDraft = { kind: 'paragraph', text: spaced, bold }
      for (const mark of marks) {
        if (mark.at > lines.length) mark.at = lines.length
        if (text.length !== lines.length) mark.at = composed(lines.slice(0, mark.at), count).length
        if (spaced.length > text.length && mark.at > 0) mark.at++
      }
      if (marks.length > 0) {
        block.marks = marks
        marks = []
      }
      if (italicShown >= shown) block.italic = true
      if (headingDepth > 0 || ((bold || underlinedShown >= shown) && looksLikeHeading(text)))
        block.kind = 'heading'
      else if (listItem || glyph) block.kind = 'list_item'
      listItem = false
      addBlock(block)
    }
    shown = 0
    boldShown = 0
    italicShown = 0
    underlinedShown = 0
  }

  function addBlock(block: BlockDraft) {
    if (pageBreak) block.startsPage = true
    pageBreak = false
    const frame = frames.at(-1)
    if (frame === undefined) blocks.push(block)
    else currentCell(frame).push(block)
  }

  function flushHidden() {
    const text = hiddenText.replace(/\s+/g, ' ').trim()
    hiddenText = ''
    if (text === '') return
    hiddenLength += text.length
    hidden.push(text)
    if (hiddenLength >= MAX_HIDDEN_LENGTH)
      warnings.push('Hidden text beyond one million characters was left out.')
  }

  function onOpen(selfClosing: boolean, end: number) {
    takeText()
    const name = tagName
    const read = readStyle(style)
    if (name === 'br') {
      lineBreak()
      return
    }
    // Filings converted from typed text keep its marks: <PAGE> between pages, and typed tables inside <PRE>.
    if (preDepth > 0 && TYPED_TABLE_TAGS.has(name)) {
      typedTableTag(name, '')
      return
    }
    if (name === 'hr' || name === 'page') {
      flush()
      pageBreak = true
      return
    }
    if (VOID_TAGS.has(name)) return
    const block = BLOCK_TAGS.has(name) ? read.display !== 'inline' || name === 'td' : read.display === 'block'
    if (block || (hiddenDepth > 0 && name.startsWith('ix:'))) flush()
    closeImplied(name, block)
    if (read.breakBefore) pageBreak = true
    const inlineElement =
      attributes === null
        ? -1
        : inlineXbrl.open(
            html.slice(tagStart, tagStart + tagName.length),
            attributes,
            end,
            hiddenDepth > 0 || read.hidden || hiddenAttribute,
          )
    if (inlineElement >= 0) addMark(inlineElement, false)
    if (selfClosing) {
      if (inlineElement !== -1) closeInline(inlineElement, end)
      if (read.breakAfter) pageBreak = true
      return
    }
    const around = open.style()
    const hides = hiddenAttribute || read.hidden || HIDDEN_TAGS.has(name)
    const element: OpenElement = {
      name,
      block,
      hides,
      drops: DROPPED_TAGS.has(name),
      bold: read.bold ?? (around.bold || BOLD_TAGS.has(name)),
      italic: read.italic ?? (around.italic || ITALIC_TAGS.has(name)),
      underlined: read.underlined ?? (around.underlined || name === 'u' || name === 'ins'),
      breakAfter: read.breakAfter,
      frame: null,
      inline: inlineElement,
    }
    if (hides) {
      // What was gathered so far is shown; only what follows is not.
      if (hiddenDepth === 0 && block) flush()
      hiddenDepth++
    }
    if (element.drops) droppedDepth++
    if (HEADING.test(name)) headingDepth++
    if (name === 'pre') preDepth++
    if (name === 'li') listItem = true
    if (name === 'table') {
      if (hiddenDepth > 0 || droppedDepth > 0 || framelessTables > 0 || frames.length >= MAX_TABLE_DEPTH) {
        framelessTables++
      } else {
        element.frame = openTable()
        frames.push(element.frame)
      }
    } else if (framelessTables === 0 && hiddenDepth === 0) {
      const frame = frames.at(-1)
      if (frame !== undefined && (name === 'tr' || name === 'caption')) frame.rows.push([])
      else if (frame !== undefined && (name === 'td' || name === 'th')) {
        addCell(frame, {
          column_span: spanOf(attributes, 'colspan', MAX_COLUMN_SPAN),
          row_span: spanOf(attributes, 'rowspan', MAX_ROW_SPAN),
          header: name === 'th',
        })
      }
    }
    open.push(element)
  }

  function addMark(element: number, ends: boolean) {
    if (hiddenDepth === 0 && droppedDepth === 0)
      marks.push({ element, ends, at: preDepth > 0 ? preText.length : inline.length })
  }

  function closeInline(element: number, end: number) {
    if (element >= 0) addMark(element, true)
    inlineXbrl.close(element, end)
  }

  function typedTableTag(name: string, slash: '' | '/') {
    if (name === 'tr') preText += '\n'
    else if (name === 'td' || name === 'th') preText += '   '
    else preText += `<${slash}${name.toUpperCase()}>`
  }

  function lineBreak() {
    if (hiddenDepth > 0) hiddenText += ' '
    else if (preDepth > 0) preText += '\n'
    else if (inline.endsWith('\n')) flush()
    else if (inline !== '') inline = `${inline.trimEnd()}\n`
  }

  /** The end tags that HTML lets authors leave out. */
  function closeImplied(name: string, block: boolean) {
    if (name === 'td' || name === 'th') open.closeWithinTable(['td', 'th', 'caption'])
    else if (name === 'tr') open.closeWithinTable(['tr', 'caption'])
    else if (name === 'tbody' || name === 'thead' || name === 'tfoot')
      open.closeWithinTable(['tbody', 'thead', 'tfoot', 'caption'])
    else if (name === 'li') open.closeWithinList()
    if (block) open.closeInScope('p')
  }

  function onClosed(element: OpenElement) {
    if (element.block || (hiddenDepth > 0 && element.name.startsWith('ix:'))) flush()
    else takeText()
    if (element.inline !== -1) closeInline(element.inline, closing)
    if (element.name === 'li') listItem = false
    if (element.name === 'pre') preDepth--
    if (HEADING.test(element.name)) headingDepth--
    if (element.drops) droppedDepth--
    if (element.hides) {
      flushHidden()
      hiddenDepth--
    }
    if (element.name === 'table') {
      if (element.frame === null) framelessTables--
      else {
        frames.pop()
        const breakAfterTable = pageBreak
        pageBreak = false
        for (const block of tableBlocks(element.frame)) addBlock(block)
        pageBreak = breakAfterTable
      }
    }
    if (element.breakAfter) pageBreak = true
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: true },
    {
      ontext: (start, end) => {
        raw += html.slice(start, end)
      },
      ontextentity: (codePoint) => {
        raw += String.fromCodePoint(codePoint)
      },
      onopentagname: (start, end) => {
        tagName = html.slice(start, end).toLowerCase()
        tagStart = start
        attributes = inlineXbrl.wantsAttributes(tagName) || tagName === 'td' || tagName === 'th' ? {} : null
        style = ''
        hiddenAttribute = false
      },
      onattribname: (start, end) => {
        if (attributes !== null) attributeName = html.slice(start, end)
        // Of all attributes only these two matter, both short.
        attribute = end - start === 5 || end - start === 6 ? html.slice(start, end).toLowerCase() : ''
        attributeValue = ''
        if (attribute === 'hidden') hiddenAttribute = true
      },
      onattribdata: (start, end) => {
        if (attribute === 'style' || attributes !== null) attributeValue += html.slice(start, end)
      },
      onattribentity: (codePoint) => {
        if (attribute === 'style' || attributes !== null) attributeValue += String.fromCodePoint(codePoint)
      },
      onattribend: () => {
        if (attribute === 'style' && style === '') style = attributeValue
        if (attributes !== null) attributes[attributeName] ??= attributeValue
      },
      onopentagend: (end) => onOpen(false, end + 1),
      onselfclosingtag: (end) => onOpen(true, end + 1),
      onclosetag: (start, end) => {
        takeText()
        closing = start - 2
        const name = html.slice(start, end).toLowerCase()
        if (name === 'br') lineBreak()
        else if (preDepth > 0 && TYPED_TABLE_TAGS.has(name)) typedTableTag(name, '/')
        else if (name === 'p' && !open.has('p')) flush()
        else if (name !== 'body' && name !== 'html') open.close(name)
      },
      oncdata: (start, end, endOffset) => {
        raw += html.slice(start, end - endOffset)
      },
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  closing = html.length
  open.closeAll()
  flush()
  return { blocks, inline_xbrl: inlineXbrl.read(), hidden, warnings }
}
