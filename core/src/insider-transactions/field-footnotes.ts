import type { FieldFootnote } from './ownership-document.ts'
import type { XmlElement } from './xml-tree.ts'

/** The elements of a row that carry footnotes, by our names of the fields. */
const FIELDS: Record<string, string> = {
  securityTitle: 'security_title',
  transactionDate: 'transaction_date',
  deemedExecutionDate: 'deemed_execution_date',
  // The schema ties a footnote on the code, the form type or the swap box to the three together.
  transactionCoding: 'transaction_code',
  transactionTimeliness: 'transaction_timeliness',
  transactionShares: 'shares',
  transactionTotalValue: 'transaction_total_value',
  transactionPricePerShare: 'price_per_share',
  transactionAcquiredDisposedCode: 'acquired_disposed',
  conversionOrExercisePrice: 'exercise_price',
  exerciseDate: 'exercise_date',
  expirationDate: 'expiration_date',
  underlyingSecurityTitle: 'underlying_security_title',
  underlyingSecurityShares: 'underlying_shares',
  underlyingSecurityValue: 'underlying_value',
  sharesOwnedFollowingTransaction: 'shares_owned_following',
  valueOwnedFollowingTransaction: 'value_owned_following',
  directOrIndirectOwnership: 'direct_or_indirect',
  natureOfOwnership: 'nature_of_ownership',
}
// The form has at most 99 footnotes, and a field of a real filing a handful.
const MAX_PER_ROW = 500

/** The footnotes of a row, each tied to the field that refers to it, in document order. The tree is at most 256 deep. */
export function fieldFootnotes(row: XmlElement, texts: ReadonlyMap<string, string>): FieldFootnote[] {
  const found: FieldFootnote[] = []
  addFootnotes(row, texts, found)
  return found
}

function addFootnotes(element: XmlElement, texts: ReadonlyMap<string, string>, found: FieldFootnote[]): void {
  for (const child of element.children) {
    const id = child.name === 'footnoteId' ? child.attributes.id : undefined
    if (id === undefined) {
      if (child.children.length > 0) addFootnotes(child, texts, found)
    } else if (found.length < MAX_PER_ROW) {
      const field = FIELDS[element.name] ?? element.name
      found.push({ field, footnote_id: id, text: texts.get(id) ?? null })
    }
  }
}
