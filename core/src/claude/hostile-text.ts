import { normalisedText } from './normalised-text.ts'

/**
 * Words that speak to a reader who is a program. They are no proof of anything: a paragraph with one is asked about alone, so
 * that what it does to the reply it does to its own.
 */
const PATTERNS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules?|above|previous|prior|earlier)\b/,
  /\b(?:system|developer|hidden) (?:prompt|message|instructions?)\b/,
  /\byou are (?:now )?(?:an? |the )?(?:ai|assistant|language model|chatbot|claude|gpt|helpful)\b/,
  /\b(?:as|dear|attention|note to) (?:an? |the |all )?(?:ai|llms?|language models?|assistants?|claude|chatgpt)\b/,
  /\b(?:ai|llm|language model|automated) (?:assistants?|readers?|agents?|systems?|models?)? ?(?:must|should|shall|reading|processing|analy[sz]ing|parsing)\b/,
  /\b(?:respond|reply|answer|output|return|print|write)\b.{0,20}\b(?:only|with|exactly|the following|json|verbatim)\b.{0,30}\b(?:json|findings|label|string|text|word|value)\b/,
  /\bdo not (?:report|mention|flag|extract|quote|include)\b/,
  /\b(?:report|classify|label|mark|treat|rate)\b.{0,30}\bas (?:very )?(?:positive|negative|immaterial|wording|favou?rable|neutral|not_material|raised)\b/,
  /<\/?(?:system|assistant|user|human|instructions?|filing|admin|tool|function|prompt)\b/,
  /\[\/?(?:inst|system|assistant)\]|<\|/,
  /(?:^|\n)\s*(?:human|assistant|system|user)\s*:/,
  /"(?:findings|abstain|paragraph_id|prior_quote)"/,
  /(?:^|\n)\s*\[[po]\d{4}\]/,
  /\bfiling-text-/,
  /!\[[^\]\n]{0,80}\]\(|\bjavascript:|<script\b|<img\b/,
  /```/,
  /[a-z0-9+/]{120,}={0,2}/,
  /(?:\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|%[0-9a-f]{2}){6}/,
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

/** Whether a text holds what could be meant for the reader instead of the investor. Linear in the text. */
export function looksLikeInstructions(text: string): boolean {
  if (UNICODE_TAGS.test(text) || HIDDEN_INSIDE.test(text)) return true
  const lines = text.split('\n').map((line) => normalisedText(line).text.toLowerCase())
  const plain = lines.join('\n')
  if (MIXED_WORD.test(plain)) return true
  const folded = plain.replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter)
  const joined = folded.replaceAll('\n', ' ')
  if (PATTERNS.some((pattern) => pattern.test(folded) || pattern.test(joined))) return true
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  const foreign = plain.match(/[^\P{L}\p{Script=Latin}]/gu)?.length ?? 0
  return letters > 40 && foreign > letters / 5
}
