import { type DashboardWish, dashboard, type PanelWish } from './panels.ts'

const COUNT = 'http_server_request_duration_seconds_count'
const BUCKET = 'http_server_request_duration_seconds_bucket'

const stat = (wish: Omit<PanelWish, 'kind'>): PanelWish => ({ ...wish, kind: 'stat' })
const quantiles = (selector: string, by = '') =>
  [0.5, 0.95, 0.99].map((share) => ({
    expr: `histogram_quantile(${share}, sum by (le${by}) (rate(${selector}[$__rate_interval])))`,
    legend: `p${share * 100}`,
  }))

const overview: DashboardWish = {
  uid: 'latent-overview',
  title: 'Overview',
  description: 'Whether the service keeps what it promises. Begin here.',
  rows: [
    {
      title: 'Now',
      panels: [
        stat({
          title: 'Alerts that fire',
          description: 'Critical and warning.',
          unit: 'short',
          limit: 1,
          queries: [{ expr: 'count(ALERTS{alertstate="firing",severity=~"critical|warning"}) or vector(0)' }],
        }),
        stat({
          title: 'Processes that do not answer',
          description: 'Of all that are known.',
          unit: 'short',
          limit: 1,
          queries: [{ expr: 'count(up{job=~"api|workers|scheduler|portal"} == 0) or vector(0)' }],
        }),
        stat({
          title: 'Requests that fail',
          description: 'Share of 5xx over five minutes; 0.1 % is promised.',
          unit: 'percentunit',
          limit: 0.001,
          queries: [{ expr: 'slo:bad:ratio_rate5m{slo="availability"}' }],
        }),
        stat({
          title: 'Jobs that wait',
          description: 'Over all queues, without history that is read again.',
          unit: 'short',
          limit: 1000,
          queries: [{ expr: 'sum(max by (queue) (queue_jobs{state="waiting"}))' }],
        }),
      ],
    },
    {
      title: 'Objectives over 30 days',
      panels: [
        {
          title: 'Burn of the error budgets',
          description: 'How many times too fast, over an hour. 1 uses all of it in 30 days.',
          unit: 'short',
          limit: 14.4,
          queries: [
            {
              expr: 'slo:bad:ratio_rate1h / on (slo) (1 - slo:objective:ratio)',
              legend: '{{slo}}',
            },
          ],
        },
        {
          title: 'Error budget that is left',
          description:
            'From the averages of three days; below zero the promise of 30 days is broken at this pace.',
          unit: 'percentunit',
          queries: [
            {
              expr: '1 - avg_over_time(slo:bad:ratio_rate3d[30d]) / on (slo) (1 - slo:objective:ratio)',
              legend: '{{slo}}',
            },
          ],
        },
      ],
    },
    {
      title: 'Traffic and data',
      panels: [
        {
          title: 'Requests',
          description: 'By class of status.',
          unit: 'reqps',
          queries: [
            { expr: `sum(rate(${COUNT}{status=~"2..|3.."}[$__rate_interval]))`, legend: 'answered' },
            { expr: `sum(rate(${COUNT}{status=~"4.."}[$__rate_interval]))`, legend: 'refused' },
            { expr: `sum(rate(${COUNT}{status=~"5.."}[$__rate_interval]))`, legend: 'failed' },
          ],
        },
        {
          title: 'Freshness',
          description: 'From the acceptance of a filing by EDGAR until it can be asked for.',
          unit: 's',
          limit: 60,
          queries: quantiles('ingest_lag_seconds_bucket{stage="published"}'),
        },
      ],
    },
  ],
}

const api: DashboardWish = {
  uid: 'latent-api',
  title: 'API',
  description: 'Rate, errors and latency of requests, and what they need.',
  rows: [
    {
      title: 'Requests',
      panels: [
        {
          title: 'By route',
          description: 'The ten that are asked most.',
          unit: 'reqps',
          queries: [
            {
              expr: `topk(10, sum by (method, route) (rate(${COUNT}[$__rate_interval])))`,
              legend: '{{method}} {{route}}',
            },
          ],
        },
        {
          title: 'Failures by route',
          description: 'Every 5xx.',
          unit: 'reqps',
          queries: [
            {
              expr: `sum by (route, status) (rate(${COUNT}{status=~"5.."}[$__rate_interval]))`,
              legend: '{{status}} {{route}}',
            },
          ],
        },
        {
          title: 'Latency',
          description: 'Quantiles of all answers, estimated within buckets.',
          unit: 's',
          limit: 0.5,
          queries: quantiles(BUCKET),
        },
        {
          title: 'Slow routes',
          description: 'The ten with the greatest 95th percentile.',
          unit: 's',
          queries: [
            {
              expr: `topk(10, histogram_quantile(0.95, sum by (le, route) (rate(${BUCKET}[$__rate_interval]))))`,
              legend: '{{route}}',
            },
          ],
        },
      ],
    },
    {
      title: 'Cache and limits',
      panels: [
        {
          title: 'Where answers came from',
          description:
            'Front and hit: kept by the process. Shared: by another. Joined: one was being made. Miss: made anew.',
          unit: 'reqps',
          queries: [
            { expr: 'sum by (result) (rate(cache_requests_total[$__rate_interval]))', legend: '{{result}}' },
          ],
        },
        {
          title: 'Share of misses',
          description: 'Over 30 % for a quarter of an hour is a warning; 20 % is the target.',
          unit: 'percentunit',
          limit: 0.3,
          queries: [
            {
              expr: 'sum(rate(cache_requests_total{result="miss"}[$__rate_interval])) / sum(rate(cache_requests_total[$__rate_interval]))',
              legend: 'miss',
            },
          ],
        },
        {
          title: 'Decisions without Redis',
          description: 'Requests whose limits a process decided alone.',
          unit: 'reqps',
          queries: [
            {
              expr: 'sum by (instance) (rate(rate_limit_fallbacks[$__rate_interval]))',
              legend: '{{instance}}',
            },
          ],
        },
        {
          title: 'Commands to Redis for limits',
          description: 'Few: units are leased, not asked for one by one.',
          unit: 'reqps',
          queries: [
            {
              expr: 'sum by (instance) (rate(rate_limit_redis_calls[$__rate_interval]))',
              legend: '{{instance}}',
            },
          ],
        },
      ],
    },
    {
      title: 'Postgres, as this process sees it',
      panels: [
        {
          title: 'Use of the pools',
          description: 'Connections with something to do, of those there may be.',
          unit: 'percentunit',
          limit: 0.9,
          queries: [
            {
              expr: 'sum by (job, pool) (db_pool_used) / sum by (job, pool) (db_pool_max)',
              legend: '{{job}} {{pool}}',
            },
          ],
        },
        {
          title: 'Statements that wait',
          description: 'For a connection, or on one behind another.',
          unit: 'short',
          queries: [
            { expr: 'sum by (job, pool) (db_pool_waiting)', legend: '{{job}} {{pool}} wait' },
            { expr: 'sum by (job, pool) (db_pool_idle)', legend: '{{job}} {{pool}} idle' },
          ],
        },
        {
          title: 'Postgres answers',
          description: '1 while it does, to the process that has the most trouble.',
          unit: 'short',
          queries: [{ expr: 'min by (job) (database_up)', legend: '{{job}}' }],
        },
      ],
    },
  ],
}

const pipeline: DashboardWish = {
  uid: 'latent-pipeline',
  title: 'Pipeline',
  description: 'Filings on their way from EDGAR to customers.',
  rows: [
    {
      title: 'Freshness',
      panels: [
        {
          title: 'From acceptance to publication',
          description: '95 % within 60 seconds are promised.',
          unit: 's',
          limit: 60,
          queries: quantiles('ingest_lag_seconds_bucket{stage="published"}'),
        },
        {
          title: 'From acceptance to discovery',
          description: 'The part of it that is EDGAR telling us.',
          unit: 's',
          queries: quantiles('ingest_lag_seconds_bucket{stage="discovered"}'),
        },
        {
          title: 'Since the last publication',
          description: 'With `expected`: 1 while the exchanges trade and everything is taken in.',
          unit: 's',
          queries: [
            {
              expr: 'time() - max by (dataset) (ingest_last_published_timestamp_seconds)',
              legend: '{{dataset}}',
            },
            { expr: 'max(ingest_expected)', legend: 'expected' },
          ],
        },
        {
          title: 'Filings that ended',
          description: 'Per minute, by outcome.',
          unit: 'short',
          queries: [
            { expr: 'sum by (outcome) (rate(filings_total[$__rate_interval])) * 60', legend: '{{outcome}}' },
          ],
        },
        {
          title: 'By form',
          description: 'Per minute, the ten most frequent.',
          unit: 'short',
          queries: [
            {
              expr: 'topk(10, sum by (form) (rate(filings_total[$__rate_interval])) * 60)',
              legend: '{{form}}',
            },
          ],
        },
        {
          title: 'Filings under way',
          description: 'Known and neither published nor given up.',
          unit: 'short',
          queries: [
            { expr: 'max by (dataset) (ingest_pending_filings)', legend: '{{dataset}}' },
            {
              expr: 'max by (dataset) (ingest_oldest_pending_age_seconds)',
              legend: '{{dataset}}: oldest, seconds',
            },
          ],
        },
      ],
    },
    {
      title: 'EDGAR',
      panels: [
        {
          title: 'Use of the budget of requests',
          description: 'Of all processes together; 1 is the whole of EDGAR_MAX_REQUESTS_PER_SECOND.',
          unit: 'percentunit',
          limit: 1,
          queries: [{ expr: 'sum(sec_budget_used_ratio)', legend: 'used' }],
        },
        {
          title: 'Requests by status',
          description: 'A 403 or 429 pauses everybody for ten minutes.',
          unit: 'reqps',
          queries: [
            {
              expr: 'sum by (status, outcome) (rate(sec_requests_total[$__rate_interval]))',
              legend: '{{status}} {{outcome}}',
            },
          ],
        },
        {
          title: 'Breaker',
          description: '0 requests are sent, 1 one is finding out, 2 nobody sends any.',
          unit: 'short',
          limit: 2,
          queries: [{ expr: 'max by (dataset) (sec_breaker_state)', legend: '{{dataset}}' }],
        },
      ],
    },
    {
      title: 'Queues',
      panels: [
        {
          title: 'Jobs that wait',
          description: 'By queue.',
          unit: 'short',
          limit: 1000,
          queries: [{ expr: 'max by (queue) (queue_jobs{state="waiting"}) > 0', legend: '{{queue}}' }],
        },
        {
          title: 'History that is read again',
          description: 'Behind everything that is new.',
          unit: 'short',
          queries: [{ expr: 'max by (queue) (queue_jobs{state="prioritized"}) > 0', legend: '{{queue}}' }],
        },
        {
          title: 'Age of the oldest job',
          description: 'By queue.',
          unit: 's',
          queries: [{ expr: 'max by (queue) (queue_oldest_job_age_seconds) > 0', legend: '{{queue}}' }],
        },
        {
          title: 'Duration of jobs, p95',
          description: 'By queue.',
          unit: 's',
          queries: [
            {
              expr: 'histogram_quantile(0.95, sum by (le, queue) (rate(queue_job_duration_seconds_bucket[$__rate_interval])))',
              legend: '{{queue}}',
            },
          ],
        },
        {
          title: 'Jobs that ended',
          description: 'By outcome.',
          unit: 'reqps',
          queries: [
            { expr: 'sum by (outcome) (rate(queue_jobs_total[$__rate_interval]))', legend: '{{outcome}}' },
          ],
        },
        {
          title: 'Work that was given up',
          description:
            'Jobs that wait for somebody to have them done again, and what ended in the last day with a reason.',
          unit: 'short',
          limit: 1,
          queries: [
            { expr: 'max by (queue) (dead_jobs)', legend: '{{queue}}' },
            { expr: 'max by (kind) (failed_work)', legend: '{{kind}} with a reason' },
          ],
        },
        {
          title: 'Outbox',
          description: 'Announcements that wait for the queue, and the age of the oldest in seconds.',
          unit: 'short',
          queries: [
            { expr: 'max(outbox_rows)', legend: 'rows' },
            { expr: 'max(outbox_oldest_age_seconds)', legend: 'oldest, seconds' },
          ],
        },
        {
          title: 'Where the time goes',
          description: 'Seconds of work in each second, by step of reading a filing.',
          unit: 'short',
          queries: [
            {
              expr: 'topk(12, sum by (step) (rate(pipeline_step_seconds_total[$__rate_interval])))',
              legend: '{{step}}',
            },
          ],
        },
      ],
    },
  ],
}

const signals: DashboardWish = {
  uid: 'latent-signals',
  title: 'Signals and Claude',
  description: 'What was found, how well it holds, and what asking Claude costs.',
  rows: [
    {
      title: 'Signals',
      panels: [
        {
          title: 'Signals stored',
          description: 'Per minute, the twelve most frequent types.',
          unit: 'short',
          queries: [
            {
              expr: 'topk(12, sum by (signal_type) (rate(signals_total[$__rate_interval])) * 60)',
              legend: '{{signal_type}}',
            },
          ],
        },
        {
          title: 'Precision and recall',
          description: 'As last measured on real filings, by type and version.',
          unit: 'percentunit',
          queries: [
            {
              expr: 'min by (type, version) (signal_eval_precision)',
              legend: '{{type}} {{version}} precision',
            },
            { expr: 'min by (type, version) (signal_eval_recall)', legend: '{{type}} {{version}} recall' },
          ],
        },
      ],
    },
    {
      title: 'Claude',
      panels: [
        {
          title: 'Tokens',
          description: 'Per minute, by model and kind.',
          unit: 'short',
          queries: [
            {
              expr: 'sum by (model, kind) (rate(claude_tokens_total[$__rate_interval])) * 60',
              legend: '{{model}} {{kind}}',
            },
          ],
        },
        {
          title: 'Cost of an hour',
          description: 'By model and mode.',
          unit: 'currencyUSD',
          queries: [
            {
              expr: 'sum by (model, mode) (increase(claude_cost_usd_total[1h]))',
              legend: '{{model}} {{mode}}',
            },
          ],
        },
        {
          title: 'Budget of the day',
          description: 'Spent or promised; calls end at 100 %.',
          unit: 'percentunit',
          limit: 0.8,
          queries: [{ expr: 'max(claude_budget_used_ratio)', legend: 'used' }],
        },
        {
          title: 'Calls',
          description: 'By outcome.',
          unit: 'reqps',
          queries: [
            {
              expr: 'sum by (extractor, outcome) (rate(claude_calls_total[$__rate_interval]))',
              legend: '{{extractor}} {{outcome}}',
            },
          ],
        },
        {
          title: 'Lost calls and batches',
          description: 'Calls of processes that died; requests sent in batches.',
          unit: 'short',
          queries: [
            { expr: 'sum(increase(claude_calls_lost_total[1h]))', legend: 'lost' },
            { expr: 'sum by (step) (increase(claude_batch_requests_total[1h]))', legend: '{{step}}' },
          ],
        },
      ],
    },
  ],
}

const custody: DashboardWish = {
  uid: 'latent-custody',
  title: 'Delivery and custody',
  description: 'Webhooks, backups, the audit log, certificates, and whether units add up.',
  rows: [
    {
      title: 'Now',
      panels: [
        stat({
          title: 'Faults of the audit log',
          description: 'Anything but 0 is an alarm.',
          unit: 'short',
          limit: 1,
          queries: [{ expr: 'max(audit_faults)' }],
        }),
        stat({
          title: 'Audit log verified',
          description: 'How long ago.',
          unit: 'dtdurations',
          limit: 93_600,
          queries: [{ expr: 'time() - max(audit_verified_timestamp_seconds)' }],
        }),
        stat({
          title: 'Events beside all partitions',
          description: 'Anything but 0 is an alarm.',
          unit: 'short',
          limit: 1,
          queries: [{ expr: 'max(audit_stray_events)' }],
        }),
        stat({
          title: 'Units that do not add up',
          description: 'Between counters and final hours. Anything but 0 is an alarm.',
          unit: 'short',
          limit: 1,
          queries: [{ expr: 'max(metering_unreconciled_units)' }],
        }),
        stat({
          title: 'Write-ahead log archived',
          description: 'How long ago: what is younger can be lost.',
          unit: 'dtdurations',
          limit: 5400,
          queries: [{ expr: 'time() - max(wal_archived_timestamp_seconds)' }],
        }),
        stat({
          title: 'Last restore drill',
          description: '1: everything came back.',
          unit: 'short',
          queries: [{ expr: 'max(restore_drill_succeeded)' }],
        }),
        stat({
          title: 'Restored to see whether it can be done',
          description: 'How long ago.',
          unit: 'dtdurations',
          queries: [{ expr: 'time() - max(restore_drill_timestamp_seconds)' }],
        }),
        stat({
          title: 'Certificates end in',
          description: 'The one that ends first.',
          unit: 'dtdurations',
          queries: [{ expr: 'min(tls_certificate_expiry_timestamp_seconds) - time()' }],
        }),
      ],
    },
    {
      title: 'Backups and webhooks',
      panels: [
        {
          title: 'Age of backups',
          description: 'By what was put away.',
          unit: 'dtdurations',
          limit: 93_600,
          queries: [
            {
              expr: 'time() - max by (kind, source) (backup_last_success_timestamp_seconds)',
              legend: '{{kind}} {{source}}',
            },
          ],
        },
        {
          title: 'Webhook attempts',
          description: 'By what they led to.',
          unit: 'reqps',
          queries: [
            {
              expr: 'sum by (outcome) (rate(webhook_attempts_total[$__rate_interval]))',
              legend: '{{outcome}}',
            },
          ],
        },
        {
          title: 'Time to the first attempt',
          description: 'From the event to the end of the attempt; 95 % within 10 seconds are promised.',
          unit: 's',
          limit: 10,
          queries: quantiles('webhook_first_attempt_seconds_bucket'),
        },
        {
          title: 'Deliveries that are due',
          description: 'How many, and since when the oldest is, in seconds.',
          unit: 'short',
          queries: [
            { expr: 'max(webhook_deliveries_due)', legend: 'due' },
            { expr: 'max(webhook_oldest_due_age_seconds)', legend: 'oldest, seconds' },
          ],
        },
      ],
    },
  ],
}

const processes: DashboardWish = {
  uid: 'latent-processes',
  title: 'Processes and machines',
  description: 'Processor, memory, event loop and disks.',
  rows: [
    {
      title: 'Processes',
      panels: [
        {
          title: 'Processor',
          description: 'Cores in use.',
          unit: 'short',
          queries: [
            { expr: 'rate(process_cpu_seconds_total[$__rate_interval])', legend: '{{job}} {{instance}}' },
          ],
        },
        {
          title: 'Memory',
          description: 'Resident.',
          unit: 'bytes',
          queries: [{ expr: 'process_resident_memory_bytes', legend: '{{job}} {{instance}}' }],
        },
        {
          title: 'Delay of the event loop, p99',
          description: 'Over 50 ms a request waits for another.',
          unit: 's',
          limit: 0.05,
          queries: [{ expr: 'nodejs_eventloop_lag_p99_seconds', legend: '{{job}} {{instance}}' }],
        },
        {
          title: 'Heap',
          description: 'In use.',
          unit: 'bytes',
          queries: [{ expr: 'nodejs_heap_size_used_bytes', legend: '{{job}} {{instance}}' }],
        },
        {
          title: 'Releases',
          description: 'How many processes run which.',
          unit: 'short',
          queries: [{ expr: 'count by (job, release) (build_info)', legend: '{{job}} {{release}}' }],
        },
        {
          title: 'Processes that answer',
          description: 'By service.',
          unit: 'short',
          queries: [{ expr: 'sum by (job) (up)', legend: '{{job}}' }],
        },
      ],
    },
    {
      title: 'Disks and machines',
      panels: [
        {
          title: 'Disks of our processes',
          description: 'Share that is used; over 90 % somebody is called.',
          unit: 'percentunit',
          limit: 0.9,
          queries: [
            { expr: '1 - disk_available_bytes / disk_size_bytes', legend: '{{job}} {{instance}} {{volume}}' },
          ],
        },
        {
          title: 'Disks of machines',
          description: 'By the node exporter, where there is one.',
          unit: 'percentunit',
          limit: 0.9,
          queries: [
            {
              expr: '1 - node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs"} / node_filesystem_size_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs"}',
              legend: '{{instance}} {{mountpoint}}',
            },
          ],
        },
        {
          title: 'Processors of machines',
          description: 'Share in use, by the node exporter.',
          unit: 'percentunit',
          queries: [
            {
              expr: '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))',
              legend: '{{instance}}',
            },
          ],
        },
        {
          title: 'Memory of machines',
          description: 'Share in use, by the node exporter.',
          unit: 'percentunit',
          queries: [
            {
              expr: '1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes',
              legend: '{{instance}}',
            },
          ],
        },
      ],
    },
  ],
}

/** Every dashboard, by the name of its file. */
export function dashboards(): Map<string, string> {
  return new Map(
    [overview, api, pipeline, signals, custody, processes].map((wish) => [
      `${wish.uid.replace('latent-', '')}.json`,
      `${JSON.stringify(dashboard(wish), null, 2)}\n`,
    ]),
  )
}
