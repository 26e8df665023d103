/** The five entities XML defines itself. */
const PREDEFINED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** `&#x10FFFF;` with some leading zeros; nothing longer is a reference. */
const MAX_REFERENCE = 24

/** Text with its character references decoded; null when one is no reference of XML 1.0 (section 4.1). */
export function decodeXmlReferences(raw: string): string | null {
  let text = ''
  let from = 0
  for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', from)) {
    const end = raw.indexOf(';', at)
    if (end < 0 || end - at > MAX_REFERENCE) return null
    const character = characterOf(raw.slice(at + 1, end))
    if (character === null) return null
    text += raw.slice(from, at) + character
    from = end + 1
  }
  return text + raw.slice(from)
}

function characterOf(name: string): string | null {
  if (name[0] !== '#') return Object.hasOwn(PREDEFINED, name) ? (PREDEFINED[name] as string) : null
  const hex = name[1] === 'x'
  const digits = name.slice(hex ? 2 : 1)
  if (!(hex ? /^[\da-fA-F]+$/ : /^\d+$/).test(digits)) return null
  const code = Number.parseInt(digits, hex ? 16 : 10)
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return isCharacter ? String.fromCodePoint(code) : null
}
