import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { RUNBOOKS } from './rule-files.ts'

interface BurnRate {
  name: string
  rate: number
  long: string
  short: string
}

export interface Objective {
  name: string
  description: string
  /** The share that has to be good. */
  objective: number
  /** One of the two, per second over `$window`. */
  bad?: string
  good?: string
  total: string
  severity: Record<string, 'critical' | 'warning'>
}

export interface Objectives {
  window: string
  burn_rates: BurnRate[]
  objectives: Objective[]
}

export const SLO_FILE = join(import.meta.dirname, 'slo.yaml')

export function readObjectives(text: string = readFileSync(SLO_FILE, 'utf8')): Objectives {
  return parse(text) as Objectives
}

/** The rules of the objectives, as text: shares of what was bad over each stretch, and alerts on how fast the budget burns. */
export function sloRules({ burn_rates, objectives }: Objectives): string {
  const windows = [...new Set(burn_rates.flatMap(({ short, long }) => [short, long]))]
  const lines = [
    '# Written by `npm run slo` from slo.yaml. Do not edit.',
    'groups:',
    '  - name: error budgets',
    '    rules:',
    ...objectives.flatMap((one) => [
      ...windows.flatMap((window) => [
        `      - record: slo:bad:ratio_rate${window}`,
        `        expr: ${ratioOf(one).replaceAll('$window', window)}`,
        `        labels: { slo: ${one.name} }`,
      ]),
      '      - record: slo:objective:ratio',
      `        expr: vector(${one.objective})`,
      `        labels: { slo: ${one.name} }`,
    ]),
    '  - name: burn rates',
    '    rules:',
    ...objectives.flatMap((one) => burn_rates.flatMap((burn) => alertOf(one, burn))),
  ]
  return `${lines.join('\n')}\n`
}

function ratioOf({ name, bad, good, total }: Objective): string {
  // Nothing bad is zero, not nothing: a series of failures appears with the first of them.
  if (bad !== undefined) return `(${bad} or vector(0)) / (${total} > 0)`
  if (good !== undefined) return `1 - ${good} / (${total} > 0)`
  throw new Error(`slo.yaml: ${name} says neither what is good nor what is bad.`)
}

function alertOf(
  { name, objective, severity }: Objective,
  { name: burn, rate, long, short }: BurnRate,
): string[] {
  const limit = Number((rate * (1 - objective)).toPrecision(12))
  // Of everything no more than everything can be bad: such a pair could never fire.
  if (limit >= 1) throw new Error(`slo.yaml: a burn of ${rate} of ${name} is more than everything.`)
  const over = (window: string) => `slo:bad:ratio_rate${window}{slo="${name}"} > ${limit}`
  return [
    '      - alert: ErrorBudgetBurn',
    `        expr: ${over(long)} and ${over(short)}`,
    `        labels: { severity: ${severity[burn]}, slo: ${name}, burn: ${burn} }`,
    '        annotations:',
    `          summary: "The error budget of ${name} burns at ${rate} times its pace"`,
    `          description: "{{ $value | humanizePercentage }} were bad over ${long}; ${percent(1 - objective)} may be over 30 days."`,
    `          runbook_url: ${RUNBOOKS}/error-budget-burn`,
  ]
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(6))} %`
}
