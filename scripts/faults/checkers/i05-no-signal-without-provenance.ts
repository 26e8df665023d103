import type { TextSpanEvidence } from '@sec-latent/core/evidence/evidence'
import { verifySpan } from '@sec-latent/core/evidence/span'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { atMost } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

const SPANS = 1_000

/** Every signal has evidence, and every quote is in the text it names. */
export const noSignalWithoutProvenance: Checker = {
  id: 'I5',
  title: 'No signal is without provenance',
  async check({ sql, cluster }) {
    const [orphans] = await sql<{ count: number }[]>`
      select count(*)::int as count from signals s
      where s.superseded_at is null and not exists (select 1 from evidence e where e.signal_id = s.id)`
    const spans = await sql<{ body: Omit<TextSpanEvidence, 'kind'> }[]>`
      select body from evidence where kind = 'text_span' limit ${SPANS}`
    const objects = openObjectStore(cluster.objectsUrl)
    const texts = new Map<string, string>()
    let wrong = 0
    for (const { body } of spans) {
      const text =
        texts.get(body.text_sha256) ?? (await objects.get(body.text_sha256))?.toString('utf8') ?? ''
      texts.set(body.text_sha256, text)
      if (verifySpan(body, text) !== 'verified') wrong += 1
    }
    return [
      atMost('signals without evidence', orphans?.count ?? -1, 0, 'signals'),
      { check: 'quotes looked up', value: spans.length, unit: 'quotes', ok: true },
      atMost('quotes that are not where they are said to be', wrong, 0, 'quotes'),
    ]
  },
}
