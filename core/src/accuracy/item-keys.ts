import type { Section } from '../sections/section.ts'

/** `10k.item_1a` of a report without parts in its keys, `10q.part2_item_1a` of one with. */
export function itemKey(
  family: '10-K' | '10-Q' | '8-K',
  number: string,
  part?: string | number | null,
): string {
  const item = number.toLowerCase().replace('.', '_')
  if (family === '10-Q') return `10q.part${partNumber(part)}_item_${item}`
  return `${family === '8-K' ? '8k' : '10k'}.item_${item}`
}

/** 2 for `2` and for `ii`. */
export function partNumber(part: string | number | null | undefined): number {
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(String(part ?? '').toLowerCase())
  return roman >= 0 ? roman + 1 : Number(part) || 1
}

const ITEM = /^(?:10k|10ksb|10q|10qsb|8k|20f)\.(?:part\d_)?item_/

export function isItem({ section_key }: Pick<Section, 'section_key'>): boolean {
  return ITEM.test(section_key)
}

/** The text of the item is there, or what stands in its place. */
export function isFound({ status }: Pick<Section, 'status'>): boolean {
  return status === 'ok' || status === 'uncertain'
}

/** The items a text has, without the number that tells two sections of one item apart. */
export function foundItems(sections: readonly Section[]): Set<string> {
  return new Set(
    sections
      .filter((section) => isItem(section) && isFound(section))
      .map(({ section_key }) => itemOf(section_key)),
  )
}

const REPEATED = /^(8k\.item_\d_\d{2}|[a-z0-9]+\.(?:part\d_)?item_\d{1,2}[a-k]?(?:_[at])?)_\d+$/

/** `8k.item_8_01` for `8k.item_8_01_2`, the second section of that item. */
export function itemOf(section_key: string): string {
  return /^8k\.item_\d_\d{2}$/.test(section_key) ? section_key : section_key.replace(REPEATED, '$1')
}
