import { decodeHTML } from 'entities'
import type { Block, CellContent, TableRow } from './block.ts'
import { cleanCharacters, type ReplacementCount } from './characters.ts'
import { HiddenText } from './hidden-text.ts'
import { endsName, isLetter, SLASH } from './html-bytes.ts'
import * as element from './html-elements.ts'
import * as names from './html-names.ts'
import { ReferenceReader } from './html-references.ts'
import type { HtmlSource } from './html-source.ts'
import { type StartTag, TagReader } from './html-tags.ts'
import { type Mark, StagedText } from './html-text.ts'
import { InlineElements } from './inline-elements.ts'
import { plainTextBlocks } from './plain-text-blocks.ts'
import { Stylesheet } from './stylesheet.ts'
import { TypedPlaces } from './typed-places.ts'

/** Glyphs that set a list entry apart when they begin a paragraph. */
const LIST_GLYPHS = '•·●○◦▪▫■□➢‣'
/** Filings nest tables three or four deep. Beyond this they are read as plain divisions. */
const MAX_TABLE_DEPTH = 24

/** `</td>` and `</th>`. */
const END_OF_CELL = 5
const ROW_ENDS = [names.TR, names.CAPTION]
const GROUP_ENDS = [names.TBODY, names.THEAD, names.TFOOT, names.CAPTION]

/** `</ix:references`, with room. */
const MAX_RAW_NAME = 30

const LESS = 0x3c

/** A table whose rows are not blocks yet: only the whole text tells what they are. */
export interface OpenTable extends Block {
  rows: TableRow[]
}

/** How much markup a document has, for those who have to bound what they do with it. */
export interface MarkupSize {
  depth: number
  tags: number
  /** Formatting elements that were never closed by themselves. */
  unclosedFormatting: number
}

/**
 * Reads an HTML or inline XBRL document in one pass over its bytes. No tree is built and nothing recurses, so depth costs
 * nothing; unclosed and wrongly nested tags are closed where a browser would close them. Text is kept as ranges of the
 * staged text until all of it is known.
 */
export class HtmlReader {
  readonly blocks: Block[] = []
  readonly staged: StagedText
  readonly hidden: HiddenText
  readonly inline: InlineElements
  /** Where inline XBRL elements begin and end in the staged text, each in order. */
  readonly starts: Mark[] = []
  readonly ends: Mark[] = []
  /** Markup that browsers repair in ways this pass does not follow, one name each. */
  readonly distrusted = new Set<string>()

  readonly #bytes: Uint8Array
  readonly #html: string
  readonly #count: ReplacementCount
  readonly #names: names.ElementNames
  readonly #tags: TagReader
  readonly #stylesheet = new Stylesheet()
  readonly #open: element.OpenElements
  readonly #tables: OpenTable[] = []
  /** Open tables that have no frame: nested too deep, or hidden. */
  #framelessTables = 0
  #hiddenDepth = 0
  #droppedDepth = 0
  #headingDepth = 0
  #preDepth = 0
  #listItem = false
  #startTags = 0
  #preText = ''
  #pageBreak = false
  /** Characters of the block being gathered, and how many of them are emphasised. */
  #shown = 0
  #bold = 0
  #italic = 0
  #underlined = 0
  /** Marks of the block being gathered begin here. */
  #firstStart = 0
  #firstEnd = 0
  /** Where the tag begins that closes elements. */
  #closing = 0

  constructor(source: HtmlSource, count: ReplacementCount) {
    this.#bytes = source.bytes
    this.#html = source.latin1
    this.#count = count
    this.#names = new names.ElementNames(source.bytes)
    this.#tags = new TagReader(source, this.#names, this.#stylesheet)
    this.staged = new StagedText(source.bytes, new ReferenceReader(source.bytes), count)
    this.hidden = new HiddenText()
    this.inline = new InlineElements(source, this.#names)
    this.#open = new element.OpenElements(this.#names, (bits, inline) => this.#onClosed(bits, inline))
  }

  read() {
    const bytes = this.#bytes
    const size = bytes.length
    let at = 0
    while (at < size) {
      if (bytes[at] !== LESS) at = this.#text(at)
      if (at >= size) break
      const next = bytes[at + 1] as number
      if (next === SLASH) at = this.#endTag(at)
      else if (isLetter(next)) at = this.#startTag(at)
      else if (next === 0x21 || next === 0x3f) at = this.#declaration(at)
      else {
        this.#addText('<')
        at++
      }
    }
    this.#closing = size
    this.#open.closeAll()
    this.#flush()
    this.hidden.end()
    if (this.#open.misnested) this.distrusted.add('misnested')
    if (this.#tags.unclosed) this.distrusted.add('unclosed_tag')
  }

  /** Takes the text from `start` to the next tag to where it belongs. Returns where it ends. */
  #text(start: number): number {
    const bits = this.#open.bits
    if (this.#droppedDepth > 0 || this.#hiddenDepth > 0 || this.#preDepth > 0 || isInvisible(bits)) {
      const tag = this.#html.indexOf('<', start)
      const end = tag < 0 ? this.#bytes.length : tag
      if (this.#droppedDepth === 0) this.#addText(this.#decoded(start, end))
      return end
    }
    const before = this.staged.length
    const end = this.staged.append(start)
    this.#countShown(this.staged.length - before)
    return end
  }

  /** Text that is already decoded. */
  #addText(text: string) {
    if (this.#droppedDepth > 0) return
    if (this.#hiddenDepth > 0 || isInvisible(this.#open.bits)) this.hidden.add(text)
    else if (this.#preDepth > 0) this.#preText += cleanCharacters(text, this.#count)
    else {
      const before = this.staged.length
      this.staged.appendText(text)
      this.#countShown(this.staged.length - before)
    }
  }

  #countShown(added: number) {
    if (added === 0 || (added === 1 && this.staged.units[this.staged.length - 1] === 0x20)) return
    const bits = this.#open.bits
    this.#shown += added
    if ((bits & element.IS_BOLD) !== 0) this.#bold += added
    if ((bits & element.IS_ITALIC) !== 0) this.#italic += added
    if ((bits & element.IS_UNDERLINED) !== 0) this.#underlined += added
    if (this.#tables.length > 0 && this.#open.isBetweenCells) this.distrusted.add('text_between_cells')
  }

  #decoded(start: number, end: number): string {
    const text = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + start, end - start).toString()
    return text.includes('&') ? decodeHTML(text) : text
  }

  /** Ends the block that inline text has been gathering. */
  #flush() {
    if (this.#hiddenDepth > 0) this.hidden.end()
    if (this.#preText !== '') this.#flushTyped()
    const { staged } = this
    if (staged.isEmpty) return
    staged.finishBlock(tail(this.starts, this.#firstStart), tail(this.ends, this.#firstEnd))
    if (!staged.isEmpty) this.#addParagraph()
    this.#shown = 0
    this.#bold = 0
    this.#italic = 0
    this.#underlined = 0
  }

  #addParagraph() {
    const { staged } = this
    const bold = this.#bold >= this.#shown
    const first = staged.units[staged.blockStart] as number
    const glyph = first > 0xa0 && this.#isListGlyph(first)
    const block = newBlock('paragraph', staged.blockStart, 0)
    block.bold = bold
    block.italic = this.#italic >= this.#shown
    const emphasised = bold || this.#underlined >= this.#shown
    if (this.#headingDepth > 0 || (emphasised && staged.looksLikeHeading())) block.kind = 'heading'
    else if (this.#listItem || glyph) block.kind = 'list_item'
    // Styles set the bullet apart from its words; without them a space has to.
    if (glyph && staged.units[staged.blockStart + 1] !== 0x20) {
      staged.insertSpace()
      shift(this.starts, this.#firstStart, staged.blockStart)
      shift(this.ends, this.#firstEnd, staged.blockStart + 1)
    }
    block.end = staged.length
    this.#listItem = false
    this.#endBlock()
    this.#addBlock(block)
  }

  #isListGlyph(first: number): boolean {
    const { units, blockStart, length } = this.staged
    if (!LIST_GLYPHS.includes(String.fromCharCode(first))) return false
    return (
      length > blockStart + 1 && !LIST_GLYPHS.includes(String.fromCharCode(units[blockStart + 1] as number))
    )
  }

  #endBlock() {
    this.staged.nextBlock()
    this.#firstStart = this.starts.length
    this.#firstEnd = this.ends.length
  }

  /** Typed text inside HTML: its lines are their own structure. */
  #flushTyped() {
    const typed = this.#preText
    this.#preText = ''
    const { staged } = this
    const marks = [...this.starts.slice(this.#firstStart), ...this.ends.slice(this.#firstEnd)]
    const places = marks.length > 0 ? new TypedPlaces(typed) : null
    for (const draft of plainTextBlocks(typed)) {
      places?.follow(draft.text, staged.length)
      const block = newBlock(draft.kind, staged.length, staged.length + draft.text.length)
      block.bold = draft.bold
      block.startsPage = draft.startsPage ?? false
      block.typedRows = draft.rows ?? null
      staged.appendExact(draft.text)
      this.#endBlock()
      this.#addBlock(block)
    }
    for (const mark of marks) mark.at = places?.placeOf(mark.at, staged.length) ?? staged.length
    this.#endBlock()
  }

  #addBlock(block: Block) {
    if (this.#pageBreak) block.startsPage = true
    this.#pageBreak = false
    this.#place(block)
  }

  #place(block: Block) {
    if (this.#tables.length === 0) {
      this.blocks.push(block)
      return
    }
    const row = this.#currentRow()
    // Text outside any cell opens one, since it must not be lost.
    if (row.cells.length === 0) addCell(row, 1, 1, false)
    const last = row.contents.length - 1
    const content = row.contents[last] as CellContent
    if (content === null) row.contents[last] = block
    else if (Array.isArray(content)) content.push(block)
    else row.contents[last] = [content, block]
  }

  #currentRow(): TableRow {
    const { rows } = this.#tables[this.#tables.length - 1] as OpenTable
    if (rows.length === 0) rows.push({ cells: [], contents: [] })
    return rows[rows.length - 1] as TableRow
  }

  get markup(): MarkupSize {
    const { deepest, unclosedFormatting } = this.#open
    return { depth: deepest, tags: this.#startTags, unclosedFormatting }
  }

  #startTag(at: number): number {
    this.#startTags++
    const tag = this.#tags.read(at + 1)
    const end = this.#tags.end
    if (tag === null) return end
    if (tag.isSimple) {
      if (tag.isBlock) {
        this.#flush()
        this.#open.closeParagraph()
      }
      this.#open.push(tag.name, (this.#open.bits & tag.keptBits) | tag.ownBits, -1)
      return end
    }
    if (tag.isCell && this.#preDepth === 0) return this.#startCell(tag, end)
    return this.#startParticular(tag, at, end)
  }

  #startCell(tag: StartTag, end: number): number {
    this.#flush()
    this.#open.closeCell()
    this.#open.closeParagraph()
    const isDrawn = this.#tables.length > 0 && this.#framelessTables === 0 && this.#hiddenDepth === 0
    if (isDrawn) addCell(this.#currentRow(), tag.columnSpan, tag.rowSpan, tag.name === names.TH)
    // Most cells of a filing are empty: gaps between columns.
    if (isDrawn && this.#names.isEndTag(tag.name, end)) return end + END_OF_CELL
    this.#open.push(tag.name, (this.#open.bits & tag.keptBits) | tag.ownBits, -1)
    return end
  }

  #startParticular(tag: StartTag, at: number, end: number): number {
    const { name, flags, style } = tag
    if (name === names.BR) {
      this.#breakLine()
      return end
    }
    // Filings converted from typed text keep its marks: <PAGE> between pages, and typed tables inside <PRE>.
    if (this.#preDepth > 0 && (flags & names.TYPED) !== 0) {
      this.#typedTableTag(name, '')
      return end
    }
    if (name === names.HR || name === names.PAGE) {
      this.#flush()
      this.#pageBreak = true
      return end
    }
    if ((flags & names.VOID) !== 0) return end
    if (tag.isBlock || ((flags & names.INLINE) !== 0 && this.#hiddenDepth > 0)) this.#flush()
    this.#closeImplied(name, tag.isBlock)
    if (style.breakBefore) this.#pageBreak = true
    const hides = style.hidden === true || (flags & names.HIDDEN) !== 0
    let handle = -1
    if (tag.attributes !== null) {
      handle = this.inline.open(at + 1, tag, end, hides || this.#hiddenDepth > 0)
      if (handle >= 0 && this.#hiddenDepth === 0 && !hides)
        this.starts.push({ element: handle, at: this.#here() })
    }
    if (tag.selfClosing) {
      if (handle !== -1) this.#closeInline(handle, end)
      if (style.breakAfter) this.#pageBreak = true
      return end
    }
    this.#push(tag, hides, handle)
    return (flags & names.RAW) !== 0 ? this.#skipRaw(tag, end) : end
  }

  #push(tag: StartTag, hides: boolean, handle: number) {
    const { name, flags } = tag
    let bits = (this.#open.bits & tag.keptBits) | tag.ownBits
    if (tag.style.breakAfter) bits |= element.BREAKS_AFTER
    if (hides) {
      // What was gathered so far is shown; only what follows is not.
      if (this.#hiddenDepth === 0 && tag.isBlock) this.#flush()
      this.#hiddenDepth++
      bits |= element.HIDES
    }
    if ((flags & names.DROPPED) !== 0) {
      this.#droppedDepth++
      bits |= element.DROPS
    }
    if ((flags & names.HEADING) !== 0) {
      this.#headingDepth++
      bits |= element.IS_HEADING
    }
    if (name === names.PRE) {
      // Marks from here on are places in the typed text.
      if (this.#preDepth++ === 0) this.#endBlock()
      bits |= element.IS_PRE
    } else if (name === names.LI) {
      this.#listItem = true
      bits |= element.IS_ITEM
    } else if (name === names.TABLE) bits |= this.#openTable()
    else if (this.#tables.length > 0 && this.#framelessTables === 0 && this.#hiddenDepth === 0) {
      if (name === names.TD || name === names.TH)
        addCell(this.#currentRow(), tag.columnSpan, tag.rowSpan, name === names.TH)
      else if (name === names.TR || name === names.CAPTION)
        (this.#tables[this.#tables.length - 1] as OpenTable).rows.push({ cells: [], contents: [] })
    }
    this.#open.push(name, bits, handle)
  }

  #openTable(): number {
    if (
      this.#hiddenDepth > 0 ||
      this.#droppedDepth > 0 ||
      this.#framelessTables > 0 ||
      this.#tables.length >= MAX_TABLE_DEPTH
    ) {
      this.#framelessTables++
      return element.FRAMELESS
    }
    this.#tables.push({ ...newBlock('table', 0, 0), rows: [] })
    return element.HAS_FRAME
  }

  #endTag(at: number): number {
    const bytes = this.#bytes
    if (!isLetter(bytes[at + 2] as number)) {
      // `</>` is nothing, and `</1` a comment (HTML Living Standard, 13.2.5.7).
      const close = this.#html.indexOf('>', at + 2)
      return close < 0 ? bytes.length : close + 1
    }
    this.#closing = at
    const innermost = this.#open.name
    // Most end tags close the innermost element.
    if (innermost >= 0 && this.#preDepth === 0 && this.#names.isNameOfTag(innermost, at + 2)) {
      if (innermost !== names.BODY && innermost !== names.HTML) this.#open.closeInnermost()
      return at + this.#names.nameOf(innermost).length + 3
    }
    let to = at + 3
    while (to < bytes.length && !endsName(bytes[to] as number)) to++
    const name = this.#names.read(at + 2, to)
    if (name === names.BR) this.#breakLine()
    else if (this.#preDepth > 0 && (this.#names.flagsOf(name) & names.TYPED) !== 0)
      this.#typedTableTag(name, '/')
    else if (name === names.P && !this.#open.has(names.P)) this.#flush()
    else if (name !== names.BODY && name !== names.HTML) this.#open.close(name)
    if (bytes[to] === 0x3e) return to + 1
    const close = this.#html.indexOf('>', to)
    return close < 0 ? bytes.length : close + 1
  }

  /** A comment, a CDATA section, a DOCTYPE or a processing instruction. */
  #declaration(at: number): number {
    const html = this.#html
    const size = html.length
    if (html.startsWith('<!--', at)) {
      if (html[at + 4] === '>') return at + 5
      if (html.startsWith('->', at + 4)) return at + 6
      const close = html.indexOf('-->', at + 4)
      if (close < 0) this.distrusted.add('unclosed_comment')
      return close < 0 ? size : close + 3
    }
    if (html.startsWith('<![CDATA[', at)) {
      const close = html.indexOf(']]>', at + 9)
      const end = close < 0 ? size : close
      if (end > at + 9) this.#addText(Buffer.from(html.slice(at + 9, end), 'latin1').toString())
      return close < 0 ? size : close + 3
    }
    const close = html.indexOf('>', at + 2)
    return close < 0 ? size : close + 1
  }

  /** Passes over content that is no markup, to its end tag. */
  #skipRaw(tag: StartTag, from: number): number {
    const name = this.#names.nameOf(tag.name)
    const written = this.#html.indexOf(`</${name}>`, from)
    const at = written >= 0 && name.includes(':') ? written : this.#rawEnd(tag.name, from)
    if (tag.name === names.STYLE) {
      this.#stylesheet.add(this.#html.slice(from, at))
      this.#tags.forget()
    }
    return at
  }

  #rawEnd(name: number, from: number): number {
    for (let at = this.#html.indexOf('</', from); at >= 0; at = this.#html.indexOf('</', at + 2)) {
      let to = at + 2
      while (to < at + MAX_RAW_NAME && !endsName(this.#bytes[to] ?? SLASH)) to++
      if (this.#names.read(at + 2, to) === name) return at
    }
    this.distrusted.add('unclosed_raw_text')
    return this.#html.length
  }

  #typedTableTag(name: number, slash: '' | '/') {
    if (name === names.TR) this.#preText += '\n'
    else if (name === names.TD || name === names.TH) this.#preText += '   '
    else this.#preText += `<${slash}${this.#names.nameOf(name).toUpperCase()}>`
  }

  #breakLine() {
    if (this.#droppedDepth > 0) return
    if (this.#hiddenDepth > 0) this.hidden.add(' ')
    else if (this.#preDepth > 0) this.#preText += '\n'
    else if (!this.staged.breakLine()) this.#flush()
  }

  /** The end tags that HTML lets authors leave out. */
  #closeImplied(name: number, block: boolean) {
    if (name === names.TD || name === names.TH) this.#open.closeCell()
    else if (name === names.TR) this.#open.closeWithinTable(ROW_ENDS)
    else if (name === names.TBODY || name === names.THEAD || name === names.TFOOT)
      this.#open.closeWithinTable(GROUP_ENDS)
    else if (name === names.LI) this.#open.closeListItem()
    if (block) this.#open.closeParagraph()
  }

  #onClosed(bits: number, handle: number) {
    if ((bits & element.IS_BLOCK) !== 0 || (handle !== -1 && this.#hiddenDepth > 0)) this.#flush()
    if (handle !== -1) this.#closeInline(handle, this.#closing)
    if ((bits & element.IS_ITEM) !== 0) this.#listItem = false
    if ((bits & element.IS_PRE) !== 0) {
      this.#flushTyped()
      this.#preDepth--
    }
    if ((bits & element.IS_HEADING) !== 0) this.#headingDepth--
    if ((bits & element.DROPS) !== 0) this.#droppedDepth--
    if ((bits & element.HIDES) !== 0) {
      this.hidden.end()
      this.#hiddenDepth--
    }
    if ((bits & element.FRAMELESS) !== 0) this.#framelessTables--
    if ((bits & element.HAS_FRAME) !== 0) {
      const table = this.#tables.pop() as OpenTable
      this.#place(table)
    }
    if ((bits & element.BREAKS_AFTER) !== 0) this.#pageBreak = true
  }

  #closeInline(handle: number, contentEnd: number) {
    if (handle >= 0 && !this.inline.isHidden(handle)) this.ends.push({ element: handle, at: this.#here() })
    this.inline.close(handle, contentEnd)
  }

  /** The place in the text where the next character goes; in typed text, the place among its characters. */
  #here(): number {
    return this.#preDepth > 0 ? this.#preText.length : this.staged.length
  }
}

const NO_MARKS: Mark[] = []

function tail(marks: Mark[], first: number): Mark[] {
  return marks.length > first ? marks.slice(first) : NO_MARKS
}

function newBlock(kind: Block['kind'], start: number, end: number): Block {
  return {
    kind,
    start,
    end,
    bold: false,
    italic: false,
    startsPage: false,
    parts: null,
    rows: null,
    typedRows: null,
  }
}

function addCell(row: TableRow, columnSpan: number, rowSpan: number, header: boolean) {
  row.cells.push({ start: 0, end: 0, column: 0, column_span: columnSpan, row_span: rowSpan, header })
  row.contents.push(null)
}

/** Moves the marks behind a place by one. */
function shift(marks: Mark[], first: number, behind: number) {
  for (let each = first; each < marks.length; each++) {
    const mark = marks[each] as Mark
    if (mark.at > behind) mark.at++
  }
}

function isInvisible(bits: number): boolean {
  const whiteOnWhite = element.IS_WHITE | element.ON_WHITE
  return (bits & element.IS_SIZELESS) !== 0 || (bits & whiteOnWhite) === whiteOnWhite
}
