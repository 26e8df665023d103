import { cleanCharacters } from './characters.ts'

const MAX_LENGTH = 1_000_000

/** Text a reader of the page does not see, gathered piece by piece. */
export class HiddenText {
  readonly texts: string[] = []
  #text = ''
  #length = 0

  add(text: string) {
    if (this.#length + this.#text.length < MAX_LENGTH) this.#text += text
  }

  /** Ends a piece. */
  end() {
    if (this.#text === '') return
    const text = cleanCharacters(this.#text, { replaced: 0 }).replace(/\s+/g, ' ').trim()
    this.#text = ''
    if (text === '') return
    this.#length += text.length
    this.texts.push(text)
  }

  get wasCut(): boolean {
    return this.#length >= MAX_LENGTH
  }
}
