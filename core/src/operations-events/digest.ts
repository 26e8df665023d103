import type { Queryable, Sql } from '../db.ts'
import type { Mail, MailSender } from '../mail/sender.ts'
import { type Deployment, operationsEventStore, type Scaling } from './store.ts'

const DAY_MS = 86_400_000
/** The digest of a day goes out in the morning after it, in UTC. */
const SEND_HOUR = 6
/** Many events of one kind are a sign themselves; who wants all of them asks the table. */
const MAX_LINES = 50

export interface BackupSummary {
  kind: string
  source: string
  succeeded: number
  failed: number
  stored_bytes: number
}

export interface DrillSummary {
  finished_at: string
  outcome: string
  rpo_seconds: number | null
  rto_seconds: number | null
}

/** What one day holds, in UTC. */
export interface Digest {
  /** YYYY-MM-DD */
  day: string
  deployments: Deployment[]
  scalings: Scaling[]
  backups: BackupSummary[]
  drills: DrillSummary[]
  /** Jobs that were given up and wait to be looked at, whenever that was. */
  dead_jobs: number
}

/** The day whose digest is due: yesterday, from the morning on. */
export function dueDay(now: Date): string | undefined {
  if (now.getUTCHours() < SEND_HOUR) return undefined
  return new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10)
}

export async function readDigest(sql: Sql, day: string): Promise<Digest> {
  const from = `${day}T00:00:00.000Z`
  const until = new Date(Date.parse(from) + DAY_MS).toISOString()
  const events = operationsEventStore(sql)
  return await sql.begin('isolation level repeatable read read only', async (tx) => ({
    day,
    deployments: await events.deploymentsOf(tx, from, until),
    scalings: await events.scalingsOf(tx, from, until),
    backups: await tx<BackupSummary[]>`
      select kind, source, count(*) filter (where outcome = 'succeeded')::int as succeeded,
        count(*) filter (where outcome = 'failed')::int as failed,
        coalesce(sum(stored_bytes) filter (where outcome = 'succeeded'), 0)::float8 as stored_bytes
      from backups where finished_at >= ${from} and finished_at < ${until}
      group by kind, source order by kind, source`,
    drills: await tx<DrillSummary[]>`
      select finished_at, outcome, rpo_seconds, rto_seconds from restore_drills
      where finished_at >= ${from} and finished_at < ${until} order by finished_at`,
    dead_jobs: await countDeadJobs(tx),
  }))
}

async function countDeadJobs(tx: Queryable): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from dead_jobs where redriven_at is null`
  return row?.count ?? 0
}

/** The mail that tells of a day, the same for the same day. */
export function digestMail(digest: Digest, to: string): Mail {
  const { day, deployments, scalings, backups, drills, dead_jobs } = digest
  const failed = backups.reduce((sum, backup) => sum + backup.failed, 0)
  const concern = failed > 0 || backups.length === 0 || drills.some(({ outcome }) => outcome !== 'succeeded')
  const text = [
    `What was done to the installation on ${day} (UTC).`,
    ...chapter('Deployments', 'none', deployments.map(deploymentLine)),
    ...chapter('Scaling', 'none', scalings.map(scalingLine)),
    ...chapter('Backups', 'NONE FINISHED: look at the schedule of backups', backups.map(backupLine)),
    ...chapter('Restore drills', 'none', drills.map(drillLine)),
    ...chapter(
      'Jobs that were given up',
      'none wait',
      dead_jobs > 0 ? [`${dead_jobs} wait to be looked at`] : [],
    ),
  ].join('\n')
  return {
    to,
    subject: `${concern ? 'Look: ' : ''}Operations on ${day}: ${counted(deployments.length, 'deployment')}, ${counted(scalings.length, 'scaling')}, ${counted(backups.length, 'kind of backup', 'kinds of backup')}`,
    text: `${text}\n`,
    message_id: `operations-digest-${day}-${to.replace(/[^\w]/g, '-')}`,
  }
}

/**
 * Sends the digest of the day that is due, once: the day is claimed before and given back when nobody could be told. Returns
 * the day, or nothing when none is due or it was sent.
 */
export async function sendDigest(
  sql: Sql,
  sender: Pick<MailSender, 'send'>,
  recipients: readonly string[],
  now = new Date(),
): Promise<string | undefined> {
  const day = dueDay(now)
  if (day === undefined || recipients.length === 0) return undefined
  const { count } = await sql`insert into operations_digests (day) values (${day}) on conflict do nothing`
  if (count === 0) return undefined
  try {
    const digest = await readDigest(sql, day)
    for (const to of recipients) await sender.send(digestMail(digest, to))
  } catch (error) {
    await sql`delete from operations_digests where day = ${day}`
    throw error
  }
  return day
}

function chapter(title: string, none: string, lines: string[]): string[] {
  const shown =
    lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), `and ${lines.length - MAX_LINES} more`] : lines
  return ['', title, ...(shown.length === 0 ? [none] : shown).map((line) => `  ${line}`)]
}

function deploymentLine({ service, release, previous_release, happened_at }: Deployment): string {
  const before = previous_release === null ? '' : `, after ${previous_release}`
  return `${clock(happened_at)} ${service}: ${release}${before}`
}

function scalingLine({ service, from, to, reason, happened_at }: Scaling): string {
  return `${clock(happened_at)} ${service}: ${from} to ${to} (${oneLine(reason)})`
}

function backupLine({ kind, source, succeeded, failed, stored_bytes }: BackupSummary): string {
  const bad = failed > 0 ? `, ${failed} FAILED` : ''
  return `${kind} of ${source}: ${succeeded} succeeded${bad}, ${(stored_bytes / 1_000_000).toFixed(1)} MB stored`
}

function drillLine({ finished_at, outcome, rpo_seconds, rto_seconds }: DrillSummary): string {
  const seconds = (value: number | null) => (value === null ? 'unknown' : `${Math.round(value)} s`)
  const word = outcome === 'succeeded' ? outcome : outcome.toUpperCase()
  return `${clock(finished_at)} ${word}: ${seconds(rpo_seconds)} lost, back in ${seconds(rto_seconds)}`
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

function clock(moment: string): string {
  return new Date(moment).toISOString().slice(11, 16)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 200)
}
