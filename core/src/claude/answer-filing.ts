import { processingStore } from '../processing/store.ts'
import type { ExtractorAnswer } from '../signals/extract-filing.ts'
import type { ClaudeExtractor } from '../signals/extractor.ts'
import { loadFiling, needSources } from '../signals/load-filing.ts'
import { meetNeeds } from '../signals/meet-needs.ts'
import type { NeedSources } from '../signals/need.ts'
import { storedSources } from '../signals/stored-sources.ts'
import { type Asker, askDirectly } from './ask.ts'
import { askInBatch } from './batches.ts'
import type { Claude } from './claude.ts'
import {
  type ClaudeRun,
  type Preparation,
  prepare,
  runClaudeExtractor,
  sharedBodies,
} from './run-claude-extractor.ts'

export interface FilingAnswers {
  answers: ExtractorAnswer[]
  /** Answers that somebody else is asking for, directly or in a batch: when to look again; null when none. */
  waiting_until: string | null
}

/** What the ledger keeps beside a status that passes: when the row is asked again, and how often it was. */
export interface RetryDetails {
  retry_at?: string
  attempts?: number
}

/** Each wait is twice the one before, up to this. */
const LONGEST_WAIT_MS = 6 * 3_600_000
/** After so many tries a row is left as it is, until somebody asks again. */
const MAX_ATTEMPTS = 20

/**
 * Asks Claude for the rows of a filing's ledger that are due, without writing to the ledger. Replies are kept as they come,
 * so that doing this twice asks and costs nothing twice. Without a key every row is answered at once, and nothing is read.
 */
export async function askDue(
  accessionNumber: string,
  extractors: readonly ClaudeExtractor[],
  claude: Claude,
  sources: Pick<NeedSources, 'objects'>,
  now: number = Date.now(),
): Promise<FilingAnswers> {
  const { sql, client, config } = claude
  const ledger = await processingStore(sql).ledger(accessionNumber)
  const rows = new Map(ledger.filter((row) => row.status === 'pending').map((row) => [row.extractor, row]))
  const due = extractors.filter(({ name }) => rows.has(name))
  if (due.length === 0) return { answers: [], waiting_until: null }
  const generationOf = (name: string) => rows.get(name)?.generation ?? 0
  if (!client) {
    return {
      answers: due.map(({ name, version }) =>
        unavailable(name, version, generationOf(name), 'llm_not_configured'),
      ),
      waiting_until: null,
    }
  }

  const filing = await loadFiling(accessionNumber, { sql, objects: sources.objects })
  const applying = due.filter((extractor) => extractor.applies(filing.form_type))
  const met = await meetNeeds(applying, filing, needSources(sql, sources.objects))
  const prepared = applying.map((extractor) => prepare(extractor, filing, met, config.models))
  const shared = sharedBodies(prepared)
  const evidence = storedSources({ sql, objects: sources.objects })
  const isFresh = now - Date.parse(filing.accepted_at) < config.freshHours * 3_600_000

  const answers: ExtractorAnswer[] = due
    .filter((extractor) => !applying.includes(extractor))
    .map(({ name, version }) => ({
      answer: {
        extractor: name,
        extractor_version: version,
        status: 'not_applicable',
        reason: 'form_type',
        details: null,
        input_sha256: null,
      },
      generation: generationOf(name),
      reading: { extractor: name, signals: [] },
    }))
  let waitingUntil: string | null = null
  for (const preparation of prepared) {
    const { extractor } = preparation
    const asker: Asker = {
      dataset: filing.dataset,
      accession_number: accessionNumber,
      extractor: extractor.name,
      extractor_version: extractor.version,
    }
    const run = await runClaudeExtractor(
      preparation,
      {
        models: config.models,
        ask: async (question, isShared) => {
          const answered = isFresh
            ? await askDirectly(question, asker, claude, { shared: isShared })
            : await askInBatch(question, asker, claude, { shared: isShared })
          if (answered.status === 'under_way' && (waitingUntil === null || answered.until < waitingUntil))
            waitingUntil = answered.until
          return answered
        },
      },
      evidence,
      shared,
    )
    await keepChecks(run, claude)
    if (run.status === 'pending') continue
    const last = rows.get(extractor.name)?.last_answer?.details as RetryDetails | null | undefined
    answers.push(answerOf(preparation, run, generationOf(extractor.name), last?.attempts ?? 0, now))
  }
  return { answers, waiting_until: waitingUntil }
}

function answerOf(
  { extractor, input }: Preparation,
  run: ClaudeRun,
  generation: number,
  attemptsBefore: number,
  now: number,
): ExtractorAnswer {
  const { dataset } = input.filing
  const passes = run.retry_after_ms !== null
  const attempts = attemptsBefore + 1
  const wait = Math.min(LONGEST_WAIT_MS, (run.retry_after_ms ?? 0) * 2 ** Math.min(attemptsBefore, 10))
  const retry: RetryDetails =
    passes && attempts < MAX_ATTEMPTS ? { retry_at: new Date(now + wait).toISOString(), attempts } : {}
  return {
    answer: {
      extractor: extractor.name,
      extractor_version: extractor.version,
      status: run.status as 'ok_found',
      reason: run.reason,
      details: { ...run.details, ...retry } as ExtractorAnswer['answer']['details'],
      input_sha256: run.input_sha256,
    },
    generation,
    // What passes says nothing about the filing: what was found before stands.
    reading: passes
      ? null
      : { extractor: extractor.name, signals: run.signals.map((signal) => ({ ...signal, dataset })) },
  }
}

function unavailable(name: string, version: string, generation: number, reason: string): ExtractorAnswer {
  return {
    answer: {
      extractor: name,
      extractor_version: version,
      status: 'unavailable',
      reason,
      details: null,
      input_sha256: null,
    },
    generation,
    reading: null,
  }
}

async function keepChecks({ checks }: ClaudeRun, { sql, answers }: Claude): Promise<void> {
  if (checks.size === 0) return
  await sql.begin(async (tx) => {
    for (const [cacheKey, check] of checks) await answers.check(tx, cacheKey, check)
  })
}
