import { pathToFileURL } from 'node:url'
import { openAnchorStore } from '@sec-latent/core/audit/anchor-store'
import { anchorHeads } from '@sec-latent/core/audit/anchoring'
import { type AuditRecord, recordHash } from '@sec-latent/core/audit/event'
import type { HashedRecord } from '@sec-latent/core/audit/read-store'
import { statementSigner } from '@sec-latent/core/audit/signing'
import { appendAuditEvent } from '@sec-latent/core/audit/store'
import { verifyAudit } from '@sec-latent/core/audit/verify'
import { type DatabaseRole, openDatabase, type Queryable, type Sql } from '@sec-latent/core/db'
import { asOrganisation } from '@sec-latent/core/tenancy/organisation'
import type { Ground, Invariant, Row } from './invariant.ts'
import { type Random, randomOf } from './random.ts'

const WRITERS = 50
const EVENTS_PER_WRITER = 20
const ORGANISATIONS = 10
const TAMPERS = 1_000
const EVENTS_FOR_RATE = 100_000

export const invariant: Invariant = {
  id: 'I34',
  title: 'The audit log only grows, and nobody changes it unnoticed',
  async run(ground) {
    const { url, sql } = await ground.database()
    const anchors = openAnchorStore(pathToFileURL(ground.folder('objects')).href)
    const signer = statementSigner([{ key_id: 'a1', key: Buffer.alloc(32, 1) }])
    const log = { sql, anchors, signer }
    return [
      ...(await writeAtOnce(url, log)),
      ...(await attemptsOfRoles(url)),
      ...(await tamper(ground, log)),
      ...(await verifyRate(ground, log)),
    ]
  },
}

type Log = Parameters<typeof verifyAudit>[0]
const organisation = (index: number) => `org_${String(index).padStart(2, '0')}`

/** Fifty writers, each with a connection of its own, on ten chains. */
async function writeAtOnce(url: string, log: Log): Promise<Row[]> {
  const api = openDatabase(url, { max: WRITERS, role: 'latent_api' })
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let at = 0; at < EVENTS_PER_WRITER; at++) {
        const organisation_id = organisation((writer + at) % ORGANISATIONS)
        await asOrganisation(api, organisation_id, (tx) =>
          appendAuditEvent(tx, {
            organisation_id,
            actor: { type: 'user', id: `usr_${writer}`, ip: '203.0.113.5', user_agent: 'writer' },
            action: 'thing.changed',
            target_type: 'thing',
            target_id: `thing_${at}`,
            before: { value: at },
            after: { value: at + 1 },
            request_id: `req_${writer}_${at}`,
          }),
        )
      }
    }),
  )
  await api.end({ timeout: 5 })
  await anchorHeads(log)
  const { events, faults } = await verifyAudit(log)
  const [shape] = await log.sql<{ forks: number; gaps: number }[]>`
    select count(*) - count(distinct (organisation_id, prev_hash)) as forks,
      (select sum(last - number)::int from (select max(seq) as last, count(*) as number from audit_events
        group by organisation_id) chains) as gaps from audit_events`
  const expected = WRITERS * EVENTS_PER_WRITER
  return [
    {
      check: `events of ${WRITERS} writers at once`,
      value: events,
      unit: 'events',
      at_least: expected,
      ok: events === expected,
    },
    { check: 'forks', value: shape?.forks ?? -1, unit: 'events', at_most: 0, ok: shape?.forks === 0 },
    { check: 'gaps', value: shape?.gaps ?? -1, unit: 'places', at_most: 0, ok: shape?.gaps === 0 },
    {
      check: 'faults found by verification',
      value: faults.length,
      unit: 'faults',
      at_most: 0,
      ok: faults.length === 0,
    },
  ]
}

/** Everything a role could try, and the owner too where triggers stand in the way. */
async function attemptsOfRoles(url: string): Promise<Row[]> {
  const everybody = [
    `update audit_events set action = 'x'`,
    'delete from audit_events',
    'truncate audit_events',
    'truncate audit_events_stray',
    'delete from audit_anchors',
  ]
  const roles = [
    ...everybody,
    'insert into audit_events select * from audit_events limit 1',
    'update audit_heads set seq = 0',
    'delete from audit_heads',
    'update audit_bases set seq = 5',
    'alter table audit_events disable trigger all',
    'drop trigger append_only on audit_events',
    'drop table audit_events_stray',
    'alter table audit_events detach partition audit_events_stray',
    `set session_replication_role = replica`,
    'create rule quiet as on insert to audit_events do instead nothing',
    'alter table audit_events disable row level security',
    `create or replace function refuse_audit_change() returns trigger language plpgsql as $$ begin return null; end $$`,
    `select remove_audit_partition('audit_events_' || to_char(now(), 'YYYY_MM'))`,
    'set role postgres',
  ]
  let tried = 0
  let refused = 0
  const attempt = async (sql: Sql, statement: string) => {
    tried += 1
    await sql
      .begin((tx) => tx.unsafe(statement))
      .catch((error: { code?: string }) => {
        if (error.code === '42501' || error.code === '22023') refused += 1
      })
  }
  const names: DatabaseRole[] = [
    'latent_api',
    'latent_service',
    'latent_worker',
    'latent_readonly',
    'latent_retention',
  ]
  for (const role of names) {
    const login = await loginOf(url, role)
    for (const statement of roles) await attempt(login.sql, statement)
    await login.close()
  }
  const owner = openDatabase(url, { max: 1 })
  for (const statement of everybody) await attempt(owner, statement)
  await owner.end({ timeout: 5 })
  return [
    {
      check: `refused of ${tried} attempts by the roles and the owner`,
      value: refused,
      unit: 'attempts',
      at_least: tried,
      ok: refused === tried,
    },
  ]
}

/** A login that has nothing but the role, as production has it. */
async function loginOf(url: string, role: DatabaseRole) {
  const owner = openDatabase(url, { max: 1 })
  const login = `i34_${role}`
  await owner.unsafe(`create role ${login} login password 'x'`)
  await owner`select prepare_login(${login}, ${role})`
  const address = new URL(url)
  address.username = login
  address.password = 'x'
  const sql = openDatabase(address.href, { max: 1 })
  return {
    sql,
    async close() {
      await sql.end({ timeout: 5 })
      await owner.unsafe(`drop owned by ${login}; drop role ${login}`)
      await owner.end({ timeout: 5 })
    },
  }
}

/** A superuser who knows how the log is made changes it in one of many ways; each must be found out. */
async function tamper(ground: Ground, log: Log): Promise<Row[]> {
  const { sql } = log
  const random = randomOf(ground.seed)
  const count = ground.size ?? TAMPERS
  await sql`create table kept_events as select * from audit_events`
  await sql`create table kept_heads as select * from audit_heads`
  await sql`create table kept_anchors as select * from audit_anchors`
  const missed: string[] = []
  const kinds = new Map<string, number>()
  for (let at = 0; at < count; at++) {
    const [kind, change] = random.pick(TAMPERINGS)
    const victim = organisation(random.below(ORGANISATIONS))
    await asMaster(sql, async (tx) => {
      await change(tx, victim, random)
      // Whoever can do this can also remove the copies of the anchors.
      if (random.below(2) === 0) await tx`delete from audit_anchors`
    })
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if ((await verifyAudit(log)).faults.length === 0) missed.push(kind)
    await asMaster(sql, async (tx) => {
      await tx`delete from audit_events`
      await tx`delete from audit_heads`
      await tx`delete from audit_anchors`
      await tx`insert into audit_events select * from kept_events`
      await tx`insert into audit_heads select * from kept_heads`
      await tx`insert into audit_anchors select * from kept_anchors`
    })
  }
  const clean = (await verifyAudit(log)).faults.length
  ground.say(
    `${[...kinds].map(([kind, number]) => `${kind} ${number}`).join(', ')}${missed.length ? `; missed ${missed.join(', ')}` : ''}`,
  )
  return [
    {
      check: `found of ${count} changes by a superuser`,
      value: count - missed.length,
      unit: 'changes',
      at_least: count,
      ok: missed.length === 0,
    },
    { check: 'faults told where there are none', value: clean, unit: 'faults', at_most: 0, ok: clean === 0 },
  ]
}

type Tampering = [kind: string, change: (tx: Queryable, victim: string, random: Random) => Promise<unknown>]
const COLUMNS = [
  'action',
  'actor_type',
  'actor_id',
  'actor_ip',
  'actor_user_agent',
  'before',
  'after',
  'target_type',
  'target_id',
  'request_id',
  'id',
]

const TAMPERINGS: Tampering[] = [
  ...COLUMNS.map(
    (column): Tampering => [
      `alter ${column}`,
      async (tx, victim, random) => {
        const { seq } = await anyRecord(tx, victim, random)
        await tx`update audit_events set ${tx(column)} = ${random.below(4) === 0 && column.startsWith('actor_') && !/type|id$/.test(column) ? null : `x${random.below(1e9)}`}
        where organisation_id = ${victim} and seq = ${seq}`
      },
    ],
  ),
  [
    'move in time',
    async (tx, victim, random) => {
      const { seq } = await anyRecord(tx, victim, random)
      await tx`update audit_events set created_at = created_at + interval '1 millisecond' where organisation_id = ${victim} and seq = ${seq}`
    },
  ],
  [
    'remove one',
    async (tx, victim, random) => {
      const { seq } = await anyRecord(tx, victim, random)
      await tx`delete from audit_events where organisation_id = ${victim} and seq = ${seq}`
    },
  ],
  [
    'swap two',
    async (tx, victim, random) => {
      const records = await recordsOf(tx, victim)
      const first = random.below(records.length - 1)
      const [one, other] = [records[first], records[first + 1]] as [HashedRecord, HashedRecord]
      await tx`update audit_events set seq = 1000000 where organisation_id = ${victim} and seq = ${one.seq}`
      await tx`update audit_events set seq = ${one.seq} where organisation_id = ${victim} and seq = ${other.seq}`
      await tx`update audit_events set seq = ${other.seq} where organisation_id = ${victim} and seq = 1000000`
    },
  ],
  [
    'hand to another organisation',
    async (tx, victim, random) => {
      const { seq } = await anyRecord(tx, victim, random)
      await tx`update audit_events set organisation_id = 'org_thief' where organisation_id = ${victim} and seq = ${seq}`
    },
  ],
  [
    'insert a forged one',
    async (tx, victim, random) => {
      const { seq } = await anyRecord(tx, victim, random)
      await tx`insert into audit_events select organisation_id, ${seq} + 500000, created_at, id || 'x', actor_type, actor_id, actor_ip,
        actor_user_agent, before, after, action, target_type, target_id, request_id, prev_hash, hash
        from audit_events where organisation_id = ${victim} and seq = ${seq}`
    },
  ],
  [
    'cut off the tail',
    async (tx, victim, random) => {
      const { seq } = await anyRecord(tx, victim, random)
      await tx`delete from audit_events where organisation_id = ${victim} and seq >= ${seq}`
      await headToEnd(tx, victim)
    },
  ],
  [
    'remove everything',
    async (tx, victim) => {
      await tx`delete from audit_events where organisation_id = ${victim}`
      await tx`delete from audit_heads where organisation_id = ${victim}`
    },
  ],
  [
    'rewrite all that follows',
    async (tx, victim, random) => {
      const records = await recordsOf(tx, victim)
      const from = random.below(records.length)
      let previous = records[from - 1]?.hash ?? '0'.repeat(64)
      for (const { hash: _, ...record } of records.slice(from)) {
        const changed: AuditRecord = { ...record, prev_hash: previous }
        if (record.seq === from + 1) changed.actor_id = 'usr_innocent'
        previous = recordHash(changed)
        await tx`update audit_events set actor_id = ${changed.actor_id}, prev_hash = decode(${changed.prev_hash}, 'hex'),
          hash = decode(${previous}, 'hex') where organisation_id = ${victim} and seq = ${record.seq}`
      }
      await headToEnd(tx, victim)
    },
  ],
  [
    'move the head',
    async (tx, victim) => {
      await tx`update audit_heads set seq = seq - 1 where organisation_id = ${victim}`
    },
  ],
]

async function recordsOf(tx: Queryable, victim: string): Promise<HashedRecord[]> {
  return await tx<HashedRecord[]>`
    select action, actor_id, actor_ip, actor_type, actor_user_agent, after, before,
      to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at, id, organisation_id,
      encode(prev_hash, 'hex') as prev_hash, request_id, seq, target_id, target_type, encode(hash, 'hex') as hash
    from audit_events where organisation_id = ${victim} order by seq`
}

async function anyRecord(tx: Queryable, victim: string, random: Random): Promise<HashedRecord> {
  return random.pick(await recordsOf(tx, victim))
}

async function headToEnd(tx: Queryable, victim: string): Promise<void> {
  await tx`delete from audit_heads where organisation_id = ${victim}`
  await tx`insert into audit_heads select organisation_id, seq, hash, created_at from audit_events
    where organisation_id = ${victim} order by seq desc limit 1`
}

/** As a superuser whom no trigger stops. */
async function asMaster(sql: Sql, run: (tx: Queryable) => Promise<void>): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await run(tx)
  })
}

async function verifyRate(ground: Ground, log: Log): Promise<Row[]> {
  const count = ground.size ? Math.min(EVENTS_FOR_RATE, ground.size * 100) : EVENTS_FOR_RATE
  // A thousand to a transaction: the dead versions of a head can only go when the transaction that left them has ended.
  for (let at = 0; at < count; at += 1_000) {
    await log.sql`select count(append_audit_event('aud_' || n, ${organisation(0)}, 'key', 'key_1', null, null, 'thing.changed',
      'thing', 'thing_' || n, null, repeat('x', 300), 'req_' || n)) from generate_series(${at}::int, ${at + 999}::int) n`
  }
  const started = performance.now()
  const { events, faults } = await verifyAudit(log)
  const rate = Math.round(events / ((performance.now() - started) / 1000))
  return [
    {
      check: `events verified a second, of ${events}`,
      value: rate,
      unit: 'events/s',
      at_least: 20_000,
      ok: rate >= 20_000,
    },
    { check: 'faults among them', value: faults.length, unit: 'faults', at_most: 0, ok: faults.length === 0 },
  ]
}
