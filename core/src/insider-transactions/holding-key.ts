import type { OwnershipRow } from './ownership-document.ts'

// "Common Stock, par value $0.01 per share" is the Common Stock of the next form.
const PAR_VALUE = /[\s,(]*(?:\$?\s?[\d.]+\s+par|(?:no\s+)?par)\s+value.*$/i
/** "See Footnote (3)" says nothing about who holds; the footnote does. */
const ELSEWHERE = /\b(?:foot)?notes?\b|\bexplanation|\bremarks?\b/i
const MAX_CHARS = 600

/**
 * What makes the balances of two rows one position: the table, the security, the way it is held and, for derivatives, its
 * terms. A way that is only written in a footnote is that footnote: an owner may hold through several entities and call each
 * of them "See Footnote".
 */
export function holdingKey(
  row: Pick<
    OwnershipRow,
    | 'table'
    | 'security_title'
    | 'direct_or_indirect'
    | 'nature_of_ownership'
    | 'exercise_price'
    | 'expiration_date'
    | 'field_footnotes'
  >,
): string {
  const title = words(row.security_title.replace(PAR_VALUE, '')) || words(row.security_title)
  const terms =
    row.table === 'derivative' ? [String(row.exercise_price ?? ''), row.expiration_date ?? ''] : []
  return [row.table, title, row.direct_or_indirect ?? '', wayOfHolding(row), ...terms].join('|')
}

/** How an indirect holding is held, with the footnotes that say it. */
export function natureFootnotes(row: Pick<OwnershipRow, 'field_footnotes'>): string[] {
  return row.field_footnotes.flatMap(({ field, text }) =>
    text !== null && (field === 'nature_of_ownership' || field === 'direct_or_indirect') ? [text] : [],
  )
}

function wayOfHolding(
  row: Pick<OwnershipRow, 'nature_of_ownership' | 'direct_or_indirect' | 'field_footnotes'>,
) {
  const nature = row.nature_of_ownership ?? ''
  const isElsewhere = ELSEWHERE.test(nature) || (nature === '' && row.direct_or_indirect === 'I')
  return words(isElsewhere ? [nature, ...natureFootnotes(row).map(ending)].join(' ') : nature)
}

/** Footnotes of one group begin alike and end with the entity, or the other way round: both ends are kept. */
function ending(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 80)} ${text.slice(-80)}`
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .slice(0, MAX_CHARS)
}
