/** Samples of one series, one a step, in the notation of `promtool test rules`. */
type Series = Record<string, string>

export interface Case {
  series: Series
  /** When it is looked: `16m`, `2d`. */
  at: string
}

export interface AlertCases {
  /** On this the alert fires. */
  fires: Case
  /** On this it is silent, though it looks much the same. */
  silent: Case
  /** Between two samples. Default: a minute. */
  step?: '1m' | '10m'
}

/** In the place of a number of samples: as many as it takes. */
export const TO_THE_END = '*'

const COUNT = 'http_server_request_duration_seconds_count'
const BUCKET = 'http_server_request_duration_seconds_bucket'
const ok = (job = 'api') => `${COUNT}{job="${job}",route="/v1/filings",method="GET",status="200"}`
const bad = `${COUNT}{job="api",route="/v1/filings",method="GET",status="503"}`
const under = (le: string, status = '200') =>
  `${BUCKET}{job="api",route="/v1/filings",method="GET",status="${status}",le="${le}"}`
/** Nothing of it, then so much more each minute. */
const grows = (by: number) => `0+${by}x${TO_THE_END}`
const stays = (value: number) => `${value}x${TO_THE_END}`

const everybody = Object.fromEntries(
  ['api', 'workers', 'scheduler', 'portal'].map((job) => [`up{job="${job}",instance="a"}`, stays(1)]),
)
/** The clock of a test begins at 1970, so that an age of so many seconds is a moment before or after it. */
const moment = (seconds: number) => stays(seconds)

/** For every rule what makes it fire and what does not, by its key: see `ruleKey`. */
export const ALERT_CASES: Record<string, AlertCases> = {
  ServiceDown: {
    fires: { series: { ...everybody, 'up{job="workers",instance="a"}': '1x5 0x60' }, at: '8m' },
    // Down for half a minute, as after a restart.
    silent: { series: { ...everybody, 'up{job="workers",instance="a"}': '1x5 0 1x60' }, at: '7m' },
  },
  DatabaseConnectionFailure: {
    fires: {
      series: {
        'database_up{job="api",instance="a"}': stays(1),
        'database_up{job="api",instance="b"}': stays(0),
      },
      at: '2m',
    },
    silent: {
      series: {
        'database_up{job="api",instance="a"}': stays(1),
        'database_up{job="workers",instance="b"}': stays(1),
      },
      at: '10m',
    },
  },
  DiskSpaceLow: {
    fires: {
      series: {
        'disk_size_bytes{job="api",instance="a",volume="meter"}': stays(1000),
        'disk_available_bytes{job="api",instance="a",volume="meter"}': stays(99),
      },
      at: '3m',
    },
    silent: {
      series: {
        'disk_size_bytes{job="api",instance="a",volume="meter"}': stays(1000),
        'disk_available_bytes{job="api",instance="a",volume="meter"}': stays(101),
        'node_filesystem_size_bytes{fstype="tmpfs",mountpoint="/run"}': stays(1000),
        'node_filesystem_avail_bytes{fstype="tmpfs",mountpoint="/run"}': stays(1),
      },
      at: '10m',
    },
  },
  HighErrorRate: {
    fires: { series: { [ok()]: grows(940), [bad]: grows(60) }, at: '7m' },
    // 5 % exactly, and probes that are told to stay away while a process stops.
    silent: {
      series: {
        [ok()]: grows(950),
        [bad]: grows(50),
        [`${COUNT}{job="api",route="/readyz",method="GET",status="503"}`]: grows(500),
      },
      at: '30m',
    },
  },
  HighLatency: {
    fires: {
      series: { [ok()]: grows(100), [under('2')]: grows(94), [under('+Inf')]: grows(100) },
      at: '17m',
    },
    silent: {
      series: { [ok()]: grows(100), [under('2')]: grows(96), [under('+Inf')]: grows(100) },
      at: '40m',
    },
  },
  CacheMissRateHigh: {
    fires: {
      series: {
        'cache_requests_total{result="miss"}': grows(310),
        'cache_requests_total{result="front"}': grows(690),
      },
      at: '20m',
    },
    silent: {
      series: {
        'cache_requests_total{result="miss"}': grows(290),
        'cache_requests_total{result="front"}': grows(710),
      },
      at: '40m',
    },
  },
  QueueDepthHigh: {
    fires: {
      series: {
        'queue_jobs{job="workers",instance="a",queue="fetch-filing",state="waiting"}': stays(600),
        'queue_jobs{job="workers",instance="a",queue="parse-filing",state="waiting"}': stays(401),
      },
      at: '16m',
    },
    // Two processes that tell of the same six hundred jobs, and history behind them.
    silent: {
      series: {
        'queue_jobs{job="workers",instance="a",queue="fetch-filing",state="waiting"}': stays(600),
        'queue_jobs{job="workers",instance="b",queue="fetch-filing",state="waiting"}': stays(600),
        'queue_jobs{job="workers",instance="a",queue="extract-signals",state="prioritized"}': stays(50_000),
      },
      at: '40m',
    },
  },
  DeploymentCompleted: {
    step: '10m',
    fires: {
      series: {
        'build_info{job="api",instance="a",release="v1"}': '1x200 _x200',
        'build_info{job="api",instance="b",release="v2"}': '_x200 1x200',
      },
      at: '2000m',
    },
    // A process that is new altogether, and one that was started again.
    silent: {
      series: {
        'build_info{job="api",instance="a",release="v1"}': '1x180 _x2 1x200',
        'build_info{job="portal",instance="a",release="v1"}': '_x180 1x200',
      },
      at: '2000m',
    },
  },
  ScalingEvent: {
    step: '10m',
    fires: {
      series: { 'up{job="api",instance="a"}': stays(1), 'up{job="api",instance="b"}': '_x150 1x200' },
      at: '2000m',
    },
    silent: {
      series: { 'up{job="api",instance="a"}': stays(1), 'up{job="api",instance="b"}': '_x10 1x400' },
      at: '2000m',
    },
  },
  BackupCompleted: {
    step: '10m',
    fires: {
      series: { 'backup_last_success_timestamp_seconds{kind="database",source="primary"}': moment(1000) },
      at: '1400m',
    },
    silent: {
      series: { 'backup_last_success_timestamp_seconds{kind="database",source="primary"}': moment(1000) },
      at: '1500m',
    },
  },
  DeadJobs: {
    fires: { series: { 'dead_jobs{instance="a",queue="parse-filing"}': stays(1) }, at: '6m' },
    silent: {
      series: {
        'failed_work{instance="a",kind="intake"}': stays(3),
        'queue_jobs{queue="fetch-filing",state="active"}': stays(9),
      },
      at: '30m',
    },
  },
  NoFilingIngested: {
    fires: {
      series: {
        'ingest_last_published_timestamp_seconds{dataset="live"}': moment(0),
        'ingest_expected{instance="a"}': stays(1),
      },
      at: '31m',
    },
    // The exchanges opened ten minutes ago.
    silent: {
      series: {
        'ingest_last_published_timestamp_seconds{dataset="live"}': moment(0),
        'ingest_expected{instance="a"}': '0x30 1x100',
      },
      at: '41m',
    },
  },
  SecBreakerOpen: {
    fires: { series: { 'sec_breaker_state{dataset="live"}': stays(2) }, at: '2m' },
    silent: { series: { 'sec_breaker_state{dataset="live"}': stays(1) }, at: '20m' },
  },
  OutboxStuck: {
    fires: { series: { outbox_oldest_age_seconds: '0+60x100' }, at: '6m' },
    silent: { series: { outbox_oldest_age_seconds: stays(119) }, at: '30m' },
  },
  WebhookFailureRatioHigh: {
    fires: {
      series: {
        'webhook_attempts_total{outcome="succeeded"}': grows(6),
        'webhook_attempts_total{outcome="will_retry"}': grows(4),
      },
      at: '45m',
    },
    silent: {
      series: {
        'webhook_attempts_total{outcome="succeeded"}': grows(8),
        'webhook_attempts_total{outcome="will_retry"}': grows(2),
      },
      at: '60m',
    },
  },
  ClaudeBudgetNearlyUsed: {
    fires: { series: { claude_budget_used_ratio: '0.81x10' }, at: '1m' },
    silent: { series: { claude_budget_used_ratio: '0.8x10' }, at: '5m' },
  },
  AuditChainBroken: {
    fires: { series: { 'audit_faults{instance="a"}': stays(1) }, at: '1m' },
    silent: { series: { 'audit_faults{instance="a"}': stays(0) }, at: '30m' },
  },
  AuditVerificationOverdue: {
    step: '10m',
    fires: { series: { audit_verified_timestamp_seconds: moment(0) }, at: '1570m' },
    silent: { series: { audit_verified_timestamp_seconds: moment(0) }, at: '1550m' },
  },
  BackupTooOld: {
    fires: {
      series: {
        'backup_last_success_timestamp_seconds{kind="database",source="primary"}': moment(0),
        wal_archived_timestamp_seconds: moment(60),
      },
      at: '95m',
    },
    // The backup is old, and the write-ahead log is archived all the time.
    silent: {
      series: {
        'backup_last_success_timestamp_seconds{kind="database",source="primary"}': moment(0),
        wal_archived_timestamp_seconds: '0+60x200',
        'build_info{environment="production"}': stays(1),
      },
      at: '180m',
    },
  },
  FullBackupTooOld: {
    step: '10m',
    fires: {
      series: { 'backup_last_success_timestamp_seconds{kind="redis",source="queue"}': moment(0) },
      at: '1580m',
    },
    silent: {
      series: { 'backup_last_success_timestamp_seconds{kind="redis",source="queue"}': moment(0) },
      at: '1550m',
    },
  },
  RestoreDrillFailed: {
    fires: { series: { restore_drill_succeeded: stays(0) }, at: '1m' },
    silent: { series: { restore_drill_succeeded: stays(1) }, at: '30m' },
  },
  CertificateExpiresSoon: {
    fires: {
      series: { 'tls_certificate_expiry_timestamp_seconds{host="api.test"}': moment(1_209_000) },
      at: '11m',
    },
    silent: {
      series: { 'tls_certificate_expiry_timestamp_seconds{host="api.test"}': moment(1_220_000) },
      at: '30m',
    },
  },

  'ErrorBudgetBurn availability fast': {
    fires: { series: { [ok()]: grows(980), [bad]: grows(20) }, at: '65m' },
    // As bad for an hour, and over for the last ten minutes.
    silent: { series: { [ok()]: grows(980), [bad]: '0+20x55 1100x60' }, at: '66m' },
  },
  'ErrorBudgetBurn availability medium': {
    step: '10m',
    fires: { series: { [ok()]: grows(992), [bad]: grows(8) }, at: '370m' },
    silent: { series: { [ok()]: grows(995), [bad]: grows(5) }, at: '370m' },
  },
  'ErrorBudgetBurn availability slow': {
    step: '10m',
    fires: { series: { [ok()]: grows(9980), [bad]: grows(20) }, at: '4400m' },
    silent: { series: { [ok()]: grows(9995), [bad]: grows(5) }, at: '4400m' },
  },
  ...burnOf('latency', { total: ok(), good: under('0.5') }),
  ...burnOf('freshness', {
    total: 'ingest_lag_seconds_count{stage="published"}',
    good: 'ingest_lag_seconds_bucket{stage="published",le="60"}',
  }),
  ...burnOf('webhooks', {
    total: 'webhook_first_attempt_seconds_count',
    good: 'webhook_first_attempt_seconds_bucket{le="10"}',
  }),
}

/** Objectives of 95 %: 72 % bad is fast, 30 % medium, 5 % slow. */
function burnOf(slo: string, { total, good }: { total: string; good: string }): Record<string, AlertCases> {
  const share = (percent: number) => ({ [total]: grows(100), [good]: grows(percent) })
  return {
    [`ErrorBudgetBurn ${slo} fast`]: {
      fires: { series: share(27), at: '65m' },
      silent: { series: share(29), at: '65m' },
    },
    [`ErrorBudgetBurn ${slo} medium`]: {
      step: '10m',
      fires: { series: share(69), at: '370m' },
      silent: { series: share(71), at: '370m' },
    },
    [`ErrorBudgetBurn ${slo} slow`]: {
      step: '10m',
      fires: { series: share(94), at: '4400m' },
      silent: { series: share(96), at: '4400m' },
    },
  }
}
