import { OwnershipError } from '../insider-transactions/xml-tree.ts'
import { amountIn, amounts, percentIn } from './amounts.ts'
import type { BeneficialOwnershipReport, ReportingPerson } from './beneficial-ownership.ts'
import { coverPage } from './cover-page.ts'
import { cusipsIn } from './cusip.ts'
import { numberedCovers } from './numbered-cover.ts'
import { personPages } from './person-page.ts'
import { issuerItems, scheduleItems } from './schedule-items.ts'
import { scheduleText } from './schedule-text.ts'

/**
 * Reads a Schedule 13D or 13G that was typed or filed in HTML (1993 to December 2024) from its canonical text. Pure. The
 * cover is read first; what it leaves out is taken from Items 1, 2 and 4, which repeat it.
 *
 * @throws OwnershipError `no_reporting_person` when the text has no cover page of a person and its items name none.
 */
export function parseScheduleText(
  canonical: string,
  form: { schedule: '13D' | '13G'; is_amendment: boolean },
): BeneficialOwnershipReport {
  const { schedule } = form
  const text = scheduleText(canonical)
  const numbered = numberedCovers(text)
  const pages = numbered.length > 0 ? numbered : personPages(text, schedule)
  const cover = coverPage(text.slice(0, pages[0]?.start))
  const body = text.slice(pages.at(-1)?.end ?? 0)
  const items = issuerItems(body)
  const persons = pages.map(({ person }) => person)
  if (persons.length === 0) {
    const person = personOfItems(body, items)
    if (!person)
      throw new OwnershipError('no_reporting_person', 'no cover page of a reporting person was found')
    persons.push(person)
  }
  const first = persons[0]
  if (first && persons.length === 1 && first.name === '' && items.person_name) first.name = items.person_name

  return {
    schedule,
    source: 'text',
    is_amendment: form.is_amendment,
    amendment_number: form.is_amendment ? cover.amendment_number : null,
    previous_accession_number: null,
    filer_ciks: [],
    issuer_cik: null,
    issuer_name: cover.issuer_name ?? items.issuer_name,
    issuer_address: schedule === '13G' ? items.issuer_address : null,
    issuer_postal_address: null,
    cusips: firstCusips(cover.cusips, items.cusip, text),
    security_title: cover.security_title ?? items.security_title,
    event_date: cover.event_date,
    rules: schedule === '13G' ? cover.rules : [],
    previously_filed_13g: schedule === '13D' ? cover.previously_filed_13g : null,
    notices_to: cover.notices_to,
    reporting_persons: persons,
    items: scheduleItems(body, schedule),
    signatures: [],
    warnings: persons
      .filter(({ name }) => name === '')
      .map(({ position }) => `person ${position} has no name`),
  }
}

/** The number of the cover, else that of Item 2(e), else the one in the head of the persons' pages. */
function firstCusips(cover: string[], item: string | null, text: string): string[] {
  if (cover.length > 0) return cover
  const itemCusips = item === null ? [] : cusipsIn(item)
  if (itemCusips.length > 0) return itemCusips
  const head = /\bcusip\s*(?:numbers?|nos?\.?|#)? ?[:.]? ?#? ?([0-9a-z][0-9a-z -]{7,14})/i.exec(text)?.[1]
  return head ? cusipsIn(head) : []
}

/** A short Schedule 13G may have no cover page: Items 2 and 4 then say who owns how much. */
function personOfItems(body: string, items: ReturnType<typeof issuerItems>): ReportingPerson | null {
  if (!items.person_name) return null
  const after = (label: RegExp) => label.exec(body)?.[1] ?? ''
  return {
    position: 1,
    name: items.person_name,
    cik: null,
    member_of_group: null,
    source_of_funds: [],
    legal_proceedings: null,
    citizenship: items.citizenship,
    ...amounts({
      sole_voting_power: amountIn(after(/\bsole\s+power\s+to\s+vote\b[^:\n]*:([^\n]*)/i)),
      shared_voting_power: amountIn(after(/\bshared\s+power\s+to\s+vote\b[^:\n]*:([^\n]*)/i)),
      sole_dispositive_power: amountIn(after(/\bsole\s+power\s+to\s+dispose\b[^:]{0,60}:([^\n]*)/i)),
      shared_dispositive_power: amountIn(after(/\bshared\s+power\s+to\s+dispose\b[^:]{0,60}:([^\n]*)/i)),
      aggregate_amount: amountIn(after(/\bamount\s+beneficially\s+owned ?[:.]?([^\n]*)/i)),
      percent_of_class: percentIn(after(/\bpercent(?:age)?\s+of\s+class ?[:.]?([^\n]*)/i)),
    }),
    excludes_certain_shares: null,
    person_types: [],
    comment: null,
  }
}
