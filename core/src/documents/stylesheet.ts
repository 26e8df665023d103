import { type ElementStyle, overStyle, PLAIN_STYLE, readDeclarations } from './html-style.ts'

const MAX_RULES = 5000
const MAX_CSS_LENGTH = 500_000
const MAX_DECLARATIONS = 5000
/** `.c1`, `p.c1`, `p`: what generators of filings write. Other selectors depend on places we do not model. */
const SELECTOR = /^([a-z][a-z0-9]*)?(?:\.([\w-]{1,100}))?$/i

/** The rules of a document's style elements that name an element, a class, or both. */
export class Stylesheet {
  readonly #rules = new Map<string, ElementStyle>()
  #length = 0

  get isEmpty(): boolean {
    return this.#rules.size === 0
  }

  /** Adds the content of a style element. Rules inside `@media` and the like depend on the medium and are left out. */
  add(css: string) {
    this.#length += css.length
    if (this.#length > MAX_CSS_LENGTH) return
    const text = withoutComments(css)
    let at = 0
    while (this.#rules.size < MAX_RULES) {
      const open = text.indexOf('{', at)
      if (open < 0) return
      const selectors = text
        .slice(text.lastIndexOf(';', open) < at ? at : text.lastIndexOf(';', open) + 1, open)
        .trim()
      const close = selectors.startsWith('@') ? closingBrace(text, open) : text.indexOf('}', open)
      if (close < 0) return
      if (!selectors.startsWith('@')) this.#addRule(selectors, text.slice(open + 1, close))
      at = close + 1
    }
  }

  /** What the rules say about an element, the more particular over the general. */
  styleOf(name: string, classes: string): ElementStyle {
    if (this.#rules.size === 0) return PLAIN_STYLE
    let style = this.#rules.get(name) ?? PLAIN_STYLE
    if (classes === '') return style
    const each = classes.split(/\s+/, 20)
    for (const one of each) style = overStyle(style, this.#rules.get(`.${one}`) ?? PLAIN_STYLE)
    for (const one of each) style = overStyle(style, this.#rules.get(`${name}.${one}`) ?? PLAIN_STYLE)
    return style
  }

  #addRule(selectors: string, declarations: string) {
    if (declarations.length > MAX_DECLARATIONS || selectors.length > MAX_DECLARATIONS) return
    const style = readDeclarations(declarations)
    for (const selector of selectors.split(',')) {
      const match = SELECTOR.exec(selector.trim())
      if (match === null || selector.trim() === '') continue
      const key = (match[1] ?? '').toLowerCase() + (match[2] === undefined ? '' : `.${match[2]}`)
      this.#rules.set(key, overStyle(this.#rules.get(key) ?? PLAIN_STYLE, style))
    }
  }
}

/** Comments of CSS, and the marks of HTML comments that old documents put around it. */
function withoutComments(css: string): string {
  let text = ''
  let from = 0
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    text += `${css.slice(from, at)} `
    const end = css.indexOf('*/', at + 2)
    if (end < 0) return text
    from = end + 2
  }
  return (text + css.slice(from)).replaceAll('<!--', ' ').replaceAll('-->', ' ')
}

function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x7b) depth++
    else if (code === 0x7d && --depth === 0) return at
  }
  return -1
}
