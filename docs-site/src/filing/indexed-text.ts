/**
 * A text whose positions are known both ways: the API counts code points, JavaScript slices UTF-16 units, and the two
 * drift apart after the first emoji.
 */
export interface IndexedText {
  text: string
  /** Code points of the whole text. */
  length: number
  /** The UTF-16 index of a code point; positions outside are moved to the nearest end. */
  unitOf(codePoint: number): number
  /** The code point at a UTF-16 index. */
  codePointOf(unit: number): number
}

/** Code points between two remembered positions: a walk is never longer. */
const STRIDE = 1024

export function indexText(text: string): IndexedText {
  const units: number[] = []
  let length = 0
  for (let unit = 0; unit < text.length; unit += widthAt(text, unit)) {
    if (length % STRIDE === 0) units.push(unit)
    length++
  }
  return {
    text,
    length,
    unitOf(codePoint) {
      const wanted = Math.min(Math.max(codePoint, 0), length)
      if (wanted === length) return text.length
      const stride = Math.floor(wanted / STRIDE)
      let unit = units[stride] ?? 0
      for (let at = stride * STRIDE; at < wanted; at++) unit += widthAt(text, unit)
      return unit
    },
    codePointOf(unit) {
      const wanted = Math.min(Math.max(unit, 0), text.length)
      let stride = 0
      for (let last = units.length - 1; stride < last; ) {
        const middle = Math.ceil((stride + last) / 2)
        if ((units[middle] ?? 0) <= wanted) stride = middle
        else last = middle - 1
      }
      let codePoint = stride * STRIDE
      for (let at = units[stride] ?? 0; at < wanted; at += widthAt(text, at)) codePoint++
      return codePoint
    },
  }
}

function widthAt(text: string, unit: number): 1 | 2 {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
}
