/** The fields and functions of Cloudflare's rules language that we use. */
const FIELDS = new Set([
  ...['http.host', 'http.request.uri.path', 'http.request.method', 'ssl', 'cf.threat_score', 'cf.client.bot'],
])
const FUNCTIONS = new Set(['starts_with'])
const OPERATORS = new Set(['eq', 'ne', 'gt', 'lt', 'in', 'and', 'or', 'not', 'true'])

/** What is wrong with an expression of a rule, as sentences. A rule with a wrong one is refused, and with it all the others. */
export function expressionFaults(expression: string): string[] {
  const faults: string[] = []
  const withoutTexts = expression.replace(/"[^"]*"/g, ' ')
  if (withoutTexts.includes('"')) faults.push('a text does not end')
  let depth = 0
  for (const sign of withoutTexts) {
    if (sign === '(' || sign === '{') depth += 1
    if (sign === ')' || sign === '}') depth -= 1
    if (depth < 0) break
  }
  if (depth !== 0) faults.push('its brackets do not close')
  for (const [word] of withoutTexts.matchAll(/[a-z_][\w.]*/gi)) {
    if (!FIELDS.has(word) && !FUNCTIONS.has(word) && !OPERATORS.has(word)) faults.push(`${word} is not known`)
  }
  return faults
}
