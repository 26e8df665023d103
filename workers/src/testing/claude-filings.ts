import type { InventedFiling } from './invented-services.ts'

const SUBJECTS = [
  'our largest supplier',
  'a breach of our systems',
  'new tariffs on components',
  'the loss of key engineers',
  'rising interest rates',
  'a failed product launch',
  'stricter privacy laws',
  'a patent dispute',
  'extreme weather',
  'a downturn in construction',
  'our debt covenants',
  'price competition from abroad',
  'a recall of our pumps',
  'changes of tax law',
  'an outage of our cloud provider',
  'a strike at our plant',
]

/** A risk factor: a caption and a paragraph, different in every word that matters for each number. */
function riskFactor(number: number): string {
  const subject = SUBJECTS[number % SUBJECTS.length] as string
  return `The effects of ${subject} could harm our business and our results in case ${number}.

We cannot be certain how ${subject} will develop in region ${number}. In the past year it led to costs of $${number + 3}.${number % 10} million, and similar or greater costs could follow if measures number ${number} that we have taken prove to be insufficient. Any of this could reduce our revenue materially.`
}

/** An annual report as plain text, with these risk factors. */
export function annualReportText(
  year: number,
  riskFactors: readonly number[],
  more: { injected?: string } = {},
): string {
  return `ANNUAL REPORT

PART I

Item 1. Business

We make pumps for buildings and sell them in forty countries, mostly through dealers who have worked with us for long.

One customer, Northern Builders, accounted for ${10 + (year % 7)}% of our revenue in fiscal ${year}, and no other customer for more than a tenth.

Item 1A. Risk Factors

${riskFactors.map(riskFactor).join('\n\n')}

Item 1B. Unresolved Staff Comments

None.

Item 1C. Cybersecurity

In fiscal ${year} risks from cybersecurity threats have not materially affected us and are not reasonably likely to do so.

Item 2. Properties

We own a plant and rent offices.

Item 3. Legal Proceedings

We are party to no material proceedings.

Item 4. Mine Safety Disclosures

Not applicable.

PART II

Item 5. Market for Registrant's Common Equity, Related Stockholder Matters and Issuer Purchases of Equity Securities

Our shares are listed.

Item 6. [Reserved]

Item 7. Management's Discussion and Analysis of Financial Condition and Results of Operations

Revenue of fiscal ${year} was $${120 + (year % 9)}.4 million, as the demand for pumps in the ${year % 2 ? 'northern' : 'southern'} region changed with the number of buildings that were begun there during the period.

${more.injected ?? ''}

Item 7A. Quantitative and Qualitative Disclosures About Market Risk

Not material.

Item 8. Financial Statements and Supplementary Data

See the notes.

Item 9. Changes in and Disagreements With Accountants on Accounting and Financial Disclosure

None.

Item 9A. Controls and Procedures

Management identified a material weakness in our internal control over financial reporting that existed at the end of fiscal ${year}.

Item 9B. Other Information

None.

PART III

Item 10. Directors, Executive Officers and Corporate Governance

See the proxy statement.

PART IV

Item 15. Exhibits and Financial Statement Schedules

None.

SIGNATURES

Signed on behalf of the company.`
}

let sequence = 0

/** Two annual reports of a new company, a year apart. */
export function annualPair(
  year: number,
  more: { injected?: string; added?: number } = {},
): { earlier: InventedFiling; current: InventedFiling } {
  sequence += 1
  const cik = String(9_990_500_000 + sequence)
  const base = Array.from({ length: 6 }, (_, index) => index + sequence)
  const added = Array.from({ length: more.added ?? 4 }, (_, index) => index + sequence + 6)
  const filing = (at: number, text: string): InventedFiling => ({
    accession_number: `${cik}-${String(at % 100).padStart(2, '0')}-000001`,
    cik,
    form_type: '10-K',
    accepted_at: `${at}-02-15T21:30:00Z`,
    period_of_report: `${at - 1}-12-31`,
    text,
  })
  return {
    earlier: filing(year - 1, annualReportText(year - 2, base)),
    current: filing(year, annualReportText(year - 1, [...base, ...added], more)),
  }
}
