import { Tokenizer } from 'htmlparser2'
import { type BlockDraft, looksLikeHeading } from './block-draft.ts'
import { cleanCharacters, composed, type ReplacementCount } from './characters.ts'
import { openElements } from './html-elements.ts'
import { styleReader } from './html-style.ts'
import { currentCell, openTable, type TableFrame, tableBlocks } from './html-table.ts'
import { plainTextBlocks } from './plain-text-blocks.ts'

export interface HtmlBlocks {
  blocks: BlockDraft[]
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

  let tagName = ''
  let attribute = ''
  let attributeValue = ''
  let style = ''
  let hiddenAttribute = false

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
      for (const block of plainTextBlocks(typed)) addBlock(block)
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

  function onOpen(selfClosing: boolean) {
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
    if (selfClosing) {
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
        if (frame.rows.length === 0) frame.rows.push([])
        frame.rows.at(-1)?.push([])
      }
    }
    open.push(element)
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
        style = ''
        hiddenAttribute = false
      },
      onattribname: (start, end) => {
        // Of all attributes only these two matter, both short.
        attribute = end - start === 5 || end - start === 6 ? html.slice(start, end).toLowerCase() : ''
        attributeValue = ''
        if (attribute === 'hidden') hiddenAttribute = true
      },
      onattribdata: (start, end) => {
        if (attribute === 'style') attributeValue += html.slice(start, end)
      },
      onattribentity: (codePoint) => {
        if (attribute === 'style') attributeValue += String.fromCodePoint(codePoint)
      },
      onattribend: () => {
        if (attribute === 'style' && style === '') style = attributeValue
      },
      onopentagend: () => onOpen(false),
      onselfclosingtag: () => onOpen(true),
      onclosetag: (start, end) => {
        takeText()
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
  open.closeAll()
  flush()
  return { blocks, hidden, warnings }
}
