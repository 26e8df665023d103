import { sha256 } from '../sha256.ts'
import type { DeterministicExtractor } from './extractor.ts'
import type { FilingUnderRead } from './filing-under-read.ts'
import { canonicalJson } from './fingerprint.ts'
import type { Met, Need, NeedSources, Needs } from './need.ts'

/** What was loaded for the needs of several extractors, each need once. */
export interface MetNeeds {
  /** The data of an extractor's needs, under the names it gave them. */
  of(extractor: Pick<DeterministicExtractor, 'needs'>): Met<Needs>
  /** SHA-256 of each need's data, by the need's name. */
  digestsOf(extractor: Pick<DeterministicExtractor, 'needs'>): Record<string, string>
}

/** Loads what extractors need besides the filing itself. */
export async function meetNeeds(
  extractors: readonly Pick<DeterministicExtractor, 'needs'>[],
  filing: FilingUnderRead,
  sources: NeedSources,
): Promise<MetNeeds> {
  const needs = new Map<string, Need<unknown>>()
  for (const { needs: own } of extractors) for (const need of Object.values(own)) needs.set(need.name, need)
  const loaded = new Map<string, { data: unknown; digest: string }>()
  await Promise.all(
    [...needs.values()].map(async (need) => {
      const data = await need.load(filing, sources)
      loaded.set(need.name, {
        data,
        digest: sha256(canonicalJson(need.identity ? need.identity(data) : data)),
      })
    }),
  )
  return metNeeds((name) => {
    const one = loaded.get(name)
    if (!one) throw new Error(`the need ${name} was not loaded`)
    return one
  })
}

/** For tests of single rules: data under the names of the needs, whatever they would have loaded. */
export function givenNeeds(data: Record<string, unknown>): MetNeeds {
  return {
    of: (extractor) => Object.fromEntries(Object.keys(extractor.needs).map((key) => [key, data[key]])),
    digestsOf: () => ({ given: sha256(canonicalJson(JSON.parse(JSON.stringify(data)))) }),
  }
}

function metNeeds(find: (name: string) => { data: unknown; digest: string }): MetNeeds {
  return {
    of: (extractor) =>
      Object.fromEntries(Object.entries(extractor.needs).map(([key, need]) => [key, find(need.name).data])),
    digestsOf: (extractor) =>
      Object.fromEntries(Object.values(extractor.needs).map(({ name }) => [name, find(name).digest])),
  }
}
