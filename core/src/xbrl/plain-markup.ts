import { decodeHTML } from 'entities'

/** Elements that end a word wherever they stand; the others run on within one. */
const BREAKS = /^\/?(?:p|div|br|tr|td|th|table|li|ul|ol|h[1-6]|hr|section|blockquote)$/i
const MAX_TAG_NAME = 16

/** What a reader of some markup sees, as one line: tags left out, references decoded, spaces collapsed. */
export function plainMarkup(markup: string): string {
  return oneLine(decodeHTML(withoutTags(markup)))
}

/** White space of every kind as one plain space, none at the ends. */
export function oneLine(text: string): string {
  const trimmed = text.trim()
  return /[\t\n\f\r\u00a0]| {2}/.test(trimmed) ? trimmed.replace(/[\s\u00a0]+/g, ' ').trim() : trimmed
}

/** Character data as it stands, references not decoded. */
export function withoutTags(markup: string): string {
  let open = markup.indexOf('<')
  if (open < 0) return markup
  let text = ''
  let from = 0
  while (open >= 0) {
    const close = endOfTag(markup, open)
    if (close < 0) break
    text += markup.slice(from, open)
    if (BREAKS.test(tagName(markup, open + 1))) text += ' '
    from = close
    open = markup.indexOf('<', from)
  }
  return text + markup.slice(from)
}

function endOfTag(markup: string, open: number): number {
  if (markup.startsWith('<!--', open)) {
    const end = markup.indexOf('-->', open + 4)
    return end < 0 ? -1 : end + 3
  }
  const end = markup.indexOf('>', open)
  return end < 0 ? -1 : end + 1
}

/** Name of a tag, with the slash of an end tag. */
function tagName(markup: string, start: number): string {
  let end = markup.charCodeAt(start) === 0x2f ? start + 1 : start
  while (end - start < MAX_TAG_NAME && isNameCharacter(markup.charCodeAt(end))) end++
  return markup.slice(start, end)
}

function isNameCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
}
