/**
 * Puts values in the place of `{{name}}`. A value of several lines is indented like its place, a line of nothing but an empty
 * value is dropped. Throws when a name has no value, or a value no place: both are mistakes that would stay unseen.
 */
export function fillTemplate(template: string, values: Record<string, string>): string {
  const used = new Set<string>()
  const filled = (name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The template asks for ${name}, which has no value.`)
    used.add(name)
    return value
  }
  const text = template
    .replace(/^([ \t]*)\{\{(\w+)\}\}\n/gm, (_, indent: string, name: string) => {
      const value = filled(name)
      return value === '' ? '' : `${indented(value, indent.length)}\n`
    })
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => filled(name))
  const unused = Object.keys(values).filter((name) => !used.has(name))
  if (unused.length > 0) throw new Error(`The template has no place for ${unused.join(', ')}.`)
  return text
}

export function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by))
}
