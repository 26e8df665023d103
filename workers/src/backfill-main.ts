import { parseArgs } from 'node:util'
import type { Dataset } from '@sec-latent/core/dataset'
import { parseCik } from '@sec-latent/core/edgar/cik'
import { backfillProgress } from '@sec-latent/core/intake/backfill-progress'
import { countOpenWork, type FormSummary, summarize } from '@sec-latent/core/intake/summary'
import { runMain } from '@sec-latent/core/run-main'
import { daysOf, quartersOf } from './backfill/periods.ts'
import { progressText } from './backfill/progress-text.ts'
import { workerConfig } from './config.ts'
import { openServices, type Services } from './services.ts'

const USAGE = `Usage: backfill [--dataset live|test] SOURCE... [--again] [--no-wait] [--timeout SECONDS] [--json]
       backfill status [--dataset live|test] [--json]

  --days 2024-01-02..2024-03-28   by the archives of days: one request for all filings of a day
  --quarters 2023-Q1..2024-Q4     by the full indexes: one request for each filing
  --full-index                    by all full indexes there are
  --tickers AAPL,MSFT, --ciks 320193   what these companies filed, and from now on whatever they file

Asks for filings to be taken in, waits until all of them have arrived, and prints what became of them, form by form.
Days and quarters that were read before are passed over unless asked for --again: after an interruption the same command
goes on. The workers must be running; new filings go before all of it. status tells how far it is.`

const POLL_MS = 500
const COLUMNS = [
  'discovered',
  'published',
  'failed',
  'unfinished',
  'documents',
  'sections',
  'signals',
] as const

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dataset: { type: 'string', default: 'live' },
      'full-index': { type: 'boolean', default: false },
      tickers: { type: 'string' },
      ciks: { type: 'string' },
      days: { type: 'string' },
      quarters: { type: 'string' },
      again: { type: 'boolean', default: false },
      'no-wait': { type: 'boolean', default: false },
      timeout: { type: 'string', default: '3600' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const named = values['full-index'] || values.tickers || values.ciks || values.days || values.quarters
  const asked = positionals[0] === 'status' ? !named : named && positionals.length === 0
  if (values.help || !asked) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  if (values.dataset !== 'live' && values.dataset !== 'test') throw new Error('--dataset is live or test')
  const periods = [
    ...(values.days ? daysOf(values.days) : []).map((key) => ({ source: 'feed_archive' as const, key })),
    ...(values.quarters ? quartersOf(values.quarters) : []).map((key) => ({
      source: 'full_index' as const,
      key,
    })),
  ]
  const services = openServices(workerConfig(process.env), 'backfill')
  try {
    const started = Date.now()
    const dataset: Dataset = values.dataset
    if (positionals[0] === 'status') {
      const progress = await backfillProgress(services.sql, dataset)
      process.stdout.write(values.json ? `${JSON.stringify(progress)}\n` : progressText(progress))
      return
    }
    const before = await countOpenWork(services.sql, dataset)
    await services.discovery.request({ dataset, source: 'company_tickers', key: 'all' })
    if (values['full-index']) await requestFullIndex(dataset, services)
    if (values.tickers)
      await requestCompanies(dataset, await ciksOf(list(values.tickers), dataset, services), services)
    if (values.ciks) await requestCompanies(dataset, list(values.ciks).map(cikOf), services)
    const requests = periods.map((period) => ({ dataset, ...period }))
    const wanted = values.again ? requests : await services.discovery.unread(requests)
    for (const request of wanted) await services.discovery.request(request)
    if (periods.length > 0)
      process.stderr.write(`${wanted.length} of ${periods.length} days and quarters are to be read\n`)
    if (values['no-wait']) return
    await wait(dataset, started + Number(values.timeout) * 1_000, services)
    const seconds = (Date.now() - started) / 1_000
    const summary = await summarize(services.sql, dataset)
    process.stdout.write(report(summary, seconds, before.done))
    if (values.json) process.stdout.write(`${JSON.stringify(measurements(summary, seconds, before.done))}\n`)
  } finally {
    await services.close()
  }
})

function gatewayOf(dataset: Dataset, services: Services) {
  const edgar = services.edgarOf(dataset)
  if (!edgar)
    throw new Error(
      `No EDGAR is configured for the ${dataset} dataset: set EDGAR_USER_AGENT to your name and e-mail.`,
    )
  return edgar.gateway
}

async function requestFullIndex(dataset: Dataset, services: Services): Promise<void> {
  for (const { year, quarter } of await gatewayOf(dataset, services).fetchFullIndexQuarters()) {
    await services.discovery.request({ dataset, source: 'full_index', key: `${year}-Q${quarter}` })
  }
}

async function requestCompanies(dataset: Dataset, ciks: string[], services: Services): Promise<void> {
  await services.discovery.follow(dataset, ciks)
  for (const key of ciks) await services.discovery.request({ dataset, source: 'submissions_json', key })
}

async function ciksOf(tickers: string[], dataset: Dataset, services: Services): Promise<string[]> {
  const known = await gatewayOf(dataset, services).fetchCompanyTickers()
  return tickers.map((ticker) => {
    const found = known.find((one) => one.ticker.toUpperCase() === ticker.toUpperCase())
    if (!found) throw new Error(`EDGAR knows no ticker ${ticker}.`)
    return found.cik
  })
}

function cikOf(text: string): string {
  const cik = parseCik(text)
  if (!cik) throw new Error(`${text} is not a CIK.`)
  return cik
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}

async function wait(dataset: Dataset, deadline: number, services: Services): Promise<void> {
  for (;;) {
    const { total, done, open } = await countOpenWork(services.sql, dataset)
    process.stderr.write(`${done} of ${total} filings${process.stderr.isTTY ? '\r' : '\n'}`)
    if (open === 0) return
    if (Date.now() > deadline)
      throw new Error(`${open} pieces of work are still open; the workers may not be running.`)
    await new Promise((resolve) => setTimeout(resolve, process.stderr.isTTY ? POLL_MS : 4 * POLL_MS))
  }
}

function report(summary: FormSummary[], seconds: number, before: number): string {
  const lines = [['form', ...COLUMNS, 'failed because'].join('\t')]
  for (const row of summary) {
    lines.push([row.form_type, ...COLUMNS.map((column) => row[column]), reasons(row)].join('\t'))
  }
  lines.push(['all', ...COLUMNS.map((column) => total(summary, column)), ''].join('\t'))
  const taken = total(summary, 'discovered') - before
  lines.push(
    `${taken} filings in ${seconds.toFixed(1)} s: ${Math.round((taken / seconds) * 60)} filings per minute`,
  )
  return `${lines.join('\n')}\n`
}

function reasons(row: FormSummary): string {
  return Object.entries(row.reasons)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ')
}

function total(summary: FormSummary[], column: (typeof COLUMNS)[number]): number {
  return summary.reduce((sum, row) => sum + row[column], 0)
}

function measurements(summary: FormSummary[], seconds: number, before: number) {
  const unfinished = total(summary, 'unfinished')
  const taken = total(summary, 'discovered') - before
  return {
    name: 'backfill',
    rows: [
      { check: 'filings taken in', value: taken, unit: 'filings', at_least: 1, ok: taken >= 1 },
      {
        check: 'filings unaccounted for',
        value: unfinished,
        unit: 'filings',
        at_most: 0,
        ok: unfinished === 0,
      },
      {
        check: 'filings per minute',
        value: Math.round((taken / seconds) * 60),
        unit: '1/min',
        at_least: 1,
        ok: taken > 0,
      },
    ],
  }
}
