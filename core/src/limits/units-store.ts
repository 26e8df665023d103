import type { Queryable } from '../db.ts'

/** Units that were billed, as Postgres knows them. */
export interface UnitsStore {
  /** Units since a moment by the epoch of the process that counted them, of an organisation or of one of its keys. */
  unitsByEpoch(wish: {
    organisation_id: string
    key_id?: string
    since: Date
  }): Promise<{ epoch: string; units: number }[]>
  /** Epochs of dead processes whose journals were brought to Postgres since a moment. */
  recoveredEpochs?(since: Date): Promise<string[]>
}

export function unitsStore(sql: Queryable): UnitsStore {
  return {
    async unitsByEpoch({ organisation_id, key_id, since }) {
      const rows = await sql<{ epoch: string; units: string }[]>`
        select epoch, sum(units)::text as units from usage_cells
        where organisation_id = ${organisation_id} and hour >= ${since}
          ${key_id === undefined ? sql`` : sql`and key_id = ${key_id}`}
        group by epoch`
      return rows.map(({ epoch, units }) => ({ epoch, units: Number(units) }))
    },

    async recoveredEpochs(since) {
      const rows = await sql<{ epoch: string }[]>`
        select epoch from metering_epochs where recovered_at >= ${since} order by recovered_at desc limit 1000`
      return rows.map(({ epoch }) => epoch)
    },
  }
}
