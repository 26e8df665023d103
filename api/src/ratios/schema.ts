import { RATIOS } from '@sec-latent/core/ratios/ratio-list'
import { Type } from 'typebox'
import { named, nullable, stringEnum } from '../openapi.ts'
import { anyOf, asOfParameter, Day, listOf, pageParameters } from '../schemas.ts'
import {
  PeriodTypeField,
  reportParameters,
  StandardValue,
  sortParameter,
  statementFiling,
} from '../statements/schema.ts'

export const Ratio = Type.Object(
  {
    ratio: Type.String({ examples: ['current_ratio'] }),
    label: Type.String({ examples: ['Current ratio'] }),
    group: stringEnum(['margin', 'return', 'liquidity', 'leverage', 'efficiency', 'cash']),
    value: nullable(Type.Number()),
    unit: Type.String({ description: '`ratio`, `days`, or the currency of an amount.', examples: ['ratio'] }),
    formula: Type.String({
      description: 'In names of lines of the standardised statements; those in brackets may be missing.',
      examples: ['current_assets / current_liabilities'],
    }),
    status: stringEnum(['ok', 'unavailable']),
    reason: nullable(
      stringEnum(['input_not_reported', 'denominator_not_positive', 'denominator_negligible'], {
        description: 'Why there is no value. Negligible is less than a thousandth of the assets.',
      }),
    ),
    missing: Type.Array(Type.String(), { description: 'Lines that the filing does not report.' }),
    inputs: Type.Array(named(StandardValue), { description: 'The lines computed with, with their facts.' }),
  },
  { $id: 'Ratio', description: 'A ratio with everything it was computed from.' },
)

const { position: _, ...filing } = statementFiling

export const DURATIONS = ['year', 'quarter', 'year_to_date'] as const

export const PeriodRatios = Type.Object(
  {
    period_type: PeriodTypeField,
    period_start: nullable(Day('First day of the period.')),
    period_end: Day('Last day of the period; balances are those of this day.'),
    ratios: Type.Array(named(Ratio)),
  },
  { $id: 'PeriodRatios', description: 'The ratios of one period. Nothing is annualised.' },
)

export const RatioReport = Type.Object(
  {
    object: Type.Literal('ratio_report'),
    ...filing,
    ratios_version: Type.String({ description: 'Version of the formulas.', examples: ['1.0.0'] }),
    resolver_version: Type.String({ description: 'Version of the standardised lines.', examples: ['1.0.0'] }),
    periods: Type.Array(named(PeriodRatios)),
  },
  { $id: 'RatioReport', description: 'The ratios of one annual or quarterly report.' },
)
export const RatioReportList = listOf('RatioReportList', RatioReport, 'A page of reports with their ratios.')

export const RatioQuery = Type.Object(
  {
    ratio: anyOf(stringEnum(RATIOS.map(({ ratio }) => ratio)), 'Name of the ratio.'),
    ...reportParameters,
    period_type: anyOf(stringEnum(DURATIONS), 'Length of the period.'),
    ...sortParameter,
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)
