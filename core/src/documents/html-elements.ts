import {
  CAPTION,
  type ElementNames,
  FORMATTING,
  LI,
  OL,
  P,
  TABLE,
  TBODY,
  TD,
  TFOOT,
  TH,
  THEAD,
  TR,
  UL,
} from './html-names.ts'

/** An end tag that has to reach over more than this many misnested elements is ignored. */
const MAX_MISNESTED = 64

/** What an open element means for what is inside it. */
export const IS_BLOCK = 1 << 0
export const IS_BOLD = 1 << 1
export const IS_ITALIC = 1 << 2
export const IS_UNDERLINED = 1 << 3
export const HIDES = 1 << 4
export const DROPS = 1 << 5
export const BREAKS_AFTER = 1 << 6
export const IS_HEADING = 1 << 7
export const IS_PRE = 1 << 8
export const IS_ITEM = 1 << 9
export const HAS_FRAME = 1 << 10
export const FRAMELESS = 1 << 11
/** Text without size, and white text; shown or not is decided where it stands. */
export const IS_SIZELESS = 1 << 12
export const IS_WHITE = 1 << 13
export const ON_WHITE = 1 << 14
const STYLES = [IS_BOLD, IS_ITALIC, IS_UNDERLINED]
/** What elements inside have as well, unless they say otherwise. */
export const INHERITED = IS_BOLD | IS_ITALIC | IS_UNDERLINED | IS_SIZELESS | IS_WHITE | ON_WHITE

const UNNAMED = -1

/**
 * The elements open at a point of the document. Each remembers the next one out of its name, so that an end tag is matched
 * (or found to match nothing) at once and a document of end tags stays linear.
 */
export class OpenElements {
  depth = 0
  deepest = 0
  /** Formatting elements that ended with what is around them. */
  unclosedFormatting = 0
  /** An end tag was given up because too much would have to be closed. */
  misnested = false
  readonly #names: ElementNames
  readonly #onClosed: (bits: number, inline: number) => void
  readonly #name: number[] = []
  readonly #bits: number[] = []
  readonly #inline: number[] = []
  readonly #outerOfName: number[] = []
  readonly #outerBoundary: number[] = []
  readonly #outerBlock: number[] = []
  readonly #lastOfName: number[] = []
  #boundary = -1
  #block = -1

  constructor(names: ElementNames, onClosed: (bits: number, inline: number) => void) {
    this.#names = names
    this.#onClosed = onClosed
  }

  /** Bits of the innermost element. */
  get bits(): number {
    return this.depth === 0 ? 0 : (this.#bits[this.depth - 1] as number)
  }

  /** Name of the innermost element, -1 when none is open or it has lost its name. */
  get name(): number {
    return this.depth === 0 ? UNNAMED : (this.#name[this.depth - 1] as number)
  }

  push(name: number, bits: number, inline: number) {
    const at = this.depth++
    if (this.depth > this.deepest) this.deepest = this.depth
    this.#name[at] = name
    this.#bits[at] = bits
    this.#inline[at] = inline
    this.#outerOfName[at] = this.#last(name)
    this.#lastOfName[name] = at
    this.#outerBoundary[at] = this.#boundary
    if (isBoundary(name)) this.#boundary = at
    this.#outerBlock[at] = this.#block
    if ((bits & IS_BLOCK) !== 0) this.#block = at
  }

  has(name: number): boolean {
    return this.#last(name) > this.#boundary
  }

  /** Inside a table, but in none of its cells. */
  get isBetweenCells(): boolean {
    return this.#boundary >= 0 && this.#name[this.#boundary] === TABLE
  }

  /** An end tag. */
  close(name: number) {
    const at = this.#last(name)
    if (at < 0) return
    if (isOfTable(name) || isBoundary(name)) {
      if (name === TABLE || at > this.#last(TABLE)) this.#popTo(at)
      return
    }
    if (at <= this.#boundary) return
    if (at === this.depth - 1 || ((this.#bits[at] as number) & IS_BLOCK) !== 0 || this.#block < at)
      this.#popTo(at)
    else if (this.depth - at <= MAX_MISNESTED) this.#endStyle(at)
    else this.misnested = true
  }

  /** The end tag of the innermost element. */
  closeInnermost() {
    this.#pop(this.depth - 1)
  }

  closeParagraph() {
    const at = this.#last(P)
    if (at > this.#boundary) this.#popTo(at)
  }

  /** Closes the outermost of these that the innermost table holds. */
  closeWithinTable(names: readonly number[]) {
    const table = this.#last(TABLE)
    let lowest = -1
    for (const name of names) {
      const at = this.#last(name)
      if (at > table && (lowest < 0 || at < lowest)) lowest = at
    }
    if (lowest >= 0) this.#popTo(lowest)
  }

  /** A new cell ends the one before. */
  closeCell() {
    const table = this.#last(TABLE)
    let lowest = this.#last(TD)
    if (lowest <= table) lowest = this.depth
    const head = this.#last(TH)
    if (head > table && head < lowest) lowest = head
    const caption = this.#last(CAPTION)
    if (caption > table && caption < lowest) lowest = caption
    this.#popTo(lowest)
  }

  closeListItem() {
    const item = this.#last(LI)
    if (item > Math.max(this.#last(UL), this.#last(OL), this.#boundary)) this.#popTo(item)
  }

  closeAll() {
    this.#popTo(0)
  }

  #last(name: number): number {
    return this.#lastOfName[name] ?? -1
  }

  #popTo(length: number) {
    while (this.depth > length) {
      const at = this.depth - 1
      const name = this.#name[at] as number
      if (at > length && name !== UNNAMED && (this.#names.flagsOf(name) & FORMATTING) !== 0)
        this.unclosedFormatting++
      this.#pop(at)
    }
  }

  #pop(at: number) {
    const bits = this.#bits[at] as number
    const inline = this.#inline[at] as number
    // An element that only styled its text ends without a consequence.
    if ((bits & ~INHERITED) !== 0 || inline !== -1) this.#onClosed(bits, inline)
    this.depth = at
    const name = this.#name[at] as number
    if (name !== UNNAMED) this.#lastOfName[name] = this.#outerOfName[at] as number
    this.#boundary = this.#outerBoundary[at] as number
    this.#block = this.#outerBlock[at] as number
  }

  /**
   * `<b><p>one</b>two</p>`: the paragraph stays open, its text is no longer bold. The element stays on the stack without
   * a name; its effect on those above ends here.
   */
  #endStyle(at: number) {
    this.unclosedFormatting++
    const own = this.#bits[at] as number
    const around = at === 0 ? 0 : (this.#bits[at - 1] as number)
    for (let above = at; above < this.depth; above++) {
      let bits = this.#bits[above] as number
      for (const style of STYLES) {
        if ((bits & style) === (own & style)) bits = (bits & ~style) | (around & style)
      }
      this.#bits[above] = bits
    }
    this.#lastOfName[this.#name[at] as number] = this.#outerOfName[at] as number
    this.#name[at] = UNNAMED
  }
}

/** Tables and their cells: an end tag inside never closes what was opened outside. */
function isBoundary(name: number): boolean {
  return name === TD || name === TABLE || name === TH || name === CAPTION
}

function isOfTable(name: number): boolean {
  return name === TR || name === TBODY || name === THEAD || name === TFOOT
}
