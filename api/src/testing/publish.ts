import { assertInTime, takePublishTurn } from '@sec-latent/core/changes/publish-turn'
import { appendChanges } from '@sec-latent/core/changes/store'
import type { Sql } from '@sec-latent/core/db'

/** Publishes a stored filing as the workers do: it becomes visible at a moment that lies after the commit. Returns the moment. */
export async function publishFiling(sql: Sql, accessionNumber: string): Promise<string> {
  return await sql.begin(async (tx) => {
    const turn = await takePublishTurn(tx)
    const [filing] = await tx<{ dataset: 'live' | 'test'; cik: string }[]>`
      update filings f set available_at = ${turn.moment} from intake i
      where f.accession_number = ${accessionNumber} and i.accession_number = f.accession_number
      returning f.dataset, i.cik`
    if (!filing) throw new Error(`${accessionNumber} is not stored`)
    await tx`update intake set stage = 'published', stage_changed_at = now() where accession_number = ${accessionNumber}`
    await appendChanges(tx, turn, [
      {
        dataset: filing.dataset,
        change_type: 'filing.published',
        accession_number: accessionNumber,
        cik: filing.cik,
        object_id: accessionNumber,
      },
    ])
    await assertInTime(tx, turn)
    return turn.moment
  })
}
