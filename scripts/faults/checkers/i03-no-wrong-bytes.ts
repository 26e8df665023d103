import { openObjectStore } from '@sec-latent/core/objects/open'
import { sha256 } from '@sec-latent/core/sha256'
import { atLeast, atMost } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

/** Objects that are read back; reading all of them would take longer than the run. */
const READ_BACK = 200

/** What was stored is what EDGAR has, to the byte. */
export const noWrongBytes: Checker = {
  id: 'I3',
  title: 'No wrong bytes are accepted',
  async check({ sql, edgar, cluster }) {
    const rows = await sql<{ accession_number: string; submission_sha256: string }[]>`
      select accession_number, submission_sha256 from intake
      where dataset = 'live' and submission_source = 'full_submission' order by accession_number`
    const wrong = rows.filter(
      (row) => edgar.shown.get(row.accession_number)?.sha256 !== row.submission_sha256,
    )
    const objects = openObjectStore(cluster.objectsUrl)
    let damaged = 0
    for (const { submission_sha256 } of rows.slice(0, READ_BACK)) {
      const bytes = await objects.get(submission_sha256)
      if (!bytes || sha256(bytes) !== submission_sha256) damaged += 1
    }
    return [
      atLeast('submissions stored', rows.length, 1, 'submissions'),
      atMost('submissions with other bytes than EDGAR has', wrong.length, 0, 'submissions'),
      atMost(
        `objects of ${Math.min(READ_BACK, rows.length)} that are missing or damaged`,
        damaged,
        0,
        'objects',
      ),
    ]
  },
}
