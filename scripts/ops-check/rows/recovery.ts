import type { Row } from '../row.ts'

export const rows: Row[] = [
  {
    item: 'recovery.database',
    artefacts: [
      'core/src/recovery',
      'deploy/postgres',
      'workers/src/backup-main.ts',
      'workers/src/restore-drill-main.ts',
    ],
    tests: [
      'scripts/recovery/restore.test.ts > comes back at a chosen second: its rows, a whole audit chain',
      'scripts/recovery/restore.test.ts > a moment that the archive does not reach is refused',
      'scripts/recovery/restore.test.ts > a segment that cannot be read ends the recovery',
      'scripts/recovery/restore.test.ts > comes back for good: as a server with the settings of the deployment',
      'scripts/recovery/programs.test.ts > restore it beside the running server and write down what they saw',
      'core/src/recovery/backups.test.ts > a stream of several parts comes back whole, and only with its key',
      'core/src/recovery/retention.test.ts > when none was made exactly thirty days ago',
    ],
    commands: ['npm run restore:drill', 'npm run backup'],
    state: 'tested',
    note: 'The log is archived at least every 50 seconds instead of a backup each hour: at most 60 seconds are lost. Shown on tens of megabytes; how long a large database takes the nightly drill measures.',
  },
  {
    item: 'recovery.redis',
    artefacts: [
      'core/src/recovery/redis-snapshot.ts',
      'deploy/redis',
      'workers/src/recovery/rebuild-queues.ts',
    ],
    tests: [
      'scripts/recovery/redis.test.ts > a snapshot that the Sentinels led to comes back in an empty Redis',
      'scripts/recovery/redis.test.ts > when the primary is killed, writers and queue find the new one',
      'workers/src/recovery/rebuild-queues.test.ts > every unfinished piece of work is in the queue again after FLUSHALL',
      'core/src/recovery/retention.test.ts > a snapshot of %d days ago is kept',
    ],
    commands: ['npm run redis:drill', 'npm run queues:rebuild'],
    state: 'tested',
  },
  {
    item: 'recovery.logs',
    artefacts: ['core/src/log.ts', 'deploy/logs'],
    tests: [
      'core/src/logs/logs.test.ts > has the schema that those who collect lines are given',
      'api/src/main.test.ts > on SIGTERM turns readiness off, keeps serving while it drains',
    ],
    state: 'simulated',
    note: "A line is on standard output within ten milliseconds, and at the latest when the process ends; from there it is the collector's. No collector of a provider was tried: see logs.shipping.",
  },
  {
    item: 'recovery.failover',
    artefacts: ['deploy/postgres/failover.ts', 'deploy/postgres/postgresql.conf'],
    tests: [
      'scripts/recovery/failover.test.ts > whose primary is killed under writers goes on with its standby',
      'deploy/postgres/failover.test.ts > only we do not see the primary',
    ],
    commands: ['npm run failover:drill'],
    state: 'simulated',
    note: 'Real servers on one machine and a controller of our own. Where machines fail independently Patroni decides by majority: written down, not tried.',
  },
  {
    item: 'recovery.region',
    artefacts: [
      'deploy/region',
      'core/src/recovery/copy-objects.ts',
      'docs-site/content/docs/operate/recovery.mdx',
    ],
    tests: [
      'scripts/recovery/region.test.ts > brings a region back in another',
      'core/src/recovery/copy-objects.test.ts > what the second copy lacks is brought to it',
      'core/src/recovery/copy-objects.test.ts > a copy that was cut short goes on behind the last key',
    ],
    commands: ['npm run region:drill', 'npm run objects:copy'],
    state: 'simulated',
    note: 'The other region is another folder and another cluster on this machine. Replication between regions and the turn of the DNS stand on paper.',
  },
  {
    item: 'recovery.backups-year',
    artefacts: ['core/src/recovery/retention.ts', 'core/src/recovery/back-up-database.ts'],
    tests: [
      'core/src/recovery/retention.test.ts > the first of each month is kept for twelve months, and not for thirteen',
      'core/src/recovery/retention.test.ts > of the log everything since the beginning of the window is kept',
    ],
    commands: ['npm run backup'],
    state: 'tested',
    note: 'The document says 30 days in one table and a year in another: any second of 30 days, and the first backup of each month for a year.',
  },
  {
    item: 'recovery.application',
    artefacts: ['deploy/rollback', 'deploy/kubernetes/base'],
    tests: [
      'deploy/rollback/rollback.test.ts > are the ten newest by their numbers that every image has',
      'deploy/rollback/rollback.test.ts > runs every image of the release by its digest',
      'deploy/rollback/rollback.test.ts > is one command',
    ],
    commands: ['npm run rollback'],
    state: 'simulated',
    note: 'A registry and a Railway on this machine, and kubectl without a cluster. Railway keeps an image for days only, so the ten are kept in a registry.',
  },
  {
    item: 'recovery.restarts',
    artefacts: ['.railway/railway.ts', 'deploy/compose/docker-compose.yml', 'deploy/kubernetes/base'],
    tests: [
      '.railway/railway.test.ts > drains and overlaps every service that lasts, and restarts it at most three times',
      'deploy/compose/compose.test.ts > gives nobody more rights than it needs, and three attempts',
    ],
    state: 'simulated',
    note: 'Railway and Compose are told three attempts. Kubernetes restarts without an end, with growing pauses; its jobs are tried three times.',
  },
  {
    item: 'recovery.unhealthy',
    artefacts: ['deploy/nginx', 'deploy/kubernetes/base'],
    tests: [
      'deploy/nginx/nginx.test.ts > repeats a GET at the next server',
      'deploy/kubernetes/kubernetes.test.ts > ask three questions of what lasts, and restart nothing because a database is away',
    ],
    state: 'tested',
    note: 'nginx goes on to the next at once and puts nobody aside; Kubernetes takes a pod out that is not ready. Railway looks at health only while it deploys: on paper there.',
  },
]
