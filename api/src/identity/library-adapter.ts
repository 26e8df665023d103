import type { Queryable, Sql } from '@sec-latent/core/db'
import { type RecordCondition, type RecordStore, recordStore } from '@sec-latent/core/identity/record-store'
import { createAdapterFactory } from 'better-auth/adapters'
import type { BetterAuthOptions } from 'better-auth/types'

type Row = Record<string, unknown>
type MakeAdapter = Parameters<typeof createAdapterFactory>[0]['adapter']
type CustomAdapter = ReturnType<MakeAdapter>
/** What the library knows of the names of our columns. */
type Names = Parameters<MakeAdapter>[0]

const SESSIONS = 'user_sessions'

/** Told of tokens of sessions after Postgres has them: those that were written, and those that ended. */
export interface SessionWrites {
  written(token: string): Promise<void>
  ended(tokens: string[]): Promise<void>
}

/**
 * The sign-in library on our own pool: same role, same settings, same transactions as everything else, and one place that
 * sees every write to a session.
 */
export function libraryAdapter(sql: Sql, writes: SessionWrites) {
  function adapterOn(records: RecordStore, changed: SessionChanges, { getFieldName }: Names): CustomAdapter {
    const noteEnded = (model: string, rows: Row[]) => {
      if (model === SESSIONS) changed.ended.push(...rows.map((row) => String(row.token)))
    }
    const noteWritten = (model: string, rows: Row[]) => {
      if (model === SESSIONS) changed.written.push(...rows.map((row) => String(row.token)))
    }
    const conditions = (where: unknown) => where as RecordCondition[]

    return {
      async create({ model, data }) {
        const row = await records.insert(model, data)
        noteWritten(model, [row])
        await changed.settle()
        return row as never
      },
      async update({ model, where, update }) {
        if (where.length === 0) return null
        const rows = await records.update(model, conditions(where), update as Row)
        noteWritten(model, rows)
        await changed.settle()
        return (rows[0] ?? null) as never
      },
      async updateMany({ model, where, update }) {
        const rows = await records.update(model, conditions(where), update)
        noteWritten(model, rows)
        await changed.settle()
        return rows.length
      },
      async findOne({ model, where }) {
        const [row] = await records.find(model, { where: conditions(where), limit: 1 })
        return (row ?? null) as never
      },
      async findMany({ model, where, limit, offset, sortBy: asked }) {
        const sortBy = asked && { ...asked, field: getFieldName({ model, field: asked.field }) }
        return (await records.find(model, { where: conditions(where ?? []), limit, offset, sortBy })) as never
      },
      async delete({ model, where }) {
        if (where.length === 0) return
        noteEnded(model, await records.remove(model, conditions(where)))
        await changed.settle()
      },
      async deleteMany({ model, where }) {
        const rows = await records.remove(model, conditions(where))
        noteEnded(model, rows)
        await changed.settle()
        return rows.length
      },
      async consumeOne({ model, where }) {
        const row = await records.take(model, conditions(where))
        noteEnded(model, row ? [row] : [])
        await changed.settle()
        return (row ?? null) as never
      },
      async incrementOne({ model, where, increment, set }) {
        return ((await records.increment(model, conditions(where), increment, set ?? {})) ?? null) as never
      },
      async count({ model, where }) {
        return await records.count(model, conditions(where ?? []))
      },
    }
  }

  const config = { adapterId: 'postgres.js', supportsDates: false, supportsBooleans: true } as const

  return (options: BetterAuthOptions) =>
    createAdapterFactory({
      config: {
        ...config,
        async transaction(run) {
          const changed = sessionChanges(writes, false)
          const result = await sql.begin((tx) =>
            run(
              createAdapterFactory({
                config: { ...config, transaction: false },
                adapter: (names) => adapterOn(recordStore(tx as Queryable), changed, names),
              })(options) as never,
            ),
          )
          await changed.flush()
          return result as never
        },
      },
      adapter: (names) => adapterOn(recordStore(sql), sessionChanges(writes, true), names),
    })(options)
}

interface SessionChanges {
  written: string[]
  ended: string[]
  /** Outside of a transaction what was written is there: tell at once. */
  settle(): Promise<void>
  flush(): Promise<void>
}

function sessionChanges(writes: SessionWrites, atOnce: boolean): SessionChanges {
  const changes: SessionChanges = {
    written: [],
    ended: [],
    async settle() {
      if (atOnce) await changes.flush()
    },
    async flush() {
      const ended = changes.ended.splice(0)
      const written = changes.written.splice(0).filter((token) => !ended.includes(token))
      if (ended.length > 0) await writes.ended(ended)
      for (const token of new Set(written)) await writes.written(token)
    },
  }
  return changes
}
