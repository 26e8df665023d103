/** Words that a reader of YAML would take for something else than text. */
const MEANT_OTHERWISE = /^(?:true|false|null|yes|no|on|off|y|n|~|[-+.\d].*)$/i
const PLAIN = /^[A-Za-z_/$][\w/$.\-{} ]*$/

/**
 * JSON as YAML 1.2: block style, texts quoted unless they are plain words, texts of several lines as literal blocks. For
 * writing documents of ours; it knows no anchors, tags or dates.
 */
export function toYaml(value: unknown): string {
  return `${block(value, '')}\n`.replace(/^\n/, '')
}

function block(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return scalar(value, indent)
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []'
    return value.map((one) => `\n${indent}-${inList(one, indent)}`).join('')
  }
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  if (entries.length === 0) return ' {}'
  return entries.map(([name, one]) => `\n${indent}${text(name)}:${block(one, `${indent}  `)}`).join('')
}

/** The first line of an entry stands beside its dash. */
function inList(value: unknown, indent: string): string {
  const inner = block(value, `${indent}  `)
  return inner.startsWith('\n') ? inner.replace(/^\n\s*/, ' ') : inner
}

function scalar(value: unknown, indent: string): string {
  if (typeof value !== 'string') return ` ${JSON.stringify(value)}`
  // A literal block cannot begin with a space, and keeps no odd white space at its end.
  if (/\n/.test(value) && !/^\s|[\r\t]|[^\S\n]\n|\n\n$/.test(value)) {
    const chomping = value.endsWith('\n') ? '' : '-'
    const lines = value.replace(/\n$/, '').split('\n')
    return ` |${chomping}\n${lines.map((line) => (line === '' ? '' : `${indent || '  '}${line}`)).join('\n')}`
  }
  return ` ${text(value)}`
}

function text(value: string): string {
  return PLAIN.test(value) && !MEANT_OTHERWISE.test(value) && !value.endsWith(' ')
    ? value
    : JSON.stringify(value)
}
