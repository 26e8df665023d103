import type { SignalLabel } from '../accuracy/label.ts'
import { accountingLabelStore } from './labels-store.ts'

/** Rates are tagged in whole tenths of a percent as a rule, by some in whole percent. */
const RATES_APART = 0.0051

/** What filers themselves work out from the numbers the scores are computed from. */
export const accountingLabels: readonly SignalLabel[] = [
  {
    name: 'tax_rate_anomaly: rate of the year against the rate of the note on income taxes',
    signal_type: 'tax_rate_anomaly',
    source:
      'us-gaap:EffectiveIncomeTaxRateContinuingOperations of the same year, in the reconciliation of the tax rate',
    agrees: (label, signal) => Math.abs(Number(label) - Number(signal)) <= RATES_APART,
    cases: async ({ sql, dataset }) =>
      (await accountingLabelStore(sql, dataset).taxRates()).map((row) => ({ ...row, subject: null })),
  },
]
