import type { DocumentWords } from '../document-words.ts'
import { monthsOfMay } from './word-forms.ts'

/** Words that look ahead wherever they stand. */
const AHEAD =
  'will may might could should expect expects expecting anticipate anticipates anticipating intend intends intending foresee foresees forecast forecasts predict predicts hope hopes hoping aim aims upcoming'.split(
    ' ',
  )
/** Verbs of plans that are nouns as well (the pension plan, the project): only after one who plans, or before `to`. */
const VERB_OR_NOUN =
  'plan plans project projects estimate estimates target targets seek seeks believe believes'.split(' ')
/** Participles that look ahead before `to`: "is expected to"; not "was expected to", "as expected". */
const PARTICIPLES =
  'expected anticipated projected forecasted planned scheduled intended likely unlikely'.split(' ')
const PLANNERS = 'we management company it they'.split(' ')
const PAST = 'was were had been'.split(' ')
/** Nouns that look ahead after one of these: next year, coming months. */
const COMING = 'next coming foreseeable near'.split(' ')
const TIMES = 'year years quarter quarters month months twelve fiscal future term'.split(' ')

const ROLES: readonly (readonly [number, readonly string[]])[] = [
  [1, AHEAD],
  [2, VERB_OR_NOUN],
  [4, PARTICIPLES],
  [8, PLANNERS],
  [16, PAST],
  [32, COMING],
  [64, TIMES],
  [128, ['to']],
]

const listedRoles = new Map<string, number>()
for (const [role, words] of ROLES) {
  for (const word of words) listedRoles.set(word, (listedRoles.get(word) ?? 0) | role)
}

export const FORWARD_LOOKING_CUES = {
  anywhere: AHEAD,
  after_a_planner_or_before_to: VERB_OR_NOUN,
  before_to_and_not_past: PARTICIPLES,
  planners: PLANNERS,
  past: PAST,
  coming: COMING,
  times: TIMES,
} as const

/** Tells how many cues of looking ahead there are in a stretch of words. */
export function forwardLookingCues(
  words: DocumentWords,
  text: string,
): (first: number, end: number) => number {
  const months = monthsOfMay(words, text)
  const roles = Uint8Array.from(words.vocabulary, (word) => listedRoles.get(word) ?? 0)
  return (first, end) => {
    const role = (word: number) =>
      word >= first && word < end ? (roles[words.words[word] as number] as number) : 0
    let cues = 0
    for (let word = first; word < end; word++) {
      const own = roles[words.words[word] as number] as number
      if (own === 0 || months.has(word)) continue
      // "It was believed it would": what had been expected is no longer ahead.
      const past = ((role(word - 1) | role(word - 2)) & 16) !== 0
      if (own & 1) cues++
      else if (own & 2 && (role(word - 1) & 8 || (role(word + 1) & 128 && !(own & 16)))) cues++
      else if (own & 4 && role(word + 1) & 128 && !past) cues++
      else if (own & 32 && role(word + 1) & 64) cues++
    }
    return cues
  }
}

const SAFE_HARBOR = new Set(['forward-looking', 'safe-harbor', 'safe-harbour'])

/** Whether a stretch of words speaks of forward-looking statements: the paragraph that asks for the safe harbor. */
export function safeHarbor(words: DocumentWords): (first: number, end: number) => boolean {
  const { vocabulary } = words
  const single = Uint8Array.from(vocabulary, (word) => (SAFE_HARBOR.has(word) ? 1 : 0))
  const number = (word: string) => vocabulary.indexOf(word)
  const pairs = [
    [number('forward'), number('looking')],
    [number('safe'), number('harbor')],
    [number('safe'), number('harbour')],
  ].filter(([one, other]) => one !== -1 && other !== -1)
  return (first, end) => {
    for (let word = first; word < end; word++) {
      const own = words.words[word] as number
      if (single[own] === 1) return true
      if (word + 1 < end && pairs.some(([one, other]) => one === own && other === words.words[word + 1]))
        return true
    }
    return false
  }
}
