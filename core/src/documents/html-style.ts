/** What an element's tag and style attribute mean for its text. `undefined` is: as the parent has it. */
export interface ElementStyle {
  hidden: boolean
  bold: boolean | undefined
  italic: boolean | undefined
  underlined: boolean | undefined
  /** `display:inline` on a block element, `display:block` on an inline one. */
  display: 'inline' | 'block' | undefined
  breakBefore: boolean
  breakAfter: boolean
}

const PLAIN: ElementStyle = {
  hidden: false,
  bold: undefined,
  italic: undefined,
  underlined: undefined,
  display: undefined,
  breakBefore: false,
  breakAfter: false,
}

/** A document repeats a few hundred style attributes a hundred thousand times. */
const MAX_CACHED = 2000
const MAX_CACHED_LENGTH = 400

export function styleReader(): (style: string) => ElementStyle {
  const cache = new Map<string, ElementStyle>()
  return (style) => {
    if (style === '') return PLAIN
    const known = cache.get(style)
    if (known !== undefined) return known
    const read = readStyle(style)
    if (cache.size < MAX_CACHED && style.length <= MAX_CACHED_LENGTH) cache.set(style, read)
    return read
  }
}

function readStyle(style: string): ElementStyle {
  const read: ElementStyle = { ...PLAIN }
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const property = declaration.slice(0, colon).trim()
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim()
    switch (property) {
      case 'display':
        if (value === 'none') read.hidden = true
        else if (value === 'inline' || value === 'block') read.display = value
        break
      case 'visibility':
        if (value === 'hidden' || value === 'collapse') read.hidden = true
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
  return read
}
