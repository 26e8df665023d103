import { assertInTime, takePublishTurn } from '@sec-latent/core/changes/publish-turn'
import { appendChanges, type NewChange } from '@sec-latent/core/changes/store'
import { changedDocuments, MISSING_BEFORE_WITHDRAWN } from '@sec-latent/core/custody/custody'
import type { CustodyRecord } from '@sec-latent/core/custody/store'
import { EdgarError } from '@sec-latent/core/edgar/errors'
import { readSubmission } from '@sec-latent/core/filings/submission'
import { SubmissionError } from '@sec-latent/core/filings/submission-error'
import type { Intake } from '@sec-latent/core/intake/intake'
import { sha256 } from '@sec-latent/core/sha256'
import { translate } from '../filings/fetch.ts'
import { defineJob, PermanentFailure } from '../job.ts'
import type { Edgar, Services } from '../services.ts'

/** What is corrected or taken back is so within weeks; the bound keeps the checks a small part of what may be asked. */
const DUE = { acceptedWithinDays: 90, everyDays: 7, limit: 50 }
/** A filing whose every document changed is told by `filing.changed` and the first of them. */
const MAX_DOCUMENT_CHANGES = 500

/** Chooses filings to be looked at again. Safe to repeat: the queue refuses a job id it holds. */
export const recheckFilings = defineJob({
  name: 'recheck-filings',
  concurrency: () => 1,

  async run({ dataset }, { custody, edgarOf, queues }) {
    if (!edgarOf(dataset)) return
    const due = await custody.due(dataset, DUE)
    await queues.add(
      due.map((accession_number) => ({
        job_name: 'recheck-filing' as const,
        job_id: `recheck-filing.${accession_number}`,
        payload: { dataset, accession_number },
      })),
    )
  },

  /** The next tick comes by itself. */
  async fail() {},
})

/**
 * Asks EDGAR for a filing again. Other bytes are stored beside the first ones, a filing that is gone is called withdrawn,
 * and the feed of changes says so. Safe to repeat: an event has a place in the filing's history, and a place is taken once.
 */
export const recheckFiling = defineJob({
  name: 'recheck-filing',
  concurrency: () => 1,

  async run({ dataset, accession_number }, services) {
    const [record, intake] = await Promise.all([
      services.custody.find(accession_number),
      services.intake.find(accession_number),
    ])
    const edgar = services.edgarOf(dataset)
    if (!record || !intake || !edgar) return
    const served = await fetchAgain(edgar, intake)
    if (served === null) await noteMissing(record, services)
    else await noteServed(record, served, services)
  },

  async fail({ accession_number }, _reason, { custody, sql }) {
    const record = await custody.find(accession_number)
    if (record) await custody.checked(sql, accession_number, record.times_missing)
  },
})

async function fetchAgain(
  { gateway }: Edgar,
  { accession_number, cik, path }: Intake,
): Promise<Buffer | null> {
  try {
    const fetched = await gateway.fetchSubmission({
      accession_number,
      cik,
      ...(path === null ? {} : { path }),
    })
    return fetched.bytes
  } catch (error) {
    if (!(error instanceof EdgarError)) throw error
    if (error.reason === 'not_found') return null
    throw translate(error)
  }
}

async function noteMissing(record: CustodyRecord, services: Services): Promise<void> {
  const times = record.times_missing + 1
  if (times < MISSING_BEFORE_WITHDRAWN || record.current_sha256 === null) {
    await services.custody.checked(services.sql, record.accession_number, times)
    return
  }
  const gone = { kind: 'withdrawn', submission_sha256: null, submission_bytes: null } as const
  await append(record, gone, times, [['filing.withdrawn', record.accession_number]], services)
}

async function noteServed(record: CustodyRecord, bytes: Buffer, services: Services): Promise<void> {
  const { accession_number, current_sha256 } = record
  const served = { submission_sha256: sha256(bytes), submission_bytes: bytes.byteLength }
  if (served.submission_sha256 === current_sha256) {
    await services.custody.checked(services.sql, accession_number, 0)
    return
  }
  const first = await services.objects.get(record.first_sha256)
  if (!first) throw new Error(`object ${record.first_sha256} of ${accession_number} is missing`)
  const changed = documentsChanged(accession_number, first, bytes)
  // The archive of a day has another header than the filing itself: with the same documents it is the same.
  const same = record.submission_source === 'feed_archive' && changed?.length === 0
  if (same && current_sha256 === record.first_sha256) {
    await services.custody.checked(services.sql, accession_number, 0)
    return
  }
  if (!same) await services.objects.put(bytes)
  const now = same ? { submission_sha256: record.first_sha256, submission_bytes: first.byteLength } : served
  await append(
    record,
    { kind: current_sha256 === null ? 'restored' : 'changed', ...now },
    0,
    [
      ['filing.changed', accession_number],
      ...(changed ?? []).map((sequence) => ['document.changed', `${accession_number}:${sequence}`] as Told),
    ],
    services,
  )
}

type Told = [NewChange['change_type'], string]

async function append(
  record: CustodyRecord,
  event: Parameters<Services['custody']['append']>[3],
  timesMissing: number,
  told: Told[],
  { custody, sql }: Services,
): Promise<void> {
  const { accession_number, dataset, cik } = record
  await sql.begin(async (tx) => {
    const turn = await takePublishTurn(tx)
    await custody.checked(tx, accession_number, timesMissing)
    if (!(await custody.append(tx, turn, record, event))) return
    // The same can happen to a filing again, so what is told carries the number of the event.
    const changes = told.map(([change_type, object]) => ({
      dataset,
      change_type,
      accession_number,
      cik,
      object_id: `${object}@${record.positions + 1}`,
    }))
    await appendChanges(tx, turn, changes)
    await assertInTime(tx, turn)
  })
}

/** Sequences of the documents that are not what they were first; nothing where the new bytes cannot be read. */
function documentsChanged(accession_number: string, first: Buffer, bytes: Buffer): number[] | undefined {
  try {
    const now = readSubmission(bytes)
    if (now.header.accession_number !== accession_number) {
      throw new PermanentFailure(
        'accession_mismatch',
        `EDGAR serves ${now.header.accession_number} in its place`,
      )
    }
    return changedDocuments(readSubmission(first).documents, now.documents).slice(0, MAX_DOCUMENT_CHANGES)
  } catch (error) {
    if (error instanceof SubmissionError) return undefined
    throw error
  }
}
