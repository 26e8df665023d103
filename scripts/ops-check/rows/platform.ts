import type { Row } from '../row.ts'

const NGINX = 'deploy/nginx/nginx.test.ts'
const PGBOUNCER = 'deploy/pgbouncer/pgbouncer.test.ts'
const RAILWAY = '.railway/railway.test.ts'
const KUBERNETES = 'deploy/kubernetes/kubernetes.test.ts'
const COMPOSE = 'deploy/compose/compose.test.ts'
const DOCKERFILES = 'deploy/docker/dockerfile-rules.test.ts'
const PROGRAMS = 'scripts/test/built-programs.test.ts > becomes healthy and ends with code 0 on SIGTERM'

export const rows: Row[] = [
  {
    item: 'topology.portal',
    artefacts: ['docs-site', 'deploy/docker/docs-site.Dockerfile'],
    tests: [
      'docs-site/portal.test.ts > headers of every answer keep browsers from guessing, framing and telling',
      `${RAILWAY} > asks every service for its health that answers over HTTP`,
    ],
    state: 'tested',
  },
  {
    item: 'topology.api',
    artefacts: ['api/src/main.ts', 'api/src/service/routes.ts', 'deploy/docker/api.Dockerfile'],
    tests: [
      PROGRAMS,
      'api/src/main.test.ts > on SIGTERM turns readiness off, keeps serving while it drains',
      `${PGBOUNCER} > carries the API, which starts, reads and writes, and the workers`,
    ],
    state: 'tested',
  },
  {
    item: 'topology.workers',
    artefacts: ['workers/src/main.ts', 'deploy/docker/workers.Dockerfile'],
    tests: [PROGRAMS, 'workers/src/pipeline.test.ts > every filing the index names is published'],
    commands: ['npm run faults'],
    state: 'tested',
  },
  {
    item: 'topology.scheduler',
    artefacts: ['workers/src/scheduler-main.ts', 'deploy/docker/scheduler.Dockerfile'],
    tests: [PROGRAMS, `${RAILWAY} > gives each service the replicas and the caps of the architecture`],
    commands: ['npm run faults'],
    state: 'tested',
  },
  {
    item: 'topology.postgres',
    artefacts: [
      'deploy/postgres',
      'deploy/docker/recovery.Dockerfile',
      'deploy/kubernetes/base/postgres.yaml',
    ],
    tests: [
      'scripts/recovery/failover.test.ts > whose primary is killed under writers goes on with its standby',
      'scripts/recovery/restore.test.ts > comes back at a chosen second',
      `${RAILWAY} > opens no data service to the public and pins every image`,
    ],
    state: 'tested',
  },
  {
    item: 'topology.redis',
    artefacts: ['core/src/redis.ts', '.railway/railway.ts', 'deploy/kubernetes/base/redis-queue.yaml'],
    tests: [
      'scripts/recovery/redis.test.ts > when the primary is killed, writers and queue find the new one',
      'core/src/identity/sessions.test.ts > is found without Redis, and ends without it',
      `${RAILWAY} > never evicts from the queue and always evicts from the cache`,
      `${COMPOSE} > evicts from the cache and never from the queue`,
    ],
    state: 'tested',
    note: 'Two of them: a cache may drop its oldest keys, a queue none. High availability is by Sentinel, not by Redis Cluster.',
  },
  {
    item: 'topology.monitoring',
    artefacts: [
      'deploy/prometheus',
      'deploy/grafana',
      'workers/src/queue-dashboard',
      'core/src/error-reports',
    ],
    tests: [
      'deploy/prometheus/rules.test.ts > accepts every rule and the configuration',
      'deploy/grafana/dashboards.test.ts > what is no query, or nobody exports, is found',
      'workers/src/queue-dashboard/queue-dashboard.test.ts > shows what waits, its ids and nothing else of it',
    ],
    state: 'simulated',
    note: 'Prometheus and the queue dashboard ran. Grafana and Sentry cannot run here: dashboards are parsed, reports go to a stand-in.',
  },
  {
    item: 'topology.object-store',
    artefacts: ['core/src/objects'],
    tests: [
      'core/src/objects/s3-store.test.ts > bytes come back as they were put, under the hash of their content',
      'core/src/objects/file-store.test.ts > any bytes come back as they were put, under the hash of their content',
    ],
    state: 'tested',
    note: 'Against a server that speaks the protocol of S3 on this machine; no hosted one was asked.',
  },
  {
    item: 'topology.outside',
    artefacts: ['core/src/edgar', 'core/src/claude'],
    tests: [
      'core/src/edgar/throttle.test.ts > two limiters share it evenly spread, and neither starves',
      'core/src/claude/ask.test.ts > is answered, metered and kept, and asked again costs nothing',
    ],
    state: 'simulated',
    note: 'A scripted EDGAR and a scripted Claude answer here.',
  },
  {
    item: 'topology.railway',
    artefacts: ['.railway/railway.ts', 'railway.json'],
    tests: [
      `${RAILWAY} > has its services, one Postgres, two Redis and two buckets`,
      `${RAILWAY} > opens no data service to the public and pins every image`,
      `${RAILWAY} > says the same of the api`,
    ],
    state: 'simulated',
    note: 'The graph of the description is evaluated with the package of Railway; nothing was planned or applied. railway.json is the older form, which Railway stops reading on 2026-12-01.',
  },
  {
    item: 'topology.rollback',
    artefacts: ['deploy/rollback', 'deploy/rollout', '.railway/railway.ts'],
    tests: [
      'deploy/rollout/rollout.test.ts > is seen in its log, taken back, and then fails nobody',
      'deploy/rollback/rollback.test.ts > says so when the deployment is',
    ],
    state: 'simulated',
    note: 'Railway and Kubernetes keep the old version when a new one does not become healthy; here a stand-in says so. The split of traffic and its end ran with real nginx.',
  },
  {
    item: 'topology.zero-downtime',
    artefacts: ['deploy/nginx', 'api/src/main.ts', 'deploy/kubernetes/base/api.yaml'],
    tests: [
      'api/src/main.test.ts > loses no request and no usage, and exits with 0',
      `${NGINX} > repeats a GET at the next server, a POST only when it was not sent`,
      `${KUBERNETES} > replace without a gap: a new pod first`,
      `${RAILWAY} > drains and overlaps every service that lasts`,
    ],
    state: 'tested',
  },
  {
    item: 'topology.isolation',
    artefacts: ['.railway/railway.ts', 'deploy/kubernetes', 'deploy/compose/docker-compose.yml'],
    tests: [
      'api/src/main.test.ts > starts without Redis',
      'workers/src/health.test.ts > health and metrics answer while Redis is away',
      `${KUBERNETES} > let through these connections and no others`,
    ],
    commands: ['npm run faults'],
    state: 'tested',
  },
  {
    item: 'topology.pgbouncer',
    artefacts: ['deploy/pgbouncer'],
    tests: [
      `${PGBOUNCER} > shows two organisations that take turns on its connections nothing of each other`,
      `${PGBOUNCER} > carries the API, which starts, reads and writes, and the workers`,
      `${PGBOUNCER} > no program listens, locks or sets anything for a session of Postgres`,
    ],
    commands: ['npm run pgbouncer:isolation'],
    state: 'tested',
  },
  {
    item: 'topology.read-replicas',
    artefacts: ['api/src/service/replica.ts', 'core/src/replica.ts'],
    tests: [
      'api/src/service/replica.test.ts > no route that writes can reach what reads from the replica',
      'api/src/service/replica.test.ts > reads from the replica while it is fresh',
      'api/src/service/replica.test.ts > no write is decided by a replica that stands still',
    ],
    state: 'tested',
  },
  {
    item: 'topology.audit-partitions',
    artefacts: ['core/src/audit/retention.ts'],
    tests: [
      'core/src/audit/retention.test.ts > there is a partition for this month and three more',
      'core/src/audit/retention.test.ts > a partition is due 2,557 days after its last day',
    ],
    state: 'tested',
  },
  {
    item: 'sizing.resources',
    artefacts: ['.railway/railway.ts', 'deploy/kubernetes/base', 'deploy/compose/docker-compose.yml'],
    tests: [
      `${RAILWAY} > gives each service the replicas and the caps of the architecture`,
      `${KUBERNETES} > give what serves or works the processors and the memory of the architecture`,
      `${COMPOSE} > gives each service the processors and the memory of the architecture`,
    ],
    state: 'simulated',
    note: 'The three descriptions say what the table says; no platform has held a process to it here.',
  },
  {
    item: 'sizing.replicas',
    artefacts: ['.railway/railway.ts', 'deploy/kubernetes/base', 'workers/src/autoscaler'],
    tests: [
      `${RAILWAY} > gives each service the replicas and the caps of the architecture`,
      `${KUBERNETES} > scale within the bounds and by the triggers of the architecture`,
    ],
    state: 'simulated',
    note: 'Railway is given the least and scaled to the most by the autoscaler; Kubernetes scales by itself.',
  },
  {
    item: 'sizing.edge',
    artefacts: ['deploy/cloudflare', 'api/src/front/edge-only.ts'],
    tests: [
      'deploy/cloudflare/cloudflare.test.ts > have the shape that the provider takes, and nothing beside it',
      'deploy/cloudflare/cloudflare.test.ts > put no puzzle before programs, who are our customers',
      'api/src/front/edge-only.test.ts > who comes past the edge is refused',
    ],
    state: 'paper',
    note: 'Neither Terraform nor Cloudflare can be asked here: the rules are held against a schema of our own. That the API refuses who comes past the CDN is tested, and nginx holds the same limit.',
  },
  {
    item: 'sizing.affinity',
    artefacts: ['deploy/nginx', 'core/src/identity'],
    tests: [
      `${PGBOUNCER} > lets either process go on where the other stopped, so that nobody must stay with one`,
      'core/src/identity/sessions.test.ts > is found without Redis, and ends without it',
    ],
    state: 'tested',
    note: 'Dropped: Railway has no affinity, and no process holds anything that another has not.',
  },
  {
    item: 'sizing.subnets',
    artefacts: [
      'deploy/kubernetes/base/network-policies.yaml',
      'deploy/compose/docker-compose.yml',
      '.railway/railway.ts',
    ],
    tests: [
      `${KUBERNETES} > leave no way from outside to the data that does not pass two programs of ours`,
      `${COMPOSE} > leaves no way from outside to the data, and none from the data to outside`,
      `${RAILWAY} > opens no data service to the public and pins every image`,
    ],
    state: 'simulated',
    note: 'The graph of what may talk to what is computed from the descriptions; no cluster enforced it here.',
  },
  {
    item: 'pipeline.environments',
    artefacts: ['.railway/railway.ts', 'deploy/kubernetes/overlays', 'scripts/start.mjs'],
    tests: [
      `${RAILWAY} > staging and production differ in the number of replicas and in nothing else`,
      `${KUBERNETES} > lie in one namespace, which takes only pods under the restricted standard`,
      'scripts/start/start.test.ts > a setting with a wrong value is told by its name',
    ],
    state: 'simulated',
    note: 'Development runs here (`npm start`); staging and production are evaluated, not deployed.',
  },
  {
    item: 'pipeline.images',
    artefacts: ['deploy/docker', 'deploy/images/images.ts'],
    tests: [
      `${DOCKERFILES} > breaks no rule`,
      `${DOCKERFILES} > stands on the images that are listed`,
      `${DOCKERFILES} > copies only what the repository has and the build context lets in`,
    ],
    commands: ['npm run images:try'],
    state: 'simulated',
    note: 'No Docker engine runs here: the command carries the steps of each file out in folders and starts what came of it.',
  },
  {
    item: 'pipeline.image-scan',
    artefacts: ['docs-site/content/docs/operate/deployment.mdx', 'deploy/images/images.ts'],
    tests: [],
    state: 'paper',
    note: 'No scanner of images can be had here. Packages are held against known advisories, and bases are pinned by digest.',
  },
  {
    item: 'pipeline.rolling-update',
    artefacts: ['deploy/kubernetes/base', '.railway/railway.ts', 'deploy/nginx'],
    tests: [
      `${KUBERNETES} > replace without a gap: a new pod first`,
      `${KUBERNETES} > ask three questions of what lasts`,
      `${RAILWAY} > lets the api end in its own time before it is killed`,
      'api/src/main.test.ts > on SIGTERM turns readiness off',
    ],
    state: 'simulated',
    note: 'Draining and retries run with real programs; the order of pods and deployments is that of the descriptions.',
  },
  {
    item: 'pipeline.gradual-rollout',
    artefacts: ['deploy/rollout', 'deploy/nginx/render.ts'],
    tests: [
      `${NGINX} > gives a new version 5 % of the keys, each key always the same version`,
      'deploy/rollout/rollout.test.ts > is taken back when it burns the budget faster than 14.4 times, at once',
      'deploy/rollout/rollout.test.ts > behind nginx a broken version is seen in its log',
    ],
    state: 'simulated',
    note: 'The split and the decision are tested; nothing yet carries the decision out by itself.',
  },
]
