/** What a tag means for the text around it; one element may be several of these. */
export const BLOCK = 1 << 0
export const VOID = 1 << 1
/** Never shown and never text. */
export const DROPPED = 1 << 2
export const HIDDEN = 1 << 3
export const BOLD = 1 << 4
export const ITALIC = 1 << 5
export const UNDERLINED = 1 << 6
export const HEADING = 1 << 7
/** Tables and their cells: an end tag inside never closes what was opened outside. */
export const BOUNDARY = 1 << 8
/** Its content is no markup (HTML Living Standard, 13.2.5.2 to 13.2.5.5), or markup for machines that is read elsewhere. */
export const RAW = 1 << 9
/** Inside <PRE> it is a mark of a typed table. */
export const TYPED = 1 << 10
/** An element of inline XBRL. */
export const INLINE = 1 << 11
/** Reopened by browsers when it is left open (HTML Living Standard, 13.2.4.3). */
export const FORMATTING = 1 << 12

const CLASSES: [flags: number, names: string][] = [
  [
    BLOCK,
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 ' +
      'h5 h6 header html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
  ],
  [VOID, 'area base basefont br col embed frame hr img input link meta page param source track wbr'],
  [
    DROPPED,
    'script style title template textarea select iframe noembed noframes object svg math ix:resources ix:references',
  ],
  [HIDDEN, 'ix:header ix:hidden'],
  [INLINE, 'ix:header ix:hidden ix:references ix:resources'],
  [BOLD, 'b strong th h1 h2 h3 h4 h5 h6'],
  [ITALIC, 'i em cite'],
  [UNDERLINED, 'u ins'],
  [HEADING, 'h1 h2 h3 h4 h5 h6'],
  [BOUNDARY, 'table td th caption'],
  [RAW, 'script style title textarea iframe noembed noframes ix:references ix:resources'],
  [FORMATTING, 'a b big code em font i nobr s small strike strong tt u'],
  [TYPED, 'table caption s c fn tr td th'],
]

/** Names of elements as small numbers. Those HTML knows have fixed ones; a document adds its own behind them. */
const known = new Map<string, number>()
const knownFlags: number[] = []
for (const [flags, names] of CLASSES) {
  for (const name of names.split(' ')) {
    const id = known.get(name) ?? known.size
    known.set(name, id)
    knownFlags[id] = (knownFlags[id] ?? 0) | flags
  }
}
for (const name of ['span', 'font', 'a', 's', 'c', 'fn']) {
  if (known.has(name)) continue
  known.set(name, known.size)
  knownFlags.push(0)
}

const knownBytes = [...known.keys()].map((name) => Uint8Array.from(Buffer.from(name, 'latin1')))

export function nameIdOf(name: string): number {
  return known.get(name) as number
}

export const BR = nameIdOf('br')
export const HR = nameIdOf('hr')
export const PAGE = nameIdOf('page')
export const P = nameIdOf('p')
export const LI = nameIdOf('li')
export const UL = nameIdOf('ul')
export const OL = nameIdOf('ol')
export const PRE = nameIdOf('pre')
export const TABLE = nameIdOf('table')
export const CAPTION = nameIdOf('caption')
export const TR = nameIdOf('tr')
export const TD = nameIdOf('td')
export const TH = nameIdOf('th')
export const TBODY = nameIdOf('tbody')
export const THEAD = nameIdOf('thead')
export const TFOOT = nameIdOf('tfoot')
export const HTML = nameIdOf('html')
export const BODY = nameIdOf('body')
export const STYLE = nameIdOf('style')

const SLOTS = 1024
/** Longer names are no element of HTML or inline XBRL, and all of them count as one. */
const MAX_LENGTH = 100
const MAX_NAMES = 10_000

/** Reads names of elements where they stand in the source. Letters count in either case. */
export class ElementNames {
  readonly #bytes: Uint8Array
  readonly #ids = new Map(known)
  readonly #names = [...known.keys()]
  /** The names in lower case, to be compared with bytes: several times as fast as with a string. */
  readonly #written = [...knownBytes]
  readonly #flags = [...knownFlags]
  readonly #slots = new Int32Array(SLOTS).fill(-1)
  #inlinePrefix = 'ix:'

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Number of the name from `start` to `end`. */
  read(start: number, end: number): number {
    const bytes = this.#bytes
    let hash = end - start
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
    const slot = (hash ^ (hash >>> 10)) & (SLOTS - 1)
    const known = this.#slots[slot] as number
    if (known >= 0 && this.#written[known]?.length === end - start && this.#isAt(known, start)) return known
    const id = this.#add(start, end)
    this.#slots[slot] = id
    return id
  }

  /** The prefix a document gives the namespace of inline XBRL, with its colon. */
  set inlinePrefix(prefix: string) {
    this.#inlinePrefix = prefix.toLowerCase()
  }

  nameOf(id: number): string {
    return this.#names[id] as string
  }

  flagsOf(id: number): number {
    return this.#flags[id] as number
  }

  /** Whether this name stands at `start`, and the tag ends behind it. */
  isNameOfTag(id: number, start: number): boolean {
    const { length } = this.#written[id] as Uint8Array
    return this.#bytes[start + length] === 0x3e && this.#isAt(id, start)
  }

  /** Whether an end tag of this name stands at `start`. */
  isEndTag(id: number, start: number): boolean {
    return this.#bytes[start + 1] === 0x2f && this.#bytes[start] === 0x3c && this.isNameOfTag(id, start + 2)
  }

  #isAt(id: number, start: number): boolean {
    const name = this.#written[id] as Uint8Array
    for (let at = 0; at < name.length; at++) {
      const byte = this.#bytes[start + at] as number
      if ((byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) !== name[at]) return false
    }
    return true
  }

  #add(start: number, end: number): number {
    const name =
      end - start > MAX_LENGTH || this.#names.length >= MAX_NAMES
        ? '#other'
        : Buffer.from(this.#bytes.subarray(start, end)).toString('latin1').toLowerCase()
    const found = this.#ids.get(name)
    if (found !== undefined) return found
    const id = this.#names.length
    this.#ids.set(name, id)
    this.#names.push(name)
    this.#written.push(Uint8Array.from(Buffer.from(name, 'latin1')))
    this.#flags.push(this.#flagsOfNew(name))
    return id
  }

  #flagsOfNew(name: string): number {
    if (!name.startsWith(this.#inlinePrefix)) return 0
    const alias = known.get(`ix:${name.slice(this.#inlinePrefix.length)}`)
    return alias === undefined ? INLINE : (knownFlags[alias] as number)
  }
}
