import { parseCik } from '@sec-latent/core/edgar/cik'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import { ProblemError } from '../problems.ts'

/** The entity of a CIK that the schema has let pass, or the problem that says no filing names it. */
export async function findEntity(entities: Pick<EntityReadStore, 'find'>, view: View, given: string) {
  const cik = parseCik(given) as string
  const entity = await entities.find(view, cik)
  if (!entity)
    throw new ProblemError('entity_not_found', { detail: `No filing known to us names the CIK ${cik}.` })
  return entity
}
