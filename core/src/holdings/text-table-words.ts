import { numberOf } from '../form-xml/values.ts'

/** A word of a line with its place in it. */
export interface Word {
  text: string
  start: number
  end: number
}

const MAX_WORDS = 40

export function wordsOf(line: string, from: number): Word[] {
  const words: Word[] = []
  for (const match of line.slice(from).matchAll(/\S+/g)) {
    if (words.length === MAX_WORDS) break
    const start = from + match.index
    words.push({ text: match[0], start, end: start + match[0].length })
  }
  return words
}

type Votes = [number | null, number | null, number | null]

/**
 * Tells other managers from the three voting figures at the end of a row. Columns may be empty, so every way to place the
 * figures in order is tried: the one that lies closest to the headings wins, and one whose figures add up to the shares
 * wins over any that does not.
 */
export function closestVotes(
  words: Word[],
  columns: { managers: number | null; votes: number[] } | null,
  shares: number | null,
): { managers: string[]; votes: Votes } {
  let best: { cost: number; managers: string[]; votes: Votes } | undefined
  for (let kept = 0; kept <= Math.min(3, words.length); kept++) {
    const tail = words.slice(words.length - kept)
    const figures = tail.map(({ text }) => (/^X$/i.test(text) ? null : numberOf(text)))
    if (tail.some(({ text }, index) => figures[index] === null && !/^X$/i.test(text))) break
    const managers = words.slice(0, words.length - kept)
    for (const places of placesOf(kept)) {
      const votes: Votes = [null, null, null]
      let cost = 0
      for (const [index, place] of places.entries()) {
        votes[place] = figures[index] ?? shares
        if (columns) cost += distance(tail[index] as Word, columns.votes[place] as number)
        else cost += place - index
      }
      for (const word of managers) {
        cost += columns?.managers != null ? distance(word, columns.managers) : 20
      }
      const sum = votes.reduce((total: number, vote) => total + (vote ?? 0), 0)
      if (shares !== null && sum === shares) cost -= 1000
      if (!best || cost < best.cost) best = { cost, managers: managers.flatMap(numbersOf), votes }
    }
  }
  return best ? { managers: best.managers, votes: best.votes } : { managers: [], votes: [null, null, null] }
}

/** `1,2,4` or `No. 2` as `1`, `2`, `4`. */
function numbersOf({ text }: Word): string[] {
  return text.split(/[,;/&]/).filter((part) => /^\d{1,3}$|^[A-Z]{1,3}$/.test(part))
}

/** Distance of a word from the middle of a heading, in characters. */
function distance({ start, end }: Word, middle: number): number {
  return middle >= start && middle <= end ? 0 : Math.min(Math.abs(start - middle), Math.abs(end - middle))
}

/** The ways to put so many figures in order into three columns. */
function placesOf(count: number): number[][] {
  if (count === 0) return [[]]
  if (count === 1) return [[0], [1], [2]]
  return count === 2
    ? [
        [0, 1],
        [0, 2],
        [1, 2],
      ]
    : [[0, 1, 2]]
}
