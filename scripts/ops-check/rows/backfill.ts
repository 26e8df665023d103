import type { Row } from '../row.ts'

export const rows: Row[] = [
  {
    item: 'sizing.sec-batches',
    artefacts: [
      'core/src/edgar/feed-archive.ts',
      'core/src/edgar/tar-stream.ts',
      'core/src/outbox/priority.ts',
      'workers/src/filings/feed-entry.ts',
      'workers/src/backfill-main.ts',
      'docs-site/content/docs/operate/backfill.mdx',
    ],
    tests: [
      'workers/src/filings/feed-entry.test.ts > a day takes one request; its index says afterwards what the archive lacked',
      'workers/src/filings/feed-entry.test.ts > an archive that breaks off anywhere goes on next time',
      'workers/src/filings/feed-entry.test.ts > history is not fetched twice',
      'workers/src/backfill/resume.test.ts > a backfill whose worker is killed and whose queue is emptied goes on',
      'workers/src/queue/queues.test.ts > what is new overtakes thousands that wait as history',
      'workers/src/edgar-mirror/feed-archive.test.ts > names every filing of the day, in one request',
    ],
    commands: ['npm run backfill -- status', 'npm run bench:freshness -- --json'],
    state: 'simulated',
    note: 'EDGAR is a mirror that makes its archives out of the filings it has. Repeated reads are saved by the object store, where the document names a CDN: a filing is read from the SEC once, and looked at again once a week for 90 days.',
  },
]
