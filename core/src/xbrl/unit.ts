import type { XmlElement } from '../documents/xml-reader.ts'

const MAX_MEASURES = 16
const MAX_MEASURE = 128

/**
 * What a number counts, as the SEC writes it: the local name of the measure (`USD`, `shares`, `pure`), a product with `*`,
 * a quotient with `/`. Null when the unit has no measure.
 */
export function readUnit(element: XmlElement): string | null {
  const divide = element.children.find(({ name }) => name === 'divide')
  if (divide === undefined) return product(element)
  const numerator = product(divide.children.find(({ name }) => name === 'unitNumerator'))
  const denominator = product(divide.children.find(({ name }) => name === 'unitDenominator'))
  return numerator === null || denominator === null ? null : `${numerator}/${denominator}`
}

/** Measures in the order of the alphabet: a unit does not depend on how its filer ordered them. */
function product(element: XmlElement | undefined): string | null {
  const measures: string[] = []
  for (const { name, text } of element?.children ?? []) {
    if (name !== 'measure' || measures.length >= MAX_MEASURES) continue
    const written = text.trim()
    const local = written.slice(written.indexOf(':') + 1).slice(0, MAX_MEASURE)
    if (local !== '') measures.push(local)
  }
  return measures.length === 0 ? null : measures.sort().join('*')
}
