import type { StatedFact } from '../../facts/stated-fact.ts'
import { yesOrNo } from '../reported-facts/stated.ts'

const INDIVIDUAL_AXIS = 'ecd:IndividualAxis'
const ARRANGEMENT_AXIS = 'ecd:TradingArrAxis'

/** Facts of one person's trading arrangement (Item 408(a) of Regulation S-K). */
export interface TradingArrangement {
  /** Members of the axes: what tells this arrangement from the others of the filing. */
  key: string
  person: string | null
  title: string | null
  adopted_on: string | null
  terminated_on: string | null
  /** Dates as printed. */
  adopted_text: string | null
  terminated_text: string | null
  adopted: boolean
  terminated: boolean
  /** Flags and dates contradict each other. */
  doubtful: boolean
  plan: 'rule_10b5_1' | 'other' | null
  shares: number | null
  /** As tagged: `P365D`. */
  duration: string | null
  expires_text: string | null
  facts: StatedFact[]
}

/**
 * The arrangements a filing tags, in the order of the document. What is said of a person counts for each arrangement of that
 * person; what the filing says once for all, without a person, for those who say nothing themselves.
 */
export function tradingArrangements(facts: readonly StatedFact[]): TradingArrangement[] {
  const groups = new Map<string, StatedFact[]>()
  const general: StatedFact[] = []
  for (const fact of facts) {
    if (!fact.concept.startsWith('ecd:') || !ABOUT_ARRANGEMENTS.test(fact.concept) || fact.nil) continue
    const individual = memberOf(fact, INDIVIDUAL_AXIS)
    if (individual === null) {
      general.push(fact)
      continue
    }
    const key = `${individual} ${memberOf(fact, ARRANGEMENT_AXIS) ?? ''}`.trimEnd()
    const group = groups.get(key)
    if (group) group.push(fact)
    else groups.set(key, [fact])
  }
  const single = [...groups].filter(([key]) => !key.includes(' '))
  const parts = [...groups].filter(([key]) => key.includes(' '))
  const alone = single.filter(([key]) => !parts.some(([part]) => part.startsWith(`${key} `)))
  const keys = [...groups.keys()]
  return [
    ...alone.map(([key, own]) => arrangementOf(key, own, [], general)),
    ...parts.map(([key, own]) =>
      arrangementOf(key, own, groups.get(key.slice(0, key.indexOf(' '))) ?? [], general),
    ),
  ].sort((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key))
}

const ABOUT_ARRANGEMENTS = /:(?:TrdArr|Rule10b51Arr|NonRule10b51Arr)/

function arrangementOf(
  key: string,
  own: readonly StatedFact[],
  ofPerson: readonly StatedFact[],
  general: readonly StatedFact[],
): TradingArrangement {
  const find = (tag: string) =>
    [...own, ...ofPerson].find(
      ({ concept, value_text }) =>
        concept === `ecd:${tag}` && value_text !== null && value_text.trim() !== '',
    )
  const flag = (tag: string): boolean | null => yesOrNo(find(tag) ?? null)
  const said = FLAGS.map(([tag, does, plan]) => ({ does, plan, value: flag(tag) }))
  const saidOfPerson = said.some(({ value }) => value !== null)
  const generally = FLAGS.map(([tag, does, plan]) => ({
    does,
    plan,
    value: yesOrNo(general.find(({ concept }) => concept === `ecd:${tag}`) ?? null),
  }))
  const flags = (saidOfPerson ? said : generally).filter(({ value }) => value === true)
  const adoption = find('TrdArrAdoptionDate')
  const termination = find('TrdArrTerminationDate')
  const adopted_on = dayOf(adoption?.value_text)
  const inQuarter =
    adopted_on !== null &&
    adoption?.period_start != null &&
    adoption.period_end !== null &&
    adopted_on >= adoption.period_start &&
    adopted_on <= adoption.period_end
  const flaggedAdopted = flags.some(({ does }) => does === 'adopted')
  const flaggedTerminated = flags.some(({ does }) => does === 'terminated')
  // A plan adopted in the quarter, flagged as terminated, without a day on which that was: one of the tags is wrong.
  const doubtful =
    saidOfPerson && flaggedTerminated && !flaggedAdopted && termination === undefined && inQuarter
  const terminated = !doubtful && (termination !== undefined || (saidOfPerson && flaggedTerminated))
  const adopted =
    doubtful ||
    (saidOfPerson
      ? flaggedAdopted || (inQuarter && !terminated)
      : adoption !== undefined && (inQuarter || !terminated))
  const plans = new Set(flags.map(({ plan }) => plan))
  const shares = sharesOf(own) ?? sharesOf(ofPerson)
  const shown = [
    find('TrdArrIndName'),
    adoption,
    termination,
    find('TrdArrIndTitle'),
    shares,
    ...FLAGS.map(([tag]) => find(tag)),
    find('MtrlTermsOfTrdArrTextBlock'),
  ]
  return {
    key,
    person: textOf(find('TrdArrIndName')),
    title: textOf(find('TrdArrIndTitle')),
    adopted_on,
    terminated_on: dayOf(termination?.value_text),
    adopted_text: textOf(adoption),
    terminated_text: textOf(termination),
    adopted,
    terminated,
    doubtful,
    plan: plans.size === 1 ? ([...plans][0] ?? null) : null,
    shares: shares?.value ?? null,
    duration: textOf(find('TrdArrDuration')),
    expires_text: textOf(find('TrdArrExpirationDate')),
    facts: shown.filter((fact) => fact !== undefined),
  }
}

const FLAGS = [
  ['Rule10b51ArrAdoptedFlag', 'adopted', 'rule_10b5_1'],
  ['Rule10b51ArrTrmntdFlag', 'terminated', 'rule_10b5_1'],
  ['NonRule10b51ArrAdoptedFlag', 'adopted', 'other'],
  ['NonRule10b51ArrTrmntdFlag', 'terminated', 'other'],
] as const

function sharesOf(facts: readonly StatedFact[]): StatedFact | undefined {
  return facts.find(({ concept, value }) => concept === 'ecd:TrdArrSecuritiesAggAvailAmt' && value !== null)
}

function memberOf(fact: StatedFact, axis: string): string | null {
  const found = fact.dimensions.find((dimension) => dimension.axis === axis)
  return found ? (found.member ?? found.typed_value ?? '').replace(/\s/g, '_') : null
}

function textOf(fact: StatedFact | undefined): string | null {
  // A list's bullet may stand inside the tag.
  return (
    fact?.value_text
      ?.replace(/\s+/g, ' ')
      .replace(/^[\s•·▪*–—-]+/, '')
      .trim()
      .slice(0, 300) || null
  )
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as `YYYY-MM-DD`, from that notation, from `May 24, 2023`, `24 May 2023` or `5/24/2023`; null for anything else. */
export function dayOf(text: string | null | undefined): string | null {
  const written = text?.replace(/\s+/g, ' ').trim() ?? ''
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  if (iso) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written)
  if (slashed) return checkedDay(Number(slashed[3]), Number(slashed[1]), Number(slashed[2]))
  const monthFirst = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(written)
  if (monthFirst) return checkedDay(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]))
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(written)
  return dayFirst ? checkedDay(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1])) : null
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

function checkedDay(year: number, month: number, day: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, day))
  const real = month > 0 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return real ? moment.toISOString().slice(0, 10) : null
}
