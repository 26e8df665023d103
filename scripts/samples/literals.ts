/** Values as the languages of the samples write them. */

const WIDTH = 90

interface Notation {
  string(text: string): string
  name(name: string): string
  /** What each level is moved in by. */
  step: string
  null: string
  true: string
  false: string
}

const single = (text: string) =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

const javaScript: Notation = {
  string: single,
  name: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : single(name)),
  step: '  ',
  null: 'null',
  true: 'true',
  false: 'false',
}

const python: Notation = {
  string: (text) => JSON.stringify(text),
  name: (name) => JSON.stringify(name),
  step: '    ',
  null: 'None',
  true: 'True',
  false: 'False',
}

export function javaScriptLiteral(value: unknown, indent = ''): string {
  return literal(value, javaScript, indent)
}

export function pythonLiteral(value: unknown, indent = ''): string {
  return literal(value, python, indent)
}

/** On one line where it fits, else one entry a line; `indent` is that of the line it stands in. */
function literal(value: unknown, notation: Notation, indent: string): string {
  if (value === null || value === undefined) return notation.null
  if (value === true) return notation.true
  if (value === false) return notation.false
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return notation.string(value)
  const isList = Array.isArray(value)
  const entries = (inner: string): string[] =>
    isList
      ? value.map((entry) => literal(entry, notation, inner))
      : Object.entries(value).map(
          ([name, entry]) => `${notation.name(name)}: ${literal(entry, notation, inner)}`,
        )
  const flat = entries(indent)
  if (flat.length === 0) return isList ? '[]' : '{}'
  const space = isList || notation === python ? '' : ' '
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  const line = `${open}${space}${flat.join(', ')}${space}${close}`
  if (!line.includes('\n') && indent.length + line.length <= WIDTH) return line
  const inner = indent + notation.step
  return `${open}\n${entries(inner)
    .map((entry) => `${inner}${entry},\n`)
    .join('')}${indent}${close}`
}

/** For a POSIX shell: nothing in it has a meaning. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** A raw string of Go where it can be one. */
export function goString(text: string): string {
  return /[`\r]/.test(text) || !/["\\\n]/.test(text) ? JSON.stringify(text) : `\`${text}\``
}
