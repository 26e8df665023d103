import type { Sql } from '../db.ts'

const AT_ONCE = 50

/** Ends what a processor holds of the reference it knows; asked again, it is done already. */
export type EraseElsewhere = (reference: string) => Promise<void>

export interface ForwardResult {
  forwarded: number
  /** Processors that did not do it; they are asked again. */
  failed: { processor: string; message: string }[]
}

/**
 * Tells the processors that hold data on our behalf of erasures, each until it says that it is done. A processor that is not named
 * waits until it is. In no order, so that those that fail do not hold up the others. Role: `latent_worker`.
 */
export async function forwardErasures(
  sql: Sql,
  processors: Record<string, EraseElsewhere>,
): Promise<ForwardResult> {
  const result: ForwardResult = { forwarded: 0, failed: [] }
  const names = Object.keys(processors)
  if (names.length === 0) return result
  const waiting = await sql<{ request_id: string; processor: string; reference: string }[]>`
    select request_id, processor, reference from privacy_forwards
    where forwarded_at is null and processor in ${sql(names)} order by random() limit ${AT_ONCE}`
  for (const { request_id, processor, reference } of waiting) {
    try {
      await processors[processor]?.(reference)
    } catch (error) {
      result.failed.push({ processor, message: (error as Error).message })
      continue
    }
    await sql`
      update privacy_forwards set forwarded_at = now()
      where request_id = ${request_id} and processor = ${processor} and reference = ${reference}`
    result.forwarded += 1
  }
  return result
}
