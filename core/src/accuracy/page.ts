import { join } from 'node:path'
import { type CheckResult, rateAfterReview, rateOf } from './measure.ts'

/** The page of the portal with the figures and every disagreement that remains. */
export const PAGE = join(import.meta.dirname, '../../../docs-site/content/docs/concepts/accuracy.mdx')

const VERDICTS = {
  ours_wrong: 'ours wrong',
  theirs_wrong: 'theirs wrong',
  definition_differs: 'definition differs',
  unreviewed: 'not reviewed',
}

/** The page as the last measurement and the review files make it. */
export function pageOf(results: readonly CheckResult[]): string {
  return `---
title: Accuracy
description: How our reading of filings compares with what other parsers and hand checks say about the same filings.
---

{/* Written by npm run accuracy -- --write-page from core/src/accuracy/reviews; do not edit. */}

We read about 2,350 real EDGAR files of 1993 to 2026 and compare what we read with the expectations of other open parsers,
with hand-written checks, and with the SEC's own data. Nothing in a check knows a company or a filing by name. A case is one
value of one filing that somebody else also states; where we disagree, a person looked at the filing.

| check | compared with | cases | agreed | rate | after review | at least |
|---|---|---|---|---|---|---|
${results.map(row).join('\n')}

"After review" counts a disagreement as settled when the filing itself shows that the other side is wrong, or that both are
right by different definitions. What we got wrong stays counted against us.

${results
  .filter(({ disagreements }) => disagreements.length > 0)
  .map(disagreementsOf)
  .join('\n')}`
}

function row(result: CheckResult): string {
  const { name, source, cases, agreed, at_least } = result
  const least = at_least === null ? 'reported' : percent(at_least)
  const rates = `${percent(rateOf(result))} | ${percent(rateAfterReview(result))} | ${least}`
  return `| ${cell(name)} | ${cell(source)} | ${cases} | ${agreed} | ${rates} |`
}

function disagreementsOf({ name, disagreements }: CheckResult): string {
  const rows = disagreements.map(
    ({ case: what, ours, theirs, review }) =>
      `| ${cell(what)} | ${cell(short(ours))} | ${cell(short(theirs))} | ${VERDICTS[review?.verdict ?? 'unreviewed']} | ${cell(review?.reason ?? '')} |`,
  )
  return `## ${name}

| case | ours | theirs | verdict | reason |
|---|---|---|---|---|
${rows.join('\n')}
`
}

const MAX_SHOWN = 80

function short(value: string): string {
  const characters = [...value]
  return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN).join('')}…` : value
}

/** Text of anybody as the cell of a table in MDX. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~$&#]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function percent(rate: number | null): string {
  return rate === null ? '–' : `${(Math.floor(rate * 10_000) / 100).toFixed(2)} %`
}
