import { measuredSignals } from '@sec-latent/core/signals/accuracy/measured'
import type { CatalogueEntry } from '@sec-latent/core/signals/catalogue'

/** A row of the catalogue as it is served: what the rule's file says, and what was measured of it. */
export function servedSignalType({
  labels,
  form_types,
  evidence_kinds,
  payload_schema,
  ...type
}: CatalogueEntry) {
  return {
    object: 'signal_type' as const,
    ...type,
    labels: labels && [...labels],
    form_types: [...form_types],
    evidence_kinds: [...evidence_kinds],
    payload_schema: payload_schema as Record<string, unknown> | null,
    accuracy: measuredSignals[type.signal_type] ?? null,
  }
}
