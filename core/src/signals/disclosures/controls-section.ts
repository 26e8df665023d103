import type { Section } from '../../sections/section.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'

/** Items in which management says whether controls are effective, by form, the usual one first. */
const CONTROLS: Record<string, readonly string[]> = {
  '10-K': ['10k.item_9a', '10k.item_9a_t', '10k.item_14'],
  '10-KSB': ['10ksb.item_8a', '10ksb.item_8a_t', '10ksb.item_14'],
  '10-Q': ['10q.part1_item_4', '10q.part1_item_4t'],
  '10-QSB': ['10qsb.part1_item_3', '10qsb.part1_item_3a_t'],
}

/** Reports filed from this day on have the item (Release 33-8124). */
const ITEM_SINCE = '2002-08-29'

export type ControlsSections =
  | { status: 'read'; sections: Section[] }
  | { status: 'not_applicable' | 'insufficient_data'; reason: string; sections: [] }

/** The items about controls, or why there are none to read. */
export function controlsSections(filing: FilingUnderRead, document: ReadDocument): ControlsSections {
  const form = filing.form_type.replace(/\/A$/, '')
  const keys =
    CONTROLS[form === '10-KT' ? '10-K' : form === '10-QT' ? '10-Q' : form.replace(/(KSB)40$|405$/, '$1')] ??
    []
  const of = document.sections.filter(({ section_key }) => keys.includes(section_key))
  // Item 14 was about controls for a year only; since then its number belongs to the fees of accountants.
  const about = of.filter(
    ({ section_key, title }) => !section_key.endsWith('item_14') || /control/i.test(title ?? ''),
  )
  const readable = about.filter(({ status, start, end }) => status === 'ok' && end > start)
  if (readable.length > 0) return { status: 'read', sections: readable }
  const filedOn = filing.submission.header.filing_date ?? filing.accepted_at.slice(0, 10)
  if (filedOn < ITEM_SINCE)
    return { status: 'not_applicable', reason: 'controls_item_not_in_force', sections: [] }
  if (filing.form_type.endsWith('/A'))
    return { status: 'not_applicable', reason: 'amendment_says_nothing', sections: [] }
  if (about.some(({ status }) => status === 'uncertain'))
    return { status: 'insufficient_data', reason: 'controls_section_uncertain', sections: [] }
  if (about.some(({ status }) => status === 'absent'))
    return { status: 'not_applicable', reason: 'controls_section_absent', sections: [] }
  return { status: 'insufficient_data', reason: 'controls_section_not_found', sections: [] }
}
