/** What an element's style means for its text. `undefined` is: as the parent has it. */
export interface ElementStyle {
  hidden: boolean | undefined
  bold: boolean | undefined
  italic: boolean | undefined
  underlined: boolean | undefined
  /** Font size zero. */
  sizeless: boolean | undefined
  /** White text, and a background stated white: together they draw nothing. */
  white: boolean | undefined
  onWhite: boolean | undefined
  /** `display:inline` on a block element, `display:block` on an inline one. */
  display: 'inline' | 'block' | undefined
  breakBefore: boolean | undefined
  breakAfter: boolean | undefined
}

export const PLAIN_STYLE: ElementStyle = Object.freeze({
  hidden: undefined,
  bold: undefined,
  italic: undefined,
  underlined: undefined,
  sizeless: undefined,
  white: undefined,
  onWhite: undefined,
  display: undefined,
  breakBefore: undefined,
  breakAfter: undefined,
})

/** A document repeats a few hundred style attributes a hundred thousand times. */
const MAX_CACHED = 2000
const MAX_CACHED_LENGTH = 400
/** Longer values draw nothing we look for. */
const MAX_VALUE = 200
/** Text moved this far out of the page is not meant to be seen. */
const OFF_SCREEN = /^-\d{3,}(?:\.\d+)?(?:px|pt|em|rem|%|in|cm|mm)?$/
const ZERO = /^0+(?:\.0*)?(?:px|pt|em|rem|ex|%|in|cm|mm)?$/
const WHITE = /^(?:#fff|#ffffff|white|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))$/

/** Reads style attributes, each different one once. */
export function styleReader(): (style: string) => ElementStyle {
  const cache = new Map<string, ElementStyle>()
  return (style) => {
    if (style === '') return PLAIN_STYLE
    const known = cache.get(style)
    if (known !== undefined) return known
    const read = readDeclarations(style)
    if (cache.size < MAX_CACHED && style.length <= MAX_CACHED_LENGTH) cache.set(style, read)
    return read
  }
}

/** A style over another one: what it leaves open stays. */
export function overStyle(under: ElementStyle, over: ElementStyle): ElementStyle {
  if (under === PLAIN_STYLE) return over
  if (over === PLAIN_STYLE) return under
  return {
    hidden: over.hidden ?? under.hidden,
    bold: over.bold ?? under.bold,
    italic: over.italic ?? under.italic,
    underlined: over.underlined ?? under.underlined,
    sizeless: over.sizeless ?? under.sizeless,
    white: over.white ?? under.white,
    onWhite: over.onWhite ?? under.onWhite,
    display: over.display ?? under.display,
    breakBefore: over.breakBefore ?? under.breakBefore,
    breakAfter: over.breakAfter ?? under.breakAfter,
  }
}

/** The value of a `color` or `bgcolor`. */
export function isWhite(color: string): boolean {
  return color.length <= MAX_VALUE && WHITE.test(color.trim().toLowerCase())
}

/** Reads declarations, such as `font-weight:bold;display:none`. */
export function readDeclarations(style: string): ElementStyle {
  const read: ElementStyle = { ...PLAIN_STYLE }
  let positioned = false
  let outside = false
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const property = declaration.slice(0, colon).trim()
    const value = declaration
      .slice(colon + 1, colon + 1 + MAX_VALUE)
      .replace('!important', '')
      .trim()
    switch (property) {
      case 'display':
        read.hidden = value === 'none' || (read.hidden ?? false)
        if (value === 'inline' || value === 'block') read.display = value
        break
      case 'visibility':
        if (value === 'hidden' || value === 'collapse') read.hidden = true
        break
      case 'opacity':
        if (ZERO.test(value)) read.hidden = true
        break
      case 'position':
        positioned = value === 'absolute' || value === 'fixed'
        break
      case 'left':
      case 'top':
      case 'text-indent':
        if (OFF_SCREEN.test(value) && Number.parseFloat(value) <= -999) {
          outside = true
          if (property === 'text-indent') positioned = true
        }
        break
      case 'font-weight':
        read.bold = value.startsWith('bold') || Number(value) >= 600
        break
      case 'font':
        if (/\b(?:bold|bolder|[6-9]00)\b/.test(value.slice(0, 60))) read.bold = true
        if (value.slice(0, 60).includes('italic')) read.italic = true
        break
      case 'font-style':
        read.italic = value === 'italic' || value === 'oblique'
        break
      case 'font-size':
        read.sizeless = ZERO.test(value)
        break
      case 'color':
        read.white = WHITE.test(value)
        break
      case 'background-color':
        if (value !== 'transparent' && value !== 'inherit') read.onWhite = WHITE.test(value)
        break
      case 'background':
        if (value !== 'none' && value !== 'transparent') read.onWhite = WHITE.test(value)
        break
      case 'text-decoration':
      case 'text-decoration-line':
        if (value.includes('underline')) read.underlined = true
        break
      case 'page-break-before':
      case 'break-before':
        if (value === 'always' || value === 'page') read.breakBefore = true
        break
      case 'page-break-after':
      case 'break-after':
        if (value === 'always' || value === 'page') read.breakAfter = true
        break
    }
  }
  if (positioned && outside) read.hidden = true
  return read
}
