import type { CanonicalText } from '../documents/document.ts'
import { numberOf } from '../form-xml/values.ts'
import type { Offering, RegisteredSecurity } from './offering.ts'

type Terms = Pick<Offering, 'registered_securities' | 'registration_fee' | 'total_amount' | 'file_number'>

/**
 * The filing fee exhibit (EX-FILING FEES) in the elements of the SEC's fee taxonomy, required since 2024: a line for each
 * security registered, and the totals. Null for an exhibit without them.
 */
export function readFeeExhibit(text: CanonicalText): Terms | null {
  const facts = factsOf(text)
  const total = (tag: string) => amountOf(facts.find((fact) => fact.tag === tag))
  const contexts = [
    ...new Set(facts.filter(({ tag }) => tag === 'OfferingSctyTp').map(({ context }) => context)),
  ]
  if (contexts.length === 0 && total('TtlOfferingAmt') === null) return null
  return {
    registered_securities: contexts.map((context) =>
      securityOf(facts.filter((fact) => fact.context === context)),
    ),
    registration_fee: total('NetFeeAmt') ?? total('TtlFeeAmt'),
    total_amount: total('TtlOfferingAmt'),
    file_number: facts.find(({ tag }) => tag === 'RegnFileNb')?.text || null,
  }
}

interface FeeFact {
  tag: string
  context: string
  text: string
  scale: number
}

function factsOf({ text, inline_xbrl }: CanonicalText): FeeFact[] {
  return (inline_xbrl?.elements ?? []).flatMap(({ attributes, start, end }) => {
    const tag = /^ffd:(\w+)$/.exec(attributes.name ?? '')?.[1]
    if (tag === undefined) return []
    const written = start === null || end === null ? '' : text.slice(start, end)
    const scale = Number(attributes.scale ?? 0)
    return [
      {
        tag,
        context: attributes.contextRef ?? '',
        text: written.replace(/\s+/g, ' ').trim(),
        scale: Number.isInteger(scale) && Math.abs(scale) <= 12 ? scale : 0,
      },
    ]
  })
}

function securityOf(facts: FeeFact[]): RegisteredSecurity {
  const found = (tag: string) => facts.find((fact) => fact.tag === tag)
  return {
    security_type: found('OfferingSctyTp')?.text || null,
    title: found('OfferingSctyTitl')?.text || null,
    amount_registered: amountOf(found('AmtSctiesRegd')),
    price_per_unit: amountOf(found('MaxOfferingPricPerScty')),
    maximum_aggregate: amountOf(found('MaxAggtOfferingPric')),
    fee: amountOf(found('FeeAmt')),
  }
}

function amountOf(fact: FeeFact | undefined): number | null {
  const value = numberOf(fact?.text || null)
  return value === null || !fact ? null : value * 10 ** fact.scale
}
