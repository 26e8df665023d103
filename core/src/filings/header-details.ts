import type { HeaderDetails, Series } from './filing.ts'
import { cikOf, isoDate } from './header-values.ts'

/** What a group of the series and classes block does with the series in it. */
const ACTIONS: Record<string, Series['action']> = {
  'EXISTING SERIES AND CLASSES CONTRACTS': 'existing',
  'NEW SERIES AND CLASSES CONTRACTS': 'new',
  'ACQUIRING DATA': 'acquiring',
  'TARGET DATA': 'target',
}
/** The largest fund families name some hundreds of series; a hostile header must not name millions. */
const MAX_ENTRIES = 20_000

/** Reads what a header says of the submission as a whole, beyond its dates and items. */
export class DetailsReader {
  readonly details: HeaderDetails
  #action: Series['action'] = 'existing'
  #owner: string | null = null

  constructor(details: HeaderDetails) {
    this.details = details
  }

  /** Takes a name without a value: a flag, or the heading of a group. */
  heading(name: string): void {
    const { details } = this
    const action = ACTIONS[name]
    if (action !== undefined) {
      this.#action = action
      this.#owner = null
    } else if (name === 'SERIES' || name === 'NEW SERIES') this.#openSeries()
    else if (name === 'NEW CLASSES CONTRACTS') this.#action = 'existing'
    else if (name === 'CLASS CONTRACT') this.#openClass()
    else if (name === 'PAPER') details.paper = true
    else if (name === 'CONFIRMING COPY') details.confirming_copy = true
    else if (name === 'PRIVATE TO PUBLIC') details.private_to_public = true
    else if (name === 'RULE') push(details.rules, { name: '', items: [] })
    else if (name === 'ITEM') push(details.rules.at(-1)?.items, { number: '', period: null })
  }

  /** Takes a field; false when the name is not one of those. */
  field(name: string, value: string): boolean {
    return (
      this.#takeSeries(name, value) || takeRule(this.details, name, value) || take(this.details, name, value)
    )
  }

  #openSeries(): void {
    push(this.details.series, {
      action: this.#action,
      owner_cik: this.#owner,
      series_id: null,
      name: null,
      classes: [],
    })
  }

  #openClass(): void {
    push(this.details.series.at(-1)?.classes, { class_id: null, name: null, ticker: null })
  }

  #takeSeries(name: string, value: string): boolean {
    const series = this.details.series.at(-1)
    const one = series?.classes.at(-1)
    switch (name) {
      case 'OWNER CIK':
        // Inside a series, or before the new ones it counts for.
        if (series !== undefined && series.series_id === null && series.name === null) {
          series.owner_cik ??= cikOf(value)
        } else this.#owner = cikOf(value)
        return true
      case 'SERIES ID':
        if (series) series.series_id ??= value
        return true
      case 'SERIES NAME':
        if (series) series.name ??= value
        return true
      case 'CLASS CONTRACT ID':
        if (one) one.class_id ??= value
        return true
      case 'CLASS CONTRACT NAME':
        if (one) one.name ??= value
        return true
      case 'CLASS CONTRACT TICKER SYMBOL':
        if (one) one.ticker ??= value
        return true
      default:
        return false
    }
  }
}

function takeRule(details: HeaderDetails, name: string, value: string): boolean {
  const rule = details.rules.at(-1)
  const item = rule?.items.at(-1)
  switch (name) {
    case 'RULE NAME':
      if (rule) rule.name ||= value
      return true
    case 'ITEM NUMBER':
      if (item) item.number ||= value
      return true
    case 'ITEM PERIOD':
      if (item) item.period ??= isoDate(value)
      return true
    default:
      return false
  }
}

function take(details: HeaderDetails, name: string, value: string): boolean {
  switch (name) {
    case 'GROUP MEMBERS':
      push(details.group_members, value)
      return true
    case 'SROS':
      push(details.sros, value)
      return true
    case 'REFERENCES 429':
      push(details.references_429, value)
      return true
    case 'UNDERWRITER':
      push(details.underwriters, value)
      return true
    case 'PUBLIC REFERENCE ACCESSION NUMBER':
      details.public_reference_accession_number ??= value
      return true
    case 'PREVIOUS ACCESSION NUMBER':
      details.previous_accession_number ??= value
      return true
    case 'PUBLIC REL DATE':
      details.released_on ??= isoDate(value)
      return true
    case 'PERIOD START':
      details.period_start ??= isoDate(value)
      return true
    case 'ABS RULE':
      details.abs_rule ??= value
      return true
    case 'ABS ASSET CLASS':
      details.abs_asset_class ??= value
      return true
    case 'DEPOSITOR CIK':
      details.depositor_cik ??= cikOf(value)
      return true
    case 'SPONSOR CIK':
      details.sponsor_cik ??= cikOf(value)
      return true
    case 'REGISTERED ENTITY':
      details.registered_entity ??= yesOrNo(value)
      return true
    case 'NO QUARTERLY ACTIVITY':
      details.no_quarterly_activity ??= yesOrNo(value)
      return true
    case 'NO ANNUAL ACTIVITY':
      details.no_annual_activity ??= yesOrNo(value)
      return true
    default:
      return false
  }
}

function yesOrNo(value: string): boolean | null {
  if (/^(?:y|yes|true|1)$/i.test(value)) return true
  return /^(?:n|no|false|0)$/i.test(value) ? false : null
}

function push<T>(list: T[] | undefined, entry: T): void {
  if (list !== undefined && list.length < MAX_ENTRIES) list.push(entry)
}
