import type { LabelStyle } from './item-label.ts'
import { type CatalogueItem, type ItemList, isCredible, isInForce } from './items.ts'
import { squeeze, titlesOf } from './title-match.ts'

/** A place in the form's order that a heading can take: a part, or an item. */
export interface Slot {
  kind: 'part' | 'item'
  part: number | null
  item: CatalogueItem | null
}

export interface SlotList {
  slots: Slot[]
  style: LabelStyle
  filedOn: string
}

/** The slots of an item list at a filing date: a part before its first item. */
export function slotsOf(list: ItemList, filedOn: string): Slot[] {
  const slots: Slot[] = []
  let part: number | null = null
  for (const item of list.items) {
    const { formerPart } = item
    const own = formerPart && filedOn < formerPart.until ? formerPart.part : item.part
    if (own !== part) {
      part = own
      slots.push({ kind: 'part', part, item: null })
    }
    slots.push({ kind: 'item', part: own, item })
  }
  return slots
}

export function slotsByNumber(list: SlotList): Map<string, number[]> {
  const map = new Map<string, number[]>()
  list.slots.forEach(({ item }, index) => {
    if (item && isCredible(item, list.filedOn)) map.set(item.number, [...(map.get(item.number) ?? []), index])
  })
  // "9A(T)" lives on in templates; once the form had it no longer, it can only mean item 9A.
  list.slots.forEach(({ item }) => {
    if (!item?.until || isInForce(item, list.filedOn)) return
    const permanent = map.get(item.number.replace(/\(?T\)?$/, ''))
    if (permanent && /T/.test(item.number)) map.set(item.number, permanent)
  })
  return map
}

/** Titles that find their item without its number, squeezed; those of a lettered item with their letter. */
export function slotsByTitle(list: SlotList): Map<string, number[]> {
  const map = new Map<string, number[]>()
  list.slots.forEach(({ item }, index) => {
    if (!item || (!item.distinctive && !item.letter) || !isInForce(item, list.filedOn)) return
    const letter = item.letter?.toLowerCase() ?? ''
    for (const title of new Set(titlesOf(item).map((one) => letter + squeeze(one)))) {
      if (title === 'reserved' || title === 'removedandreserved') continue
      map.set(title, [...(map.get(title) ?? []), index])
    }
  })
  return map
}

export function slotsOfParts(list: SlotList): Map<number, number> {
  const map = new Map<number, number>()
  list.slots.forEach(({ kind, part }, index) => {
    if (kind === 'part' && part !== null) map.set(part, index)
  })
  return map
}
