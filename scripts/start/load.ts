import type { Dataset } from '@sec-latent/core/dataset'
import type { Sql } from '@sec-latent/core/db'
import { intakeStore } from '@sec-latent/core/intake/store'
import { type FormSummary, summarize } from '@sec-latent/core/intake/summary'
import type { Environment } from './environment.ts'
import { endedEarly, type processGroup } from './processes.ts'
import { type Progress, progressBar } from './progress.ts'

const POLL_MS = 300

/** Loads a dataset through the real pipeline and draws how far it is. */
export async function loadDataset(options: {
  sql: Sql
  root: string
  group: ReturnType<typeof processGroup>
  env: Environment
  dataset: Dataset
  label: string
  tickers?: string[]
}): Promise<void> {
  const { sql, group, env, dataset, label, tickers = [] } = options
  const begun = Date.now()
  const { done: before } = await progressOf(sql, dataset)
  const backfill = group.start(
    `backfill-${dataset}`,
    'workers/src/backfill-main.ts',
    ['--dataset', dataset, ...(tickers.length > 0 ? ['--tickers', tickers.join(',')] : ['--full-index'])],
    env,
    { stays: false },
  )
  const bar = progressBar(label)
  let code: number | undefined
  backfill.process.exited.then((value) => {
    code = value
  })
  while (code === undefined) {
    bar.draw(await progressOf(sql, dataset))
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    const ended = group.running.find((one) => one.stays && !one.process.running())
    if (ended) throw new Error(endedEarly(ended))
  }
  if (code !== 0) throw new Error(endedEarly(backfill))
  const seconds = (Date.now() - begun) / 1000
  const { note, ...progress } = await progressOf(sql, dataset)
  const taken = progress.done - before
  const pace = taken > 0 ? `${Math.round((taken / seconds) * 60)} filings per minute` : ''
  bar.finish({ ...progress, note: [`${seconds.toFixed(1)} s`, pace, note].filter(Boolean).join(', ') })
}

/** The steps a filing has behind it, of four; the filings that are finished are the ones that count in the text. */
const STEPS = { discovered: 0, fetched: 1, parsed: 2, extracted: 3, published: 4, failed: 4 } as const

async function progressOf(sql: Sql, dataset: Dataset): Promise<Progress> {
  const counts = await intakeStore(sql).countByStage(dataset)
  const stages = Object.entries(counts) as [keyof typeof STEPS, number][]
  const total = stages.reduce((sum, [, count]) => sum + count, 0)
  const steps = stages.reduce((sum, [stage, count]) => sum + count * STEPS[stage], 0)
  return {
    share: total === 0 ? 0 : steps / (4 * total),
    done: counts.published + counts.failed,
    total,
    note: counts.failed > 0 ? `${counts.failed} failed` : '',
  }
}

const COLUMNS = [
  'discovered',
  'published',
  'failed',
  'unfinished',
  'documents',
  'sections',
  'signals',
] as const

/** Prints what became of a dataset, form by form, with the reasons of what failed. */
export async function printSummary(sql: Sql, dataset: Dataset): Promise<void> {
  const summary = await summarize(sql, dataset)
  const sum = (column: (typeof COLUMNS)[number]) => summary.reduce((total, row) => total + row[column], 0)
  const lines = [
    ['form', ...COLUMNS, ''],
    ...summary.map((row) => [row.form_type, ...COLUMNS.map((column) => row[column]), reasonsOf(row)]),
    ['all', ...COLUMNS.map(sum), ''],
  ]
  const widths = ['form', ...COLUMNS].map((_, index) =>
    Math.max(...lines.map((line) => String(line[index]).length)),
  )
  for (const [form, ...cells] of lines) {
    const numbers = cells
      .slice(0, COLUMNS.length)
      .map((cell, index) => String(cell).padStart(widths[index + 1] ?? 0))
    console.log(`  ${String(form).padEnd(widths[0] ?? 0)}  ${numbers.join('  ')}  ${cells.at(-1)}`.trimEnd())
  }
}

function reasonsOf(row: FormSummary): string {
  return Object.entries(row.reasons)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ')
}
