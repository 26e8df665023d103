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

/** What is kept of an open element: the places of the next ones out are those of its name, of tables and cells, and of blocks. */
const NAME = 0
const BITS = 1
const INLINE = 2
const OUTER_OF_NAME = 3
const OUTER_BOUNDARY = 4
const OUTER_BLOCK = 5
const SIZE = 6

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
  /** Six numbers for each element, one after the other. */
  #stack = new Int32Array(64 * SIZE)
  /** Where the innermost element of each name stands, by name. */
  #lastOfName = new Int32Array(256).fill(-1)
  #boundary = -1
  #block = -1

  constructor(names: ElementNames, onClosed: (bits: number, inline: number) => void) {
    this.#names = names
    this.#onClosed = onClosed
  }

  /** Bits of the innermost element. */
  get bits(): number {
    return this.depth === 0 ? 0 : (this.#stack[(this.depth - 1) * SIZE + BITS] as number)
  }

  /** Name of the innermost element, -1 when none is open or it has lost its name. */
  get name(): number {
    return this.depth === 0 ? UNNAMED : (this.#stack[(this.depth - 1) * SIZE + NAME] as number)
  }

  push(name: number, bits: number, inline: number) {
    const at = this.depth++
    if (this.depth > this.deepest) this.deepest = this.depth
    if (this.depth * SIZE > this.#stack.length) this.#stack = grown(this.#stack, 0)
    if (name >= this.#lastOfName.length) this.#lastOfName = grown(this.#lastOfName, -1)
    const stack = this.#stack
    const base = at * SIZE
    stack[base + NAME] = name
    stack[base + BITS] = bits
    stack[base + INLINE] = inline
    stack[base + OUTER_OF_NAME] = this.#lastOfName[name] as number
    stack[base + OUTER_BOUNDARY] = this.#boundary
    stack[base + OUTER_BLOCK] = this.#block
    this.#lastOfName[name] = at
    if (isBoundary(name)) this.#boundary = at
    if ((bits & IS_BLOCK) !== 0) this.#block = at
  }

  has(name: number): boolean {
    return this.#last(name) > this.#boundary
  }

  /** Inside a table, but in none of its cells. */
  get isBetweenCells(): boolean {
    return this.#boundary >= 0 && this.#stack[this.#boundary * SIZE + NAME] === TABLE
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
    if (
      at === this.depth - 1 ||
      ((this.#stack[at * SIZE + BITS] as number) & IS_BLOCK) !== 0 ||
      this.#block < at
    )
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
      const name = this.#stack[at * SIZE + NAME] as number
      if (at > length && name !== UNNAMED && (this.#names.flagsOf(name) & FORMATTING) !== 0)
        this.unclosedFormatting++
      this.#pop(at)
    }
  }

  #pop(at: number) {
    const base = at * SIZE
    const bits = this.#stack[base + BITS] as number
    const inline = this.#stack[base + INLINE] as number
    // An element that only styled its text ends without a consequence.
    if ((bits & ~INHERITED) !== 0 || inline !== -1) this.#onClosed(bits, inline)
    const stack = this.#stack
    this.depth = at
    const name = stack[base + NAME] as number
    if (name !== UNNAMED) this.#lastOfName[name] = stack[base + OUTER_OF_NAME] as number
    this.#boundary = stack[base + OUTER_BOUNDARY] as number
    this.#block = stack[base + OUTER_BLOCK] as number
  }

  /**
   * `<b><p>one</b>two</p>`: the paragraph stays open, its text is no longer bold. The element stays on the stack without
   * a name; its effect on those above ends here.
   */
  #endStyle(at: number) {
    this.unclosedFormatting++
    const stack = this.#stack
    const own = stack[at * SIZE + BITS] as number
    const around = at === 0 ? 0 : (stack[(at - 1) * SIZE + BITS] as number)
    for (let above = at; above < this.depth; above++) {
      let bits = stack[above * SIZE + BITS] as number
      for (const style of STYLES) {
        if ((bits & style) === (own & style)) bits = (bits & ~style) | (around & style)
      }
      stack[above * SIZE + BITS] = bits
    }
    this.#lastOfName[stack[at * SIZE + NAME] as number] = stack[at * SIZE + OUTER_OF_NAME] as number
    stack[at * SIZE + NAME] = UNNAMED
  }
}

function grown(numbers: Int32Array, filler: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  if (filler !== 0) larger.fill(filler)
  larger.set(numbers)
  return larger
}

/** Tables and their cells: an end tag inside never closes what was opened outside. */
function isBoundary(name: number): boolean {
  return name === TD || name === TABLE || name === TH || name === CAPTION
}

function isOfTable(name: number): boolean {
  return name === TR || name === TBODY || name === THEAD || name === TFOOT
}
