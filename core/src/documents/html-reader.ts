import { decodeHTML } from 'entities'
import { BlockBuilder } from './block-builder.ts'
import type { ReplacementCount } from './characters.ts'
import { endsName, GREATER, isLetter, SLASH } from './html-bytes.ts'
import * as element from './html-elements.ts'
import * as names from './html-names.ts'
import type { HtmlSource } from './html-source.ts'
import { type StartTag, TagReader } from './html-tags.ts'
import { InlineElements } from './inline-elements.ts'
import { Stylesheet } from './stylesheet.ts'

/** `</td>` and `</th>`. */
const END_OF_CELL = 5
const ROW_ENDS = [names.TR, names.CAPTION]
const GROUP_ENDS = [names.TBODY, names.THEAD, names.TFOOT, names.CAPTION]

/** `</ix:references`, with room. */
const MAX_RAW_NAME = 30

const LESS = 0x3c

/** How much markup a document has, for those who have to bound what they do with it. */
export interface MarkupSize {
  depth: number
  tags: number
  /** Formatting elements that were never closed by themselves. */
  unclosedFormatting: number
}

/**
 * Reads an HTML or inline XBRL document in one pass over its bytes. No tree is built and nothing recurses, so depth costs
 * nothing; unclosed and wrongly nested tags are closed where a browser would close them.
 */
export class HtmlReader {
  readonly builder: BlockBuilder
  readonly inline: InlineElements
  /** Markup that browsers repair in ways this pass does not follow, one name each. */
  readonly distrusted = new Set<string>()
  readonly #bytes: Uint8Array
  readonly #html: string
  readonly #names: names.ElementNames
  readonly #tags: TagReader
  readonly #stylesheet = new Stylesheet()
  readonly #open: element.OpenElements
  /** Elements without markup inside whose end tag is not written as their start tag. */
  readonly #endsOtherwise = new Set<number>()
  #startTags = 0
  /** Where the tag begins that closes elements. */
  #closing = 0

  constructor(source: HtmlSource, count: ReplacementCount) {
    this.#bytes = source.bytes
    this.#html = source.latin1
    this.#names = new names.ElementNames(source.bytes)
    this.#tags = new TagReader(source, this.#names, this.#stylesheet)
    this.builder = new BlockBuilder(source, count)
    this.inline = new InlineElements(source, this.#names)
    this.#open = new element.OpenElements(this.#names, (bits, inline) => this.#onClosed(bits, inline))
  }

  get markup(): MarkupSize {
    const { deepest, unclosedFormatting } = this.#open
    return { depth: deepest, tags: this.#startTags, unclosedFormatting }
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
        this.builder.addText('<', this.#open.bits)
        at++
      }
    }
    this.#closing = size
    this.#open.closeAll()
    this.builder.flush()
    this.builder.hidden.end()
    if (this.#open.misnested) this.distrusted.add('misnested')
    if (this.#tags.unclosed) this.distrusted.add('unclosed_tag')
  }

  /** Takes the text from `start` to the next tag to where it belongs. Returns where it ends. */
  #text(start: number): number {
    const { builder } = this
    const { bits } = this.#open
    if (builder.isPlain(bits)) {
      const before = builder.shown
      const end = builder.addRun(start, bits)
      // Browsers move text between cells out of the table.
      if (builder.shown > before && builder.isInTable && this.#open.isBetweenCells)
        this.distrusted.add('text_between_cells')
      return end
    }
    const tag = this.#html.indexOf('<', start)
    const end = tag < 0 ? this.#bytes.length : tag
    if (builder.droppedDepth === 0) builder.addText(this.#decoded(start, end), bits)
    return end
  }

  #decoded(start: number, end: number): string {
    const text = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + start, end - start).toString()
    return text.includes('&') ? decodeHTML(text) : text
  }

  #startTag(at: number): number {
    this.#startTags++
    const tag = this.#tags.read(at + 1)
    const end = this.#tags.end
    if (tag === null) return end
    if (tag.isSimple) {
      if (tag.isBlock) {
        this.builder.flush()
        this.#open.closeParagraph()
      }
      this.#open.push(tag.name, (this.#open.bits & tag.keptBits) | tag.ownBits, -1)
      return end
    }
    if (tag.isCell && this.builder.preDepth === 0) return this.#startCell(tag, end)
    return this.#startParticular(tag, at, end)
  }

  #startCell(tag: StartTag, end: number): number {
    this.builder.flush()
    this.#open.closeCell()
    this.#open.closeParagraph()
    const isDrawn = this.builder.isTableDrawn
    if (isDrawn) this.builder.startCell(tag.columnSpan, tag.rowSpan, tag.name === names.TH)
    // Most cells of a filing are empty: gaps between columns.
    if (isDrawn && this.#names.isEndTag(tag.name, end)) return end + END_OF_CELL
    this.#open.push(tag.name, (this.#open.bits & tag.keptBits) | tag.ownBits, -1)
    return end
  }

  #startParticular(tag: StartTag, at: number, end: number): number {
    const { name, flags, style } = tag
    if (name === names.BR) {
      this.builder.breakLine()
      return end
    }
    // Filings converted from typed text keep its marks: <PAGE> between pages, and typed tables inside <PRE>.
    if (this.builder.preDepth > 0 && (flags & names.TYPED) !== 0) {
      this.#typedTableTag(name, '')
      return end
    }
    if (name === names.HR || name === names.PAGE) {
      this.builder.flush()
      this.builder.pageBreak = true
      return end
    }
    if ((flags & names.VOID) !== 0) return end
    if (tag.isBlock || ((flags & names.INLINE) !== 0 && this.builder.hiddenDepth > 0)) this.builder.flush()
    this.#closeImplied(name, tag.isBlock)
    if (style.breakBefore) this.builder.pageBreak = true
    const hides = style.hidden === true || (flags & names.HIDDEN) !== 0
    let handle = -1
    if (tag.attributes !== null) {
      handle = this.inline.open(at + 1, tag, end, hides || this.builder.hiddenDepth > 0)
      if (handle >= 0 && this.builder.hiddenDepth === 0 && !hides) this.builder.markStart(handle)
    }
    if (tag.selfClosing) {
      if (handle !== -1) this.#closeInline(handle, end)
      if (style.breakAfter) this.builder.pageBreak = true
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
      if (this.builder.hiddenDepth === 0 && tag.isBlock) this.builder.flush()
      this.builder.hiddenDepth++
      bits |= element.HIDES
    }
    if ((flags & names.DROPPED) !== 0) {
      this.builder.droppedDepth++
      bits |= element.DROPS
    }
    if ((flags & names.HEADING) !== 0) {
      this.builder.headingDepth++
      bits |= element.IS_HEADING
    }
    if (name === names.PRE) {
      this.builder.openPre()
      bits |= element.IS_PRE
    } else if (name === names.LI) {
      this.builder.listItem = true
      bits |= element.IS_ITEM
    } else if (name === names.TABLE) bits |= this.builder.openTable() ? element.HAS_FRAME : element.FRAMELESS
    else if (this.builder.isTableDrawn) {
      if (name === names.TD || name === names.TH)
        this.builder.startCell(tag.columnSpan, tag.rowSpan, name === names.TH)
      else if (name === names.TR || name === names.CAPTION) this.builder.startRow()
    }
    this.#open.push(name, bits, handle)
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
    if (innermost >= 0 && this.builder.preDepth === 0 && this.#names.isNameOfTag(innermost, at + 2)) {
      if (innermost !== names.BODY && innermost !== names.HTML) this.#open.closeInnermost()
      return at + this.#names.nameOf(innermost).length + 3
    }
    let to = at + 3
    while (to < bytes.length && !endsName(bytes[to] as number)) to++
    const name = this.#names.read(at + 2, to)
    if (name === names.BR) this.builder.breakLine()
    else if (this.builder.preDepth > 0 && (this.#names.flagsOf(name) & names.TYPED) !== 0)
      this.#typedTableTag(name, '/')
    else if (name === names.P && !this.#open.has(names.P)) this.builder.flush()
    else if (name !== names.BODY && name !== names.HTML) this.#open.close(name)
    if (bytes[to] === GREATER) return to + 1
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
      if (end > at + 9)
        this.builder.addText(Buffer.from(html.slice(at + 9, end), 'latin1').toString(), this.#open.bits)
      return close < 0 ? size : close + 3
    }
    const close = html.indexOf('>', at + 2)
    return close < 0 ? size : close + 1
  }

  /** Passes over content that is no markup, to its end tag. */
  #skipRaw(tag: StartTag, from: number): number {
    const at = this.#rawEnd(tag.name, from)
    if (tag.name === names.STYLE) {
      this.#stylesheet.add(this.#html.slice(from, at))
      this.#tags.forget()
    }
    return at
  }

  #rawEnd(name: number, from: number): number {
    // One search finds the end of the long header of inline XBRL; it is not tried again where it found nothing.
    if (!this.#endsOtherwise.has(name)) {
      const end = this.#html.indexOf(`</${this.#names.nameOf(name)}>`, from)
      if (end >= 0 && this.#names.nameOf(name).includes(':')) return end
      this.#endsOtherwise.add(name)
    }
    for (let at = this.#html.indexOf('</', from); at >= 0; at = this.#html.indexOf('</', at + 2)) {
      let to = at + 2
      while (to < at + MAX_RAW_NAME && !endsName(this.#bytes[to] ?? SLASH)) to++
      if (this.#names.read(at + 2, to) === name) return at
    }
    this.distrusted.add('unclosed_raw_text')
    return this.#html.length
  }

  #typedTableTag(name: number, slash: '' | '/') {
    if (name === names.TR) this.builder.preText += '\n'
    else if (name === names.TD || name === names.TH) this.builder.preText += '   '
    else this.builder.preText += `<${slash}${this.#names.nameOf(name).toUpperCase()}>`
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
    if ((bits & element.IS_BLOCK) !== 0 || (handle !== -1 && this.builder.hiddenDepth > 0))
      this.builder.flush()
    if (handle !== -1) this.#closeInline(handle, this.#closing)
    if ((bits & element.IS_ITEM) !== 0) this.builder.listItem = false
    if ((bits & element.IS_PRE) !== 0) this.builder.closePre()
    if ((bits & element.IS_HEADING) !== 0) this.builder.headingDepth--
    if ((bits & element.DROPS) !== 0) this.builder.droppedDepth--
    if ((bits & element.HIDES) !== 0) {
      this.builder.hidden.end()
      this.builder.hiddenDepth--
    }
    if ((bits & element.FRAMELESS) !== 0) this.builder.framelessTables--
    if ((bits & element.HAS_FRAME) !== 0) this.builder.closeTable()
    if ((bits & element.BREAKS_AFTER) !== 0) this.builder.pageBreak = true
  }

  #closeInline(handle: number, contentEnd: number) {
    if (handle >= 0 && !this.inline.isHidden(handle)) this.builder.markEnd(handle)
    this.inline.close(handle, contentEnd)
  }
}
