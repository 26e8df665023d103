import type {
  BeneficialOwnershipReport,
  ReportingPerson,
} from '../../beneficial-ownership/beneficial-ownership.ts'
import type { Likeness, Ours } from './ownership-literals.ts'
import type { Rules } from './structured-form-expression.ts'

const ours = (value: unknown, likeness: Likeness = 'same'): Ours => ({ value, likeness })

/** What tests of edgartools, Equibles and scrape-edgar call the things of a Schedule 13D or 13G. */
export const SCHEDULE_RULES: Rules<BeneficialOwnershipReport> = [
  [
    /^len\(.*reporting_persons(?:'\])?\)$|^result\.ReportingPersons \(count\)$/,
    (report) => ours(report.reporting_persons.length),
  ],
  [/^len\(.*signatures(?:'\])?\)$/, (report) => ours(report.signatures.length)],
  [/\['signatures'\]\[(\d+)\]\.date$/, (report, [, at]) => ours(report.signatures[Number(at)]?.signed_on)],
  [
    /\['signatures'\]\[(\d+)\]\.reporting_person$/,
    (report, [, at]) => ours(report.signatures[Number(at)]?.reporting_person),
  ],
  [/\['signatures'\]\[(\d+)\]\.signature$/, (report, [, at]) => ours(report.signatures[Number(at)]?.name)],
  [
    /(?:\['date_of_event'\]|\.date_of_event|\['event_date'\]|\.event_date|\.DateOfEvent)$/,
    (report) => ours(report.event_date),
  ],
  [/\.FilingType$/, (report) => ours(`FilingType.Schedule${report.schedule}`)],
  [/\.SubmissionType$/, (report) => ours(`SCHEDULE ${report.schedule}${report.is_amendment ? '/A' : ''}`)],
  [/\.FilerCik$/, (report) => ours(report.filer_ciks[0], 'cik')],
  [/\.IssuerCik$|issuer_info(?:'\])?\.cik$/, (report) => ours(report.issuer_cik, 'cik')],
  [
    /\.IssuerCusip$|_info(?:'\])?\.cusip$|results\.get\(["']cusip["']\)$/,
    (report) => ours(report.cusips[0], 'characters'),
  ],
  [
    /\.IssuerName$|issuer_info(?:'\])?\.name$|results\.get\(["']issuer_name["']\)$/,
    (report) => ours(report.issuer_name),
  ],
  [
    /\.SecuritiesClassTitle$|security_info(?:'\])?\.title$|results\.get\(["']issue_name["']\)$/,
    (report) => ours(report.security_title),
  ],
  [
    /^results\.get\(["']address["']\)$/,
    (report) => ours(report.schedule === '13D' ? report.notices_to : report.issuer_address, 'characters'),
  ],
  [/\['rule_designation'\]$/, (report) => ours(report.rules.map((rule) => `Rule ${rule}`).join(', '))],
  [/^address\.street1$/, (report) => ours(report.issuer_postal_address?.street1)],
  [/^address\.street2$/, (report) => ours(report.issuer_postal_address?.street2)],
  [/^address\.city$/, (report) => ours(report.issuer_postal_address?.city)],
  [/^address\.state_or_country$/, (report) => ours(report.issuer_postal_address?.state_or_country)],
  [/^address\.zipcode$/, (report) => ours(report.issuer_postal_address?.zip_code)],
  [
    /^contains: (?:result\['items'\]|items)\.item(\d+)_/,
    (report, [, item]) => ours(itemText(report, item), 'part'),
  ],
  [
    /(?:result\['items'\]|items)\.item(\d+)_/,
    (report, [, item]) =>
      ours([...itemText(report, item).split('\n\n'), item === '1' ? report.issuer_address : null], 'one_of'),
  ],
  [
    /reporting_persons\[(\d+)\]\.(\w+)$/,
    (report, [, at, field]) => personValue(report.reporting_persons[Number(at)], `.${field}`),
  ],
  [
    /^person(\d)\.(\w+)$/,
    (report, [, number, field]) => personValue(report.reporting_persons[Number(number) - 1], `.${field}`),
  ],
]

function itemText({ items }: BeneficialOwnershipReport, number: string | undefined): string {
  return items.find(({ item }) => item === number)?.text ?? ''
}

function personValue(person: ReportingPerson | undefined, field: string): unknown {
  for (const [pattern, value] of PERSON_RULES) {
    const match = pattern.exec(field)
    if (match) return person ? value(person, match) : ours(undefined)
  }
  return undefined
}

/** A person that a test took out of the schedule: which one it is, the rest of the test says. */
export const PERSON_VARIABLE = /^(?:person|generalPartner)\./

/** The fields of a person; Equibles cuts amounts to whole shares. */
export const PERSON_RULES: Rules<ReportingPerson> = [
  [/\.(?:Cik|cik)$/, (person) => ours(person.cik, 'cik')],
  [/\.(?:Name|name)$/, (person) => ours(person.name)],
  [/\.(?:CitizenshipOrOrganization|citizenship)$/, (person) => ours(person.citizenship)],
  [/\.(?:PercentOfClass|percent_of_class)$/, (person) => ours(person.percent_of_class)],
  // Equibles keeps the first of several types.
  [/\.TypeOfReportingPerson$/, (person) => ours(person.person_types[0])],
  [/\.type_of_reporting_person$/, (person) => ours(person.person_types.join(', '))],
  [/\.AggregateAmountOwned$/, (person) => ours(person.aggregate_amount, 'whole')],
  [/\.SoleVotingPower$/, (person) => ours(person.sole_voting_power, 'whole')],
  [/\.SharedVotingPower$/, (person) => ours(person.shared_voting_power, 'whole')],
  [/\.SoleDispositivePower$/, (person) => ours(person.sole_dispositive_power, 'whole')],
  [/\.SharedDispositivePower$/, (person) => ours(person.shared_dispositive_power, 'whole')],
  [/\.aggregate_amount$/, (person) => ours(person.aggregate_amount)],
  [/\.sole_voting_power$/, (person) => ours(person.sole_voting_power)],
  [/\.shared_voting_power$/, (person) => ours(person.shared_voting_power)],
  [/\.sole_dispositive_power$/, (person) => ours(person.sole_dispositive_power)],
  [/\.shared_dispositive_power$/, (person) => ours(person.shared_dispositive_power)],
]
