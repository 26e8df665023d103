import type { FilingUnderRead } from '../filing-under-read.ts'

/** The moments between which a need looks: `days` before the acceptance of the filing, and that acceptance, left out. */
export function windowBefore({ accepted_at }: Pick<FilingUnderRead, 'accepted_at'>, days: number) {
  const from = new Date(Date.parse(accepted_at) - days * 86_400_000).toISOString()
  return { from, before: accepted_at }
}
