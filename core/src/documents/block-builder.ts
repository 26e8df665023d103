import type { Block, CellContent, TableRow } from './block.ts'
import { cleanCharacters, type ReplacementCount } from './characters.ts'
import { HiddenText } from './hidden-text.ts'
import * as element from './html-elements.ts'
import { ReferenceReader } from './html-references.ts'
import type { HtmlSource } from './html-source.ts'
import { type Mark, StagedText } from './html-text.ts'
import { plainTextBlocks } from './plain-text-blocks.ts'
import { TypedPlaces } from './typed-places.ts'

/** Glyphs that set a list entry apart when they begin a paragraph. */
const LIST_GLYPHS = '•·●○◦▪▫■□➢‣'
/** Filings nest tables three or four deep. Beyond this they are read as plain divisions. */
const MAX_TABLE_DEPTH = 24

/** A table whose rows are not blocks yet: only the whole text tells what they are. */
export interface OpenTable extends Block {
  rows: TableRow[]
}

/**
 * Gathers the text of a document into blocks, and the blocks inside tables into their cells. Text is kept as ranges of the
 * staged text until all of it is known.
 */
export class BlockBuilder {
  readonly blocks: Block[] = []
  readonly staged: StagedText
  readonly hidden = new HiddenText()
  /** Where inline XBRL elements begin and end in the staged text, each in order. */
  readonly starts: Mark[] = []
  readonly ends: Mark[] = []
  /** Open elements whose content is not shown, is no text at all, is a heading, is typed. */
  hiddenDepth = 0
  droppedDepth = 0
  headingDepth = 0
  preDepth = 0
  /** Open tables that have no frame: nested too deep, or hidden. */
  framelessTables = 0
  /** The next block is the first of an entry of a list; of a page. */
  listItem = false
  pageBreak = false
  /** Typed text that waits to be parted into blocks. */
  preText = ''
  readonly #count: ReplacementCount
  readonly #tables: OpenTable[] = []
  /** Characters of the block being gathered, and how many of them are emphasised. */
  shown = 0
  #bold = 0
  #italic = 0
  #underlined = 0
  /** Marks of the block being gathered begin here. */
  #firstStart = 0
  #firstEnd = 0

  constructor(source: HtmlSource, count: ReplacementCount) {
    this.#count = count
    this.staged = new StagedText(source.bytes, new ReferenceReader(source.bytes), count)
  }

  /** Whether text with this style goes straight into the block being gathered. */
  isPlain(bits: number): boolean {
    return this.droppedDepth === 0 && this.hiddenDepth === 0 && this.preDepth === 0 && !isInvisible(bits)
  }

  get isInTable(): boolean {
    return this.#tables.length > 0
  }

  /** Whether rows and cells that begin now belong to a table that is drawn. */
  get isTableDrawn(): boolean {
    return this.#tables.length > 0 && this.framelessTables === 0 && this.hiddenDepth === 0
  }

  /** Adds the text of the source from `start` to the next tag, which goes into the block. Returns where it ends. */
  addRun(start: number, bits: number): number {
    const before = this.staged.length
    const end = this.staged.append(start)
    this.#countShown(this.staged.length - before, bits)
    return end
  }

  /** Adds text that is already decoded to where its style takes it. */
  addText(text: string, bits: number) {
    if (this.droppedDepth > 0) return
    if (this.hiddenDepth > 0 || isInvisible(bits)) this.hidden.add(text)
    else if (this.preDepth > 0) this.preText += cleanCharacters(text, this.#count)
    else {
      const before = this.staged.length
      this.staged.appendText(text)
      this.#countShown(this.staged.length - before, bits)
    }
  }

  breakLine() {
    if (this.droppedDepth > 0) return
    if (this.hiddenDepth > 0) this.hidden.add(' ')
    else if (this.preDepth > 0) this.preText += '\n'
    else if (!this.staged.breakLine()) this.flush()
  }

  markStart(handle: number) {
    this.starts.push({ element: handle, at: this.#here() })
  }

  markEnd(handle: number) {
    this.ends.push({ element: handle, at: this.#here() })
  }

  /** Begins typed text; marks from here on are places in it. */
  openPre() {
    if (this.preDepth++ === 0) this.#endBlock()
  }

  closePre() {
    this.#flushTyped()
    this.preDepth--
  }

  /** Begins a table; false when it is not drawn as one. */
  openTable(): boolean {
    const isDrawn =
      this.hiddenDepth === 0 &&
      this.droppedDepth === 0 &&
      this.framelessTables === 0 &&
      this.#tables.length < MAX_TABLE_DEPTH
    if (isDrawn) this.#tables.push({ ...newBlock('table', 0, 0), rows: [] })
    else this.framelessTables++
    return isDrawn
  }

  closeTable() {
    this.#place(this.#tables.pop() as OpenTable)
  }

  startRow() {
    this.#tables[this.#tables.length - 1]?.rows.push({ cells: [], contents: [] })
  }

  startCell(columnSpan: number, rowSpan: number, header: boolean) {
    addCell(this.#currentRow(), columnSpan, rowSpan, header)
  }

  /** Ends the block that inline text has been gathering. */
  flush() {
    if (this.hiddenDepth > 0) this.hidden.end()
    if (this.preText !== '') this.#flushTyped()
    const { staged } = this
    if (staged.isEmpty) return
    staged.finishBlock(tail(this.starts, this.#firstStart), tail(this.ends, this.#firstEnd))
    if (!staged.isEmpty) this.#addParagraph()
    this.shown = 0
    this.#bold = 0
    this.#italic = 0
    this.#underlined = 0
  }

  #countShown(added: number, bits: number) {
    if (added === 0 || (added === 1 && this.staged.units[this.staged.length - 1] === 0x20)) return
    this.shown += added
    if ((bits & element.IS_BOLD) !== 0) this.#bold += added
    if ((bits & element.IS_ITALIC) !== 0) this.#italic += added
    if ((bits & element.IS_UNDERLINED) !== 0) this.#underlined += added
  }

  #addParagraph() {
    const { staged } = this
    const bold = this.#bold >= this.shown
    const first = staged.units[staged.blockStart] as number
    const glyph = first > 0xa0 && this.#isListGlyph(first)
    const block = newBlock('paragraph', staged.blockStart, 0)
    block.bold = bold
    block.italic = this.#italic >= this.shown
    const emphasised = bold || this.#underlined >= this.shown
    if (this.headingDepth > 0 || (emphasised && staged.looksLikeHeading())) block.kind = 'heading'
    else if (this.listItem || glyph) block.kind = 'list_item'
    // Styles set the bullet apart from its words; without them a space has to.
    if (glyph && staged.units[staged.blockStart + 1] !== 0x20) {
      staged.insertSpace()
      shift(this.starts, this.#firstStart, staged.blockStart)
      shift(this.ends, this.#firstEnd, staged.blockStart + 1)
    }
    block.end = staged.length
    this.listItem = false
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
    const typed = this.preText
    this.preText = ''
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
    if (this.pageBreak) block.startsPage = true
    this.pageBreak = false
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

  /** The place in the text where the next character goes; in typed text, the place among its characters. */
  #here(): number {
    return this.preDepth > 0 ? this.preText.length : this.staged.length
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
