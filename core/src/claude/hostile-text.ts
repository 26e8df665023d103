import { normalisedText } from './normalised-text.ts'

/** Words that no investor is meant by: orders to a program, the form of its replies, text that is made not to be seen. */
const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|directions?|guidelines)\b/,
  /\b(?:ignorier\w*|ignora\w*|ignorez|oubli\w*|olvid\w*|vergi\w*|negeer|ignorar?)\b.{0,40}\b(?:anweisung\w*|instruc\w*|consignes|istruzioni|instructies)\b/,
  /\b(?:system|developer|hidden) (?:prompt|message|instructions?)\b/,
  /\byou are (?:now )?(?:an? |the )?(?:ai|assistant|language model|chatbot|claude|gpt|helpful)\b/,
  /\b(?:dear|attention|note to|hey|hello) (?:an? |the |all |any )?(?:ai|llms?|language models?|assistants?|claude|chatgpt|gpt)\b(?! (?:products?|services?|and|solutions?|applications?|technolog|act|models?|systems?|chips?))/,
  /\b(?:ai|llm|language models?|automated|machine)(?: (?:assistants?|readers?|agents?|systems?|models?))? (?:reading|processing|analy[sz]ing|parsing|summari[sz]ing) (?:this|the|our)\b/,
  /\b(?:respond|reply|answer|output|return|print)\b.{0,20}\b(?:only|with|exactly|the following|verbatim)\b.{0,30}\b(?:json|findings|label|string|word|value)\b/,
  /\b(?:classify|label|mark|rate|tag|score|grade)\b.{0,30}\bas (?:very[ _])?(?:positive|negative|immaterial|wording|favou?rable|neutral|not[ _]material|raised|present|remediated|competition|bullish|bearish)\b/,
  /<\/?(?:system|assistant|user|human|instructions?|filing|admin|tool|function|prompt)\b/,
  /\[\/?(?:inst|system|assistant)\]|<\|/,
  /(?:^|\n)\s*(?:human|assistant|system|user)\s*:/,
  /[{,]\s*["'][a-z_]{2,30}["']\s*:/,
  /(?:^|\n)\s*\[[po]\d{4}\]/,
  /\bfiling-text-/,
  /!\[[^\]\n]{0,80}\]\(|\bjavascript:|<script\b|<img\b/,
  // Three backticks, after normalisation.
  /'''/,
  /(?:\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|%[0-9a-f]{2}){6}/,
]

/** Words that could be: companies write about such programs, and about rules. */
const HINTS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:rules?|above|previous|prior|earlier)\b/,
  /\bas an? (?:ai|llm|language model|assistant|chatbot)\b/,
  /\b(?:ai|llm|language model|automated) (?:assistants?|readers?|agents?) (?:must|should|shall)\b/,
  /\bdo not (?:report|mention|flag) (?:this|the|any)\b/,
]

/** Letters of other scripts that are drawn like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  ո: 'n',
  ӏ: 'l',
  α: 'a',
  ε: 'e',
  ι: 'i',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  ν: 'v',
  κ: 'k',
}
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'gu')
const MIXED_WORD = /[a-z][\u0370-\u058f]|[\u0370-\u058f][a-z]/u
const HIDDEN_INSIDE = /[\p{L}\p{N}][\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069]+[\p{L}\p{N}]/u
/** Tags of Unicode, which are drawn as nothing and spell ASCII. */
const UNICODE_TAGS = /[\u{e0000}-\u{e007f}]/u

/** Sixty characters of base64 in one piece, with all three kinds of them; no word and no address is so long. */
const ENCODED = /[A-Za-z0-9+/]{60,}/g

/**
 * Whether a text holds what is meant for the reader instead of the investor (`orders`), or could be (`hints`). Linear in the
 * text.
 */
export function instructionsIn(text: string): 'none' | 'hints' | 'orders' {
  if (UNICODE_TAGS.test(text) || HIDDEN_INSIDE.test(text)) return 'orders'
  for (const [run] of text.matchAll(ENCODED)) {
    if (/[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run)) return 'orders'
  }
  const lines = text.split('\n').map((line) => normalisedText(line).text.toLowerCase())
  const plain = lines.join('\n')
  if (MIXED_WORD.test(plain)) return 'orders'
  const folded = plain.replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter)
  const joined = folded.replaceAll('\n', ' ')
  const holds = (patterns: readonly RegExp[]) =>
    patterns.some((pattern) => pattern.test(folded) || pattern.test(joined))
  if (holds(ORDERS)) return 'orders'
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  const foreign = plain.match(/[^\P{L}\p{Script=Latin}]/gu)?.length ?? 0
  if (letters > 40 && foreign > letters / 5) return 'orders'
  return holds(HINTS) ? 'hints' : 'none'
}

export function looksLikeInstructions(text: string): boolean {
  return instructionsIn(text) !== 'none'
}
