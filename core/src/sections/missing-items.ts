import type { Candidate } from './candidate.ts'
import { type ItemList, isAmendment, isInForce, titleOn } from './items.ts'
import type { PlacedSection } from './section.ts'
import type { Slot } from './slots.ts'

// Items a 10-K or 10-Q cannot do without: missing, they were not found rather than left out.
const MANDATORY = new Set([
  '10k.item_1',
  '10k.item_7',
  '10k.item_8',
  '10q.part1_item_1',
  '10q.part1_item_2',
  '20f.item_3',
  '20f.item_4',
  '20f.item_5',
])
// More items than this missing in a row means that headings were not recognised.
const MAX_ABSENT_RUN = 3

/** `absent` when the items around it were found with confidence and nothing stands between them; otherwise `failed`. */
export function missingSections(context: {
  list: ItemList
  slots: Slot[]
  found: Set<string>
  finished: PlacedSection[]
  candidates: Candidate[]
  formType: string
  filedOn: string
}): PlacedSection[] {
  const { list, slots, found, finished, candidates, formType, filedOn } = context
  const amendment = isAmendment(formType)
  const byKey = new Map(finished.map((section) => [section.section_key, section]))
  const items = slots.map((slot, index) => ({ ...slot, index })).filter((slot) => slot.item !== null)
  // A number alone is not enough: "Item 3" of a contents page may be that of the other part.
  const listed = new Set(
    candidates
      .filter((one) => one.inContents && !one.leftOut && one.similarity >= 0.5)
      .map(({ slot }) => slot),
  )
  const saidLeftOut = new Set(
    candidates
      .filter((one) => one.inContents && one.leftOut && one.similarity >= 0.5)
      .map(({ slot }) => slot),
  )
  const bodyLabels = candidates.some((one) => one.found === 'label' && !one.inContents && !one.prose)
  const anyFound = items.some(({ item }) => item && found.has(item.key))
  const missing: PlacedSection[] = []
  items.forEach(({ item, index }, at) => {
    if (!item || found.has(item.key) || item.optional || !isInForce(item, filedOn)) return
    const before = items.slice(0, at).findLast((one) => one.item && found.has(one.item.key))
    const after = items.slice(at + 1).find((one) => one.item && found.has(one.item.key))
    const previous = before?.item ? byKey.get(before.item.key) : undefined
    const next = after?.item ? byKey.get(after.item.key) : undefined
    const run = items.slice(
      before ? items.indexOf(before) + 1 : 0,
      after ? items.indexOf(after) : items.length,
    )
    const runLength = run.filter(
      (one) => one.item && !one.item.optional && isInForce(one.item, filedOn),
    ).length
    const from = previous?.start ?? 0
    const until = next?.start ?? Number.POSITIVE_INFINITY
    const rival = candidates.some(
      (one) => one.slot === index && !one.inContents && !one.prose && one.start > from && one.start < until,
    )
    const orderly =
      (previous?.status ?? 'ok') === 'ok' &&
      (next?.status ?? 'ok') === 'ok' &&
      (!previous || !next || previous.end <= next.start)
    const mayBeLeftOut = amendment || (list.family.startsWith('10-Q') && item.part === 2)
    let note: string | null = null
    if (listed.size > 0 && !bodyLabels) note = 'cross_reference_index'
    else if (!anyFound) note = 'no_item_found'
    else if (saidLeftOut.has(index) && !rival) note = null
    else if (listed.has(index)) note = 'listed_in_table_of_contents'
    else if (rival) note = 'doubtful_heading'
    else if (!orderly) note = 'neighbours_uncertain'
    else if (found.has(`${item.key}_t`)) note = null
    else if (!amendment && MANDATORY.has(item.key)) note = 'mandatory_item_not_found'
    else if (!mayBeLeftOut && runLength > MAX_ABSENT_RUN) note = 'many_items_not_found'
    missing.push({
      section_key: item.key,
      title: titleOn(item, filedOn),
      status: note ? 'failed' : 'absent',
      boundary_method: 'none',
      confidence: note ? 0 : 0.8,
      start: 0,
      end: 0,
      note:
        note ??
        (amendment
          ? 'amendment'
          : saidLeftOut.has(index)
            ? 'said_to_be_left_out'
            : found.has(`${item.key}_t`)
              ? 'given_as_temporary_item'
              : null),
    })
  })
  return missing
}
