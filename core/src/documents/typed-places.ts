/** Carries places of typed text over to its blocks, which hold the same letters with other spaces and without its tags. */
export class TypedPlaces {
  readonly #typed: string
  /** For each character of the typed text, the place of the next one that is drawn. */
  readonly #places: Int32Array
  #from = 0

  constructor(typed: string) {
    this.#typed = typed
    this.#places = new Int32Array(typed.length)
  }

  /** Tells the text of the next block, and where it is staged. */
  follow(text: string, staged: number) {
    for (let at = 0; at < text.length; at++) {
      const character = text[at] as string
      if (character === ' ' || character === '\n') continue
      const found = this.#typed.indexOf(character, this.#from)
      if (found < 0) continue
      this.#places.fill(staged + at, this.#from, found + 1)
      this.#from = found + 1
    }
  }

  placeOf(at: number, end: number): number {
    return at < this.#from ? (this.#places[at] as number) : end
  }
}
