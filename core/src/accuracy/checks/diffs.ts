import { applyDiff, diffSteps } from '../../diffs/apply-diff.ts'
import { diffTexts } from '../../diffs/diff-texts.ts'
import { sha256 } from '../../sha256.ts'
import type { Check, Comparison } from '../check.ts'
import type { Corpus, CorpusFile } from '../corpus.ts'
import { hasMainText, mainTextOf } from '../main-text.ts'

/** Pairs of texts that have nothing to do with one another. */
const RANDOM_PAIRS = 300

interface Part {
  path: string
  section_key: string
  text: string
}

export const diffsCheck: Check = {
  name: 'every diff applies back',
  source: 'sections of successive filings, and of random pairs',
  at_least: 1,

  *compare(corpus) {
    const parts: Part[] = []
    let before: { file: CorpusFile; parts: Part[] } | undefined
    for (const file of corpus.files.filter(hasMainText).toSorted(byCompanyAndDate)) {
      const current = { file, parts: partsOf(corpus, file) }
      if (before && before.file.cik === file.cik && formOf(before.file) === formOf(file)) {
        for (const right of current.parts) {
          const left = before.parts.find(({ section_key }) => section_key === right.section_key)
          if (left) yield appliedBothWays(left, right)
        }
      }
      parts.push(...current.parts)
      before = current
    }
    const next = numbers(parts.length)
    for (let count = 0; count < RANDOM_PAIRS && parts.length > 0; count++) {
      yield appliedBothWays(parts[next()] as Part, parts[next()] as Part)
    }
  },
}

function formOf({ form }: CorpusFile): string {
  return form.replace(/\/A$/, '')
}

function byCompanyAndDate(one: CorpusFile, other: CorpusFile): number {
  const key = (file: CorpusFile) =>
    [file.cik, formOf(file), file.filing_date || file.period, file.path].join('\t')
  return key(one) < key(other) ? -1 : 1
}

/** The whole text of the main document, and its sections. */
function partsOf(corpus: Corpus, file: CorpusFile): Part[] {
  const main = mainTextOf(corpus, file)
  if (!main) return []
  const { text } = main.text
  return [
    { path: file.path, section_key: 'document', text },
    ...main.sections
      .filter(({ start, end }) => end > start)
      .map(({ section_key, start, end }) => ({ path: file.path, section_key, text: text.slice(start, end) })),
  ]
}

/** The right text made of the left one and the left one of the right, against the texts themselves. */
function appliedBothWays(left: Part, right: Part): Comparison {
  const { hunks } = diffTexts(left.text, right.text)
  const forward = applyDiff(left.text, diffSteps(hunks, right.text))
  const backward = applyDiff(right.text, diffSteps(hunks, left.text, 'backward'))
  const ours = `${sha256(forward)} ${sha256(backward)}`
  const theirs = `${sha256(right.text)} ${sha256(left.text)}`
  return {
    case: `${left.path} ${left.section_key} / ${right.path} ${right.section_key}`,
    ours,
    theirs,
    agreed: ours === theirs,
  }
}

/** The same numbers below a bound on every run. */
function numbers(bound: number): () => number {
  let state = 1
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * bound)
  }
}
