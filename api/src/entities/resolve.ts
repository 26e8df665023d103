import { parseCik } from '@sec-latent/core/edgar/cik'
import type { EntityReadStore, PublishedEntity } from '@sec-latent/core/entities/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import { CIK_PATTERN } from '../schemas.ts'

/** More entities under one name are told by their number alone. */
const MAX_CANDIDATES = 10
const CIK = new RegExp(CIK_PATTERN)

/** What each identifier stands for, in order. Nothing is guessed: two entities under one name are both candidates. */
export async function resolveIdentifiers(
  entities: Pick<EntityReadStore, 'named' | 'list'>,
  view: View,
  identifiers: readonly string[],
) {
  const given = identifiers.map((text) => text.trim().replace(/\s+/g, ' '))
  const named = await entities.named(view, {
    tickers: [...new Set(given.map((text) => text.toUpperCase()))],
    names: [...new Set(given)],
  })
  const answers = given.map((text) => {
    const cik = CIK.test(text) ? parseCik(text) : undefined
    const of = (by: 'ticker' | 'name', value: string) =>
      named.filter((one) => one.by === by && one.value === value)
    const names = of('name', text.toLowerCase())
    return [
      { matched_by: 'cik' as const, ciks: cik ? [cik] : [] },
      { matched_by: 'ticker' as const, ciks: ciksOf(of('ticker', text.toUpperCase())) },
      { matched_by: 'name' as const, ciks: ciksOf(names.filter(({ current }) => current)) },
      { matched_by: 'former_name' as const, ciks: ciksOf(names.filter(({ current }) => !current)) },
    ]
  })
  const wanted = [...new Set(answers.flat().flatMap(({ ciks }) => ciks))]
  const found = new Map<string, PublishedEntity>()
  if (wanted.length > 0) {
    for (const entity of await entities.list(view, { cik: wanted }, { limit: wanted.length })) {
      found.set(entity.cik, entity)
    }
  }
  return identifiers.map((identifier, at) => {
    for (const { matched_by, ciks } of answers[at] ?? []) {
      const matches = ciks.flatMap((cik) => found.get(cik) ?? [])
      const [first] = matches
      if (!first) continue
      const served = matches.map((entity) => ({ object: 'entity' as const, ...entity }))
      return matches.length === 1
        ? answer(identifier, 'resolved', matched_by, served[0] ?? null, [])
        : answer(identifier, 'ambiguous', matched_by, null, served.slice(0, MAX_CANDIDATES))
    }
    return answer(identifier, 'not_found', null, null, [])
  })
}

type Served = PublishedEntity & { object: 'entity' }

function answer(
  identifier: string,
  status: 'resolved' | 'ambiguous' | 'not_found',
  matched_by: 'cik' | 'ticker' | 'name' | 'former_name' | null,
  entity: Served | null,
  candidates: Served[],
) {
  return {
    object: 'resolved_entity' as const,
    identifier,
    status,
    matched_by,
    entity: entity as never,
    candidates,
  }
}

function ciksOf(rows: { cik: string }[]): string[] {
  return [...new Set(rows.map(({ cik }) => cik))]
}
