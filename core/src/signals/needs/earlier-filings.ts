import { type EarlierFiling, earlierFilingsOf } from '../../filings/earlier-store.ts'
import type { Need } from '../need.ts'
import { windowBefore } from './window.ts'

/** Earlier filings that name the company, of some forms, in the order of acceptance. */
export function earlierFilings(ask: {
  /** Names the question; see `Need`. */
  name: string
  form_types: readonly string[]
  days: number
}): Need<EarlierFiling[]> {
  return {
    name: ask.name,
    earlier: { form_types: ask.form_types, days: ask.days },
    load: (filing, { sql }) => earlierFilingsOf(sql, filing, windowBefore(filing, ask.days), ask.form_types),
  }
}
