import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Inputs } from './capacity.ts'
import type { MeasuredFilings } from './measured.ts'
import type { Assumptions, Prices } from './model.ts'

/** A number with where it comes from. */
export interface Assumed {
  value: number
  why: string
}
export interface Constant {
  value: number
  unit: string
  what: string
  command: string
  measured_on: string
  where: string
}
export interface PriceList extends Prices {
  sources: { of: string; source: string; read_on: string }[]
  largest_volume_gb: { pro: number; enterprise: number }
}

export const MEASURED_FILE = join(import.meta.dirname, 'measured-filings.json')
const read = <T>(name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as T
const valuesOf = <T>(list: Record<string, { value: number }>) =>
  Object.fromEntries(Object.entries(list).map(([name, { value }]) => [name, value])) as T

/** The files beside this one: what was measured and when, what is assumed and why, what things cost and who says so. */
export function readInputs(measured = read<MeasuredFilings>('measured-filings.json')) {
  const assumptions = read<Record<keyof Assumptions, Assumed>>('assumptions.json')
  const constants = read<Record<string, Constant>>('throughput.json')
  const prices = read<PriceList>('prices.json')
  const inputs: Inputs = {
    measured,
    throughput: valuesOf<Inputs['throughput']>(constants),
    assumed: valuesOf<Assumptions>(assumptions),
    prices,
    year: Number(measured.measured_on.slice(0, 4)),
  }
  return { inputs, assumptions, constants, prices }
}
export type Read = ReturnType<typeof readInputs>
