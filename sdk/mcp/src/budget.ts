/** A part of a text, counted in Unicode code points as the API counts. */
export interface Portion {
  text: string
  offset: number
  returned_chars: number
  total_chars: number
  /** Where to go on; null at the end. */
  next_offset: number | null
}

/** At most `maxChars` code points from `offset` on; never half a character. */
export function portionOf(text: string, offset: number, maxChars: number): Portion {
  let index = 0
  let count = 0
  let from = text.length
  let to = text.length
  let end = 0
  for (; index < text.length; count++) {
    if (count === offset) from = index
    if (count === offset + maxChars) {
      to = index
      end = count
    }
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
  }
  const total = count
  const stop = to === text.length ? total : end
  const begin = Math.min(offset, total)
  return {
    text: text.slice(from, to),
    offset: begin,
    returned_chars: Math.max(0, stop - begin),
    total_chars: total,
    next_offset: stop < total ? stop : null,
  }
}

/** A text cut to `maxChars` code points, with an ellipsis as the last of them when something is missing. */
export function shortened(text: string, maxChars: number): string {
  const { text: head, next_offset } = portionOf(text, 0, maxChars)
  return next_offset === null ? text : `${portionOf(head, 0, maxChars - 1).text}…`
}
