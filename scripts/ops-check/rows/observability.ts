import type { Row } from '../row.ts'

export const rows: Row[] = [
  {
    item: 'metrics.api',
    artefacts: [
      'api/src/service/metrics.ts',
      'api/src/service/request-durations.ts',
      'api/src/front/counts.ts',
    ],
    tests: [
      'api/src/service/metrics.test.ts > counts every answer once, whoever gave it',
      'api/src/service/metrics.test.ts > never grows over the series it may have',
    ],
    state: 'tested',
  },
  {
    item: 'metrics.database-pool',
    artefacts: ['core/src/metrics/pool-metrics.ts', 'scripts/install/repair-driver.mjs'],
    tests: ['core/src/metrics/pool-metrics.test.ts > a pool tells its connections at work'],
    state: 'tested',
  },
  {
    item: 'metrics.cache',
    artefacts: ['api/src/service/metrics.ts'],
    tests: ['api/src/service/metrics.test.ts > the cache counts where its answers came from'],
    state: 'tested',
  },
  {
    item: 'metrics.queue',
    artefacts: ['workers/src/gauges/queues.ts', 'workers/src/metrics.ts'],
    tests: [
      'workers/src/gauges/gauges.test.ts > queue depths by state, and how long the oldest job has waited',
      'workers/src/gauges/gauges.test.ts > what the record says: dead work',
    ],
    state: 'tested',
    note: 'Celery became BullMQ.',
  },
  {
    item: 'metrics.machine',
    artefacts: [
      'core/src/metrics/disk-metrics.ts',
      'docs-site/src/process-metrics.ts',
      'deploy/prometheus/prometheus.yml',
    ],
    tests: [
      'core/src/metrics/disk-metrics.test.ts > a disk is as large and as full as df says',
      'docs-site/src/process-metrics.test.ts > metrics of the portal are there',
    ],
    state: 'tested',
    note: 'Processor, memory and event loop of every process, and the disks it writes to. Machines of ours under Postgres and Redis have a node exporter; its job and alert are in the configuration.',
  },
  {
    item: 'metrics.sec',
    artefacts: ['workers/src/gauges/edgar.ts', 'workers/src/gauges/sec-budget.ts'],
    tests: [
      'workers/src/gauges/gauges.test.ts > EDGAR: the breaker, its use of the budget',
      'workers/src/gauges/gauges.test.ts > of the last ten seconds every request counts',
    ],
    state: 'tested',
  },
  {
    item: 'metrics.claude',
    artefacts: ['workers/src/metrics.ts'],
    tests: ['workers/src/metrics.test.ts > tokens and dollars of Claude are counted as they were billed'],
    state: 'tested',
  },
  {
    item: 'metrics.filings',
    artefacts: [
      'workers/src/filings/publish.ts',
      'workers/src/intake/fail.ts',
      'core/src/edgar/market-hours.ts',
    ],
    tests: [
      'workers/src/gauges/gauges.test.ts > a filing is counted once, by form and outcome',
      'core/src/edgar/market-hours.test.ts > the holidays of %s, as published',
    ],
    state: 'tested',
  },
  {
    item: 'metrics.signal-accuracy',
    artefacts: ['workers/src/gauges/register.ts', 'core/src/signals/accuracy/measured.ts'],
    tests: ['workers/src/gauges/gauges.test.ts > accuracy as it was measured, and at most 2,000 series'],
    commands: ['npm run accuracy:signals'],
    state: 'tested',
  },
  {
    item: 'alerts.critical',
    artefacts: ['deploy/prometheus/rules/founding.yml', 'deploy/alertmanager/alertmanager.yml'],
    tests: [
      'deploy/prometheus/rules.test.ts > every alert fires on its fault and is silent otherwise',
      'deploy/alertmanager/alertmanager.test.ts > every alert reaches the channel of its severity',
    ],
    commands: ['npm run alerts:live'],
    state: 'tested',
    note: 'PagerDuty itself is on paper: a server on loopback speaks its protocol.',
  },
  {
    item: 'alerts.warning',
    artefacts: ['deploy/prometheus/rules/founding.yml', 'deploy/alertmanager/alertmanager.yml'],
    tests: [
      'deploy/prometheus/rules.test.ts > every alert fires on its fault and is silent otherwise',
      'deploy/prometheus/rules.test.ts > critical at once and warnings after a quarter of an hour',
    ],
    commands: ['npm run alerts:live'],
    state: 'tested',
    note: 'Slack itself is on paper: a server on loopback speaks its protocol.',
  },
  {
    item: 'alerts.added',
    artefacts: [
      'deploy/prometheus/rules/added.yml',
      'deploy/prometheus/rules/slo.yml',
      'deploy/prometheus/alert-cases.ts',
    ],
    tests: [
      'deploy/prometheus/rules.test.ts > every alert fires on its fault and is silent otherwise',
      'deploy/prometheus/rules.test.ts > has a case on which it fires and one on which it is silent',
    ],
    state: 'tested',
  },
  {
    item: 'alerts.runbooks',
    artefacts: ['docs-site/content/docs/operate/runbooks'],
    tests: [
      'deploy/prometheus/runbooks.test.ts > there is a runbook for every alert, and none without one',
      'deploy/prometheus/runbooks.test.ts > every statement that a runbook has somebody ask is one',
    ],
    state: 'tested',
  },
  {
    item: 'slo.objectives',
    artefacts: [
      'deploy/prometheus/slo.yaml',
      'deploy/prometheus/rules/slo.yml',
      'docs-site/content/docs/operate/objectives.mdx',
    ],
    tests: [
      'deploy/prometheus/rules.test.ts > the rules that are committed are those that slo.yaml gives',
      'deploy/prometheus/rules.test.ts > are those that were promised',
    ],
    state: 'tested',
    note: 'The alert at 5 % errors lies fifty times above the target of 0.1 %; it stays, and alerts on the speed at which the budget burns stand beside it.',
  },
  {
    item: 'slo.status-page',
    artefacts: ['docs-site/src/status', 'docs-site/app/status', 'api/src/service/routes.ts'],
    tests: [
      'api/src/service/status.test.ts > while Postgres is away the state says so at once',
      'api/src/limits.test.ts > the API answers and boots all the same',
      'docs-site/src/status/report.test.ts > is not operational when something is wrong',
    ],
    state: 'tested',
  },
  {
    item: 'dashboards.grafana',
    artefacts: ['deploy/grafana/dashboards', 'deploy/grafana/dashboards.ts', 'deploy/grafana/provisioning'],
    tests: [
      'deploy/grafana/dashboards.test.ts > asks for series that our processes export, by labels they have',
      'deploy/grafana/dashboards.test.ts > has the shape that Grafana reads',
    ],
    state: 'simulated',
    note: 'Grafana cannot be installed here: shape, queries, metrics and labels are checked without it.',
  },
  {
    item: 'logs.schema',
    artefacts: ['core/src/log.ts', 'core/src/logs', 'deploy/logs/log-line.schema.json'],
    tests: [
      'workers/src/pipeline.test.ts > every line that workers and scheduler write keeps the schema',
      'api/src/main.test.ts > loses no request and no usage',
      'core/src/logs/logs.test.ts > keeps the schema, whatever is said in it',
      'core/src/logs/logs.test.ts > are fewer than 500 in any second of',
    ],
    state: 'tested',
    note: 'The fields of the document and `message`, which viewers look for. Of the processes that are ours and no page: what Next.js says of itself in the portal is not in the schema.',
  },
  {
    item: 'logs.shipping',
    artefacts: [
      'deploy/logs/vector.yaml',
      'deploy/logs/ilm-policy.json',
      'deploy/logs/index-template.json',
      'core/src/retention/policies.ts',
    ],
    tests: [
      'deploy/logs/logs.test.ts > is whole: every input is an output of something',
      'deploy/logs/logs.test.ts > they go after 90 days, a day at a time',
      'core/src/retention/retention.test.ts > removed is exactly what was said to be due',
      'core/src/retention/retention.test.ts > a month of the audit log is due seven years after its last day',
    ],
    commands: ['npm run retention'],
    state: 'paper',
    note: 'Neither Vector nor Elasticsearch runs here: shape, bounds and fields are checked, the programs of Vector are not compiled. What is kept in Postgres, the audit log among it, is tested. Railway has no setting for a drain of logs.',
  },
  {
    item: 'traces.opentelemetry',
    artefacts: ['core/src/traces', 'api/src/plugins/tracing.ts', 'core/migrations/0033_traces.sql'],
    tests: [
      'scripts/traces.test.ts > one trace goes from a request through outbox, queue and worker to the webhook',
      'workers/src/pipeline.test.ts > every job on a filing, its place in the feed and its span belong to the trace',
      'core/src/traces/traces.test.ts > costs its process nothing but itself when the collector is away',
    ],
    state: 'tested',
    note: 'Sent by the real exporter to a collector on loopback. Answers that the API gives out of memory are traced only when they come with a traceparent; the portal sends no spans.',
  },
  {
    item: 'alerts.info',
    artefacts: ['core/src/operations-events', 'workers/src/operations/send-digest.ts'],
    tests: [
      'core/src/operations-events/operations-events.test.ts > tells of deployments, scaling and backups of that day and of no other',
      'core/src/operations-events/operations-events.test.ts > is noted once, however many processes say it',
    ],
    commands: ['npm run deploy:record'],
    state: 'tested',
    note: 'The mail goes to a server on loopback. Changes of replicas are noted by our autoscaler; what Kubernetes scales stands in its own events.',
  },
]
