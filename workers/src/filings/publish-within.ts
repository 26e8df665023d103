import { assertInTime, takePublishTurn } from '@sec-latent/core/changes/publish-turn'
import { appendChanges, type NewChange } from '@sec-latent/core/changes/store'
import type { Queryable } from '@sec-latent/core/db'
import type { Intake } from '@sec-latent/core/intake/intake'
import { publishSignals, retireSignals } from '@sec-latent/core/signals/store'
import type { ReadingServices } from './reading-services.ts'

/** Publishes what is not visible yet and tells the feed of changes; the last thing the caller's transaction does. */
export async function publishWithin(
  tx: Queryable,
  filing: Pick<Intake, 'accession_number' | 'dataset' | 'cik'>,
  { filings }: Pick<ReadingServices, 'filings'>,
): Promise<void> {
  const { accession_number, dataset } = filing
  const turn = await takePublishTurn(tx)
  const fresh = await filings.publish(tx, turn, accession_number)
  const superseded = await retireSignals(tx, turn, accession_number)
  const created = await publishSignals(tx, turn, accession_number)
  const change = (change_type: NewChange['change_type'], object_id: string, cik: string): NewChange => ({
    dataset,
    change_type,
    accession_number,
    cik,
    object_id,
  })
  await appendChanges(tx, turn, [
    ...(fresh ? [change('filing.published', accession_number, filing.cik)] : []),
    ...superseded.map((signal) => change('signal.superseded', signal.id, signal.cik)),
    ...created.map((signal) => change('signal.created', signal.id, signal.cik)),
  ])
  await assertInTime(tx, turn)
}
