const MAX_RANGES = 20

/** The media ranges of an `Accept` header, best first; ranges of equal quality keep their order. */
function rangesOf(accept: string): string[] {
  return accept
    .split(',', MAX_RANGES)
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      const q = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
      return { type, q: Number.isFinite(q) ? q : 0 }
    })
    .filter((range) => range.type !== '' && range.q > 0)
    .sort((a, b) => b.q - a.q)
    .map((range) => range.type)
}

/** True when the caller wants something other than JSON: on a document that means its original bytes. */
export function prefersBytes(accept: string | undefined): boolean {
  const [best] = rangesOf(accept ?? '')
  if (best === undefined || best === '*/*' || best === 'application/*') return false
  return best !== 'application/json' && !best.endsWith('+json')
}

/** True when the caller wants plain text (or Markdown, or HTML) rather than an envelope of JSON. */
export function prefersText(accept: string | undefined): boolean {
  return preferredText(accept) !== undefined
}

/** The media type of text the caller prefers to everything else, such as `text/html`. */
export function preferredText(accept: string | undefined): string | undefined {
  const [best] = rangesOf(accept ?? '')
  return best?.startsWith('text/') ? best : undefined
}

/** True when one of the media types is allowed. A header that names nothing allows everything. */
export function acceptsAny(accept: string, offered: readonly string[]): boolean {
  const ranges = rangesOf(accept)
  if (accept.trim() === '') return true
  return ranges.some((range) =>
    offered.some(
      (type) =>
        range === '*/*' ||
        range === type ||
        (range.endsWith('/*') && type.startsWith(range.slice(0, -1))) ||
        // Whoever reads problems reads JSON.
        (range.endsWith('+json') && type === 'application/json'),
    ),
  )
}

/** Of the media types offered the one the caller prefers; the first offered when the caller has no preference. */
export function preferredOf(accept: string | undefined, offered: readonly string[]): string | undefined {
  for (const range of rangesOf(accept ?? '')) {
    const found = offered.find(
      (type) =>
        range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1))),
    )
    if (found) return found
  }
  return offered[0]
}
