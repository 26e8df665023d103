import { extractors } from './index.ts'
import type { SignalType } from './signal.ts'

/** A signal type with the extractor that finds it. */
export interface CatalogueEntry extends SignalType {
  extractor: string
  extractor_version: string
  extractor_kind: 'deterministic' | 'llm'
}

/** What `GET /v1/signal-types` answers, taken from the files of the rules. */
export const signalTypes: readonly CatalogueEntry[] = extractors.flatMap((extractor) =>
  extractor.signal_types.map((type) => ({
    ...type,
    extractor: extractor.name,
    extractor_version: extractor.version,
    extractor_kind: extractor.kind,
  })),
)
