import { type Capacity, capacityOf } from './capacity.ts'
import { FAMILIES, FAMILY_NAMES } from './families.ts'
import { EDGAR, FOUNDING, SERVICES } from './founding.ts'
import type { Read } from './read-inputs.ts'

const COMMAND = 'npm run capacity -- --write-page'

/** The page of capacity and cost: every number in it is computed here, so that it cannot say anything else than the model. */
export function capacityPage({ inputs, assumptions, constants, prices }: Read): string {
  const capacity = capacityOf(inputs)
  const { measured } = inputs
  const sum = Object.values(measured.families).reduce((all, { filings }) => all + filings, 0)
  return `---
title: Capacity and cost
description: What a filing takes, what a request costs, and what follows for the sizes and bills of this platform.
---

{/* Written by ${COMMAND}: change scripts/capacity instead. */}

Three kinds of numbers stand here. **Measured**: read off this software at work, by the command that is named. **Assumed**: what
nobody measured, listed at the end with its reason. **Extrapolated**: everything else, computed from these two by
\`scripts/capacity/model.ts\`. No deployment of this size has run; before money is spent on one, measure a tenth of it.

## What a filing takes (measured)

\`npm run capacity\` gave ${measured.filings} real submissions to a worker with a Postgres ${measured.postgres.split(' ')[0]} and an object store of its own, on
${measured.measured_on}. Bytes of one filing on average, with indexes and what Postgres keeps outside of its rows; objects as they are
stored, which is not compressed, and what \`gzip\` would leave of them.

${table(
  [
    'filings',
    'measured',
    'submission',
    'Postgres',
    'objects',
    'gzipped',
    'signals',
    'facts',
    'worker time',
    'Postgres time',
  ],
  FAMILIES.flatMap((family) => {
    const one = measured.families[family]
    if (!one) return []
    const postgres = Object.values(one.tables).reduce((all, bytes) => all + bytes, 0)
    return [
      [
        FAMILY_NAMES[family],
        count(one.filings),
        kb(one.submission_bytes),
        kb(postgres),
        kb(one.object_bytes),
        kb(one.object_gzip_bytes),
        one.signals.toFixed(1),
        count(one.facts),
        ms(one.cpu_ms),
        ms(one.postgres_cpu_ms),
      ],
    ]
  }),
)}

The last two columns are processor time. ${sum} filings of one corpus are not EDGAR: its test data prefers what is unusual, and a family
with fewer than ten says little. A family that is not there counts as "everything else".

The largest tables, in bytes of one row with its share of the indexes:

${table(
  ['table', 'rows', 'bytes a row', 'of which indexes'],
  largest(measured.tables).map(([name, size]) => [
    `\`${name}\``,
    count(size.rows),
    count((size.heap + size.indexes + size.toast) / Math.max(1, size.rows)),
    percent(size.indexes / (size.heap + size.indexes + size.toast)),
  ]),
)}

A line of the request log takes ${count(measured.request_log_bytes)} bytes. A worker had ${mb(measured.worker_idle_bytes)} of memory before its first filing and ${mb(measured.worker_peak_bytes)} at most.

## The average filing of EDGAR (extrapolated)

The families above, as often as EDGAR has their forms (\`FORMS\` in \`api/src/bench-lists/forms.ts\`, which says itself that it is rough):
${kb(capacity.filing.postgres_bytes)} in Postgres, ${kb(capacity.filing.object_bytes)} of objects, ${capacity.filing.signals.toFixed(1)} signals, ${capacity.filing.facts.toFixed(0)} facts, ${ms(capacity.filing.cpu_ms)} of a worker and
${ms(capacity.filing.postgres_cpu_ms)} of Postgres. Most of its Postgres:

${table(
  ['table', 'bytes of a filing', 'share', 'all of EDGAR'],
  Object.entries(capacity.filing.tables)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 8)
    .map(([name, bytes]) => [
      `\`${name}\``,
      count(bytes),
      percent(bytes / capacity.filing.postgres_bytes),
      gb((bytes * EDGAR.filings) / 1e9),
    ]),
)}

So the founding ${FOUNDING.storageGb.postgres} GB hold ${million(capacity.fit_in_founding_disk)} filings.

## Storage (extrapolated)

What is kept of the founding loads is ${FOUNDING.years} years of what EDGAR receives; the document's own ${FOUNDING.now.filingsPerHour} filings an hour are more than EDGAR
has on average. The request log is that of ${assumptions.request_log_days.value} days.

${table(
  ['What', ...capacity.loads.map(({ load }) => load.name), 'founding document'],
  [
    ['filings', ...each(capacity, ({ load }) => million(load.filings)), ''],
    ['Postgres', ...each(capacity, ({ storage }) => gb(storage.postgres)), gb(FOUNDING.storageGb.postgres)],
    [
      'of which search index',
      ...each(capacity, ({ load }) => gb((load.filings * searchBytes(capacity)) / 1e9)),
      '',
    ],
    ['of which request log', ...each(capacity, ({ storage }) => gb(storage.request_log)), ''],
    ['objects', ...each(capacity, ({ storage }) => gb(storage.objects)), 'none named'],
    ['objects, if gzipped', ...each(capacity, ({ storage }) => gb(storage.objects_compressed)), ''],
    ['backups', ...each(capacity, ({ storage }) => gb(storage.backups)), gb(FOUNDING.storageGb.backups)],
  ],
)}

${diskAdvice(capacity, prices)}

## Throughput

${table(
  ['what', 'measured', 'by'],
  Object.values(constants).map(({ what, value, unit, command }) => [
    what,
    `${value} ${unit}`,
    `\`${command}\``,
  ]),
)}

These are processor times, which other work on the machine changes less than it changes rates. Extrapolated from them, one core that does
nothing else answers ${count(capacity.requests_per_core.cached)} requests a second that are kept, ${count(capacity.requests_per_core.uncached)} that are not, and reads ${count(capacity.filings_per_core_hour)} filings of the mix an hour.
What one machine answers through nginx and PgBouncer with everything running is measured by \`npm run load:founding\`.

${table(
  ['at the busiest second', ...capacity.loads.map(({ load }) => load.name)],
  [
    ['requests a second', ...each(capacity, ({ load }) => count(load.requestsPerSecond))],
    ['filings an hour', ...each(capacity, ({ load }) => count(load.filingsPerHour))],
    ['busy cores of the API', ...each(capacity, ({ peak }) => peak.api.toFixed(2))],
    ['busy cores of Postgres', ...each(capacity, ({ peak }) => peak.postgres.toFixed(2))],
    ['busy cores of the workers', ...each(capacity, ({ peak }) => peak.workers.toFixed(2))],
    ['replicas of the API', ...each(capacity, ({ replicas }) => String(replicas.api))],
    ['replicas of the workers', ...each(capacity, ({ replicas }) => String(replicas.workers))],
  ],
)}

Two replicas are the least because one of them may be replaced at any moment, not because the load asks for two.

## A backfill of ${million(EDGAR.filings)} filings (extrapolated)

The SEC answers ten requests a second, to all processes together.

${table(
  ['way', 'requests', 'fetching', `processing by ${SERVICES.workers.most} workers`, 'together'],
  [
    ['one request a filing', ...way(capacity.backfill.single)],
    ['an archive a day', ...way(capacity.backfill.archives)],
  ],
)}

By single filings the SEC's limit decides; by archives the line and the processors do. Postgres would be busy for
${days((EDGAR.filings * capacity.filing.postgres_cpu_ms) / 86_400_000)} of one core in either case.

## Cost a month (extrapolated)

${prices.sources.map(({ of, source, read_on }) => `Prices of ${of}: ${source}, read on ${read_on}.`).join('\n')}
"Used" bills processors by the work above and memory at its limit; "capped" has every processor busy all the time. What has no measured
load (portal, scheduler, Redis) counts with its memory alone in the first.

${costs(capacity)}

${foundingSum(prices)}

Ways to spend less, by what they save of the last column:

${capacity.savings.map(({ way, dollars: saved }) => `- ${dollars(saved)}: ${WAYS[way]}`).join('\n')}

Not in here: what the language model costs, which has budgets of its own ([configuration](/docs/operate/configuration)); mail, payments
and the CDN; a replica of Postgres, which costs as much as the first; an object store in a second region, which costs its objects again.

## When another engine takes over

The limits are those of [decision 0020](/docs/decisions/0020-beyond-one-postgres); at how many filings they are reached is extrapolated from
the average filing above.

${table(
  ['engine', 'limit', 'reached at', 'all of EDGAR has', 'at all of EDGAR'],
  capacity.takeovers.map(({ engine, of, limit, at_filings, kept, reached }) => [
    engine,
    `${million(limit)} ${of}`,
    `${million(at_filings)} filings`,
    `${million(kept)} ${of}`,
    reached ? 'takes over' : 'Postgres stays',
  ]),
)}

Full-text search is what outgrows Postgres first, long before all of EDGAR is in it; everything else of EDGAR is rows that one Postgres
can hold. A Redis Cluster is wanted by a Redis whose one
processor is full, which is a load and no size.

## Assumed

${table(
  ['what', 'value', 'why'],
  Object.entries(assumptions).map(([name, { value, why }]) => [`\`${name}\``, String(value), why]),
)}
`
}

const WAYS: Record<Capacity['savings'][number]['way'], string> = {
  weekly:
    '**a whole backup each week instead of each night.** With the log of Postgres between them any second of 30 days can still be restored, only more slowly.',
  compressed:
    '**objects gzipped.** A part of an object could then no longer be read alone, which quotes and renderings do.',
  search:
    '**the search index in OpenSearch**, which then costs something itself: see below for when it takes over anyway.',
  cdn: '**a CDN that answers 70 % of what is asked**, as the founding document wants; answers to a key may only be kept by the client, which asks with `ETag` and gets 304 without a body.',
}

type One = Capacity['loads'][number]
const each = (capacity: Capacity, pick: (one: One) => string) => capacity.loads.map(pick)

const searchBytes = ({ filing: { tables } }: Capacity) =>
  (tables.search_documents ?? 0) + (tables.search_chunks ?? 0)

function diskAdvice(capacity: Capacity, { largest_volume_gb }: Read['prices']): string {
  const { pro, enterprise } = largest_volume_gb
  const lines = capacity.loads.map(({ load, storage }) => {
    const of = `**${load.name}**, ${gb(storage.postgres)}:`
    if (storage.postgres <= pro)
      return `- ${of} fits on a volume of Railway's Pro plan (at most ${gb(pro)}, from 250 GB on by asking).`
    if (storage.postgres <= enterprise)
      return `- ${of} more than a volume of the Pro plan may have (${gb(pro)}), within that of Enterprise (${gb(enterprise)}).`
    return `- ${of} more than any volume of Railway (${gb(enterprise)}): a Postgres elsewhere, or the search index out of it first.`
  })
  return lines.join('\n')
}

function way({
  requests,
  fetching_days,
  processing_days,
  days: all,
}: Capacity['backfill']['single']): string[] {
  return [count(requests), days(fetching_days), days(processing_days), days(all)]
}

function costs(capacity: Capacity): string {
  const names = Object.keys((capacity.loads[0] as One).used.lines) as (keyof One['used']['lines'])[]
  const budget: Record<string, number> = FOUNDING.budget
  const founding = Object.values(budget).reduce((sum, dollars) => sum + dollars, 0)
  const both = (pick: (cost: One['used']) => number) =>
    each(capacity, ({ used, capped }) => `${dollars(pick(used))} / ${dollars(pick(capped))}`)
  return table(
    ['used / capped', ...capacity.loads.map(({ load }) => load.name), 'founding document'],
    [
      ...names.map((name) => [
        name,
        ...both((cost) => cost.lines[name]),
        name in budget ? dollars(budget[name] as number) : '',
      ]),
      ['**together**', ...both((cost) => cost.total), dollars(founding)],
    ],
  )
}

function foundingSum({ vcpu_minute, memory_gb_minute, minutes_of_a_month }: Read['prices']): string {
  const three = ['portal', 'api', 'workers'] as const
  const vcpu = three.reduce((sum, name) => sum + 2 * SERVICES[name].vcpu, 0)
  const memory = three.reduce((sum, name) => sum + 2 * SERVICES[name].memoryGb, 0)
  const month = (price: number) => price * minutes_of_a_month
  const budget = three.reduce((sum, name) => sum + FOUNDING.budget[name], 0)
  return `The founding budget of ${dollars(budget)} for two of each of portal, API and worker does not pay for their limits: ${vcpu} vCPU and ${memory} GB, busy
all the time, are ${dollars(vcpu * month(vcpu_minute) + memory * month(memory_gb_minute))}. It holds because Railway bills what is used.`
}

function largest(tables: Read['inputs']['measured']['tables']) {
  return Object.entries(tables)
    .sort(
      ([, one], [, other]) => other.heap + other.indexes + other.toast - one.heap - one.indexes - one.toast,
    )
    .slice(0, 10)
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    line(head),
    `|${head.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`,
    ...rows.map(line),
  ].join('\n')
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })
const count = (value: number) => grouped.format(value)
const kb = (bytes: number) => `${(bytes / 1e3).toFixed(bytes < 1e5 ? 1 : 0)} kB`
const mb = (bytes: number) => `${count(bytes / 1e6)} MB`
const gb = (value: number) => (value >= 1_000 ? `${(value / 1_000).toFixed(2)} TB` : `${count(value)} GB`)
const ms = (value: number) => `${count(value)} ms`
const percent = (share: number) => `${(share * 100).toFixed(0)} %`
const dollars = (value: number) => `$${count(value)}`
const million = (value: number) =>
  value === Number.POSITIVE_INFINITY
    ? 'never'
    : value >= 1e6
      ? `${tenths.format(value / 1e6)} million`
      : count(value)
const days = (value: number) => (value < 1 ? `${(value * 24).toFixed(1)} hours` : `${value.toFixed(1)} days`)
