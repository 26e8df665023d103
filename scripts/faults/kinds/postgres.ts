import { openDatabase } from '@sec-latent/core/db'
import type { Toxic } from '../../cluster/fault-proxy.ts'
import type { FaultKind, Field } from '../fault.ts'

const RESOURCE = 'postgres'

const base = { part: 'postgres', resource: RESOURCE } as const

function network(name: string, toxic: Toxic, holdMs: FaultKind['holdMs']): FaultKind {
  return {
    ...base,
    fault: 'F4',
    name: `network to Postgres: ${name}`,
    weight: 1,
    holdMs,
    async inject({ cluster }) {
      cluster.postgres.proxy.add(toxic)
      return async () => cluster.postgres.proxy.heal()
    },
  }
}

/** As the owner, past pooler and proxy. */
async function asOwner(
  { cluster }: Field,
  work: (sql: ReturnType<typeof openDatabase>) => Promise<unknown>,
): Promise<void> {
  const sql = openDatabase(cluster.postgres.url(cluster.database), { max: 1 })
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const killed: FaultKind = {
  ...base,
  fault: 'F4',
  name: 'Postgres killed with -9',
  weight: 3,
  holdMs: [0, 1_000],
  async inject({ cluster }) {
    const { postgres } = cluster
    await postgres.primary().kill()
    return () => postgres.primary().start()
  },
}

const stoppedAtOnce: FaultKind = {
  ...base,
  fault: 'F4',
  name: 'Postgres stopped in immediate mode',
  weight: 2,
  holdMs: [0, 1_000],
  async inject({ cluster }) {
    await cluster.postgres.primary().stop('immediate')
    return () => cluster.postgres.primary().start()
  },
}

const restarted: FaultKind = {
  ...base,
  fault: 'F4',
  name: 'Postgres restarted',
  weight: 2,
  holdMs: [0, 200],
  async inject({ cluster }) {
    await cluster.postgres.primary().stop('fast')
    return () => cluster.postgres.primary().start()
  },
}

const frozen: FaultKind = {
  ...base,
  fault: 'F4',
  name: 'Postgres frozen',
  weight: 1,
  holdMs: [3_000, 10_000],
  async inject({ cluster }) {
    const primary = cluster.postgres.primary()
    primary.pause()
    return async () => primary.resume()
  },
}

const failedOver: FaultKind = {
  ...base,
  fault: 'F4',
  name: 'Postgres failed over to the replica',
  weight: 2,
  holdMs: [0, 0],
  async inject({ cluster }) {
    await cluster.postgres.failOver()
    await cluster.reconnect()
    return undefined
  },
}

const replicaKilled: FaultKind = {
  ...base,
  fault: 'F4',
  name: 'replica killed with -9 while commits wait for it',
  weight: 1,
  holdMs: [500, 2_000],
  async inject({ cluster }) {
    await cluster.postgres.replica().kill()
    return () => cluster.postgres.replica().start()
  },
}

const readOnly: FaultKind = {
  ...base,
  fault: 'F5',
  name: 'Postgres read-only',
  weight: 1,
  holdMs: [2_000, 4_000],
  async inject(field) {
    const set = (how: string) => async (sql: ReturnType<typeof openDatabase>) => {
      await sql.unsafe(how)
      await sql`select pg_reload_conf()`
    }
    await asOwner(field, set('alter system set default_transaction_read_only = on'))
    return () =>
      asOwner(field, async (sql) => {
        await sql`set default_transaction_read_only = off`
        await set('alter system reset default_transaction_read_only')(sql)
      })
  },
}

function locked(table: string): FaultKind {
  return {
    ...base,
    fault: 'F5',
    name: `exclusive lock held on ${table}`,
    weight: 1,
    holdMs: [3_000, 6_000],
    async inject({ cluster }) {
      const sql = openDatabase(cluster.postgres.url(cluster.database), { max: 1 })
      const connection = await sql.reserve()
      await connection`begin`
      await connection.unsafe(`lock table ${table} in access exclusive mode`)
      return async () => {
        await connection`rollback`
        connection.release()
        await sql.end({ timeout: 1 })
      }
    },
  }
}

const terminatedBackends: FaultKind = {
  ...base,
  fault: 'F5',
  name: 'every connection to Postgres ended by an operator',
  weight: 2,
  holdMs: [0, 0],
  async inject(field) {
    await asOwner(
      field,
      (sql) =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity where usename like '%\\_login' and pid <> pg_backend_pid()`,
    )
    return undefined
  },
}

const cancelled: FaultKind = {
  ...base,
  fault: 'F5',
  name: 'every statement under way cancelled, as by statement_timeout',
  weight: 2,
  holdMs: [0, 0],
  async inject(field) {
    await asOwner(
      field,
      (sql) =>
        sql`select pg_cancel_backend(pid) from pg_stat_activity where usename like '%\\_login' and state = 'active'`,
    )
    return undefined
  },
}

const poolerKilled: FaultKind = {
  ...base,
  fault: 'F15',
  name: 'PgBouncer killed with -9',
  weight: 2,
  holdMs: [0, 1_500],
  async inject({ cluster }) {
    await cluster.pgbouncer.program.kill()
    return () => cluster.pgbouncer.program.start()
  },
}

const poolerFrozen: FaultKind = {
  ...base,
  fault: 'F15',
  name: 'PgBouncer frozen',
  weight: 1,
  holdMs: [2_000, 5_000],
  async inject({ cluster }) {
    cluster.pgbouncer.program.pause()
    return async () => cluster.pgbouncer.program.resume()
  },
}

const SLOW_QUERIES = 200

const exhausted: FaultKind = {
  ...base,
  fault: 'F15',
  name: `${SLOW_QUERIES} slow queries in the pool of the API`,
  weight: 1,
  holdMs: [3_000, 6_000],
  async inject({ cluster }, _random, holdMs) {
    const sql = openDatabase(cluster.pgbouncer.url('api_login'), { max: SLOW_QUERIES })
    const slow = Promise.allSettled(
      Array.from({ length: SLOW_QUERIES }, () => sql`select pg_sleep(${holdMs / 1_000})`),
    )
    return async () => {
      await sql.end({ timeout: 0 })
      await slow
    }
  },
}

/** Connections that are left to the owner. */
const LEFT = 5

const noConnections: FaultKind = {
  ...base,
  fault: 'F15',
  name: 'max_connections reached',
  weight: 1,
  holdMs: [2_000, 4_000],
  async inject(field) {
    const admin = openDatabase(field.cluster.postgres.url(field.cluster.database), { max: 1 })
    const [room] = await admin<{ room: number }[]>`
      select current_setting('max_connections')::int - count(*)::int as room from pg_stat_activity where backend_type = 'client backend'`
    const count = Math.max(1, (room?.room ?? 1) - LEFT)
    const greedy = openDatabase(field.cluster.postgres.url(field.cluster.database), { max: count })
    await Promise.allSettled(Array.from({ length: count }, () => greedy`select pg_sleep(0.2)`))
    return async () => {
      await greedy.end({ timeout: 0 })
      await admin.end({ timeout: 1 })
    }
  },
}

export const postgresFaults: FaultKind[] = [
  killed,
  stoppedAtOnce,
  restarted,
  frozen,
  failedOver,
  replicaKilled,
  network('latency', { type: 'latency', latencyMs: 60, jitterMs: 40 }, [2_000, 4_000]),
  network('resets', { type: 'reset_peer', timeoutMs: 50 }, [1_000, 2_500]),
  network('nothing arrives', { type: 'timeout', timeoutMs: 0 }, [2_000, 4_000]),
  network('small pieces', { type: 'slicer', averageBytes: 300, delayMs: 1 }, [1_000, 2_000]),
  readOnly,
  locked('intake'),
  locked('api_keys'),
  terminatedBackends,
  cancelled,
  poolerKilled,
  poolerFrozen,
  exhausted,
  noConnections,
]
