import type { DeliveryStore, UsageCell } from './delivery-store.ts'
import { type JournalReader, journalReader } from './journal-reader.ts'
import type { ServedRequest } from './meter.ts'

export const HOUR_MS = 3_600_000
/** Requests per delivery: bounds the memory and the length of a transaction. */
const BATCH = 5_000
/** Totals of hours so long ago are forgotten; if their hour comes up again they are read from Postgres. */
const REMEMBERED_HOURS = 3

export type Deliveries = Pick<
  DeliveryStore,
  'openEpoch' | 'shipped' | 'deliver' | 'heartbeat' | 'endEpoch' | 'touchKeys'
>

/**
 * Carries the journal of one epoch to Postgres: that of the process at hand while it is written, or that of a dead one. It
 * keeps nothing that could be lost. Where it stands is in Postgres, and its totals are those of Postgres plus what the journal
 * says behind that place; whenever anything is in doubt both are read again.
 */
export function epochShipper(
  store: Deliveries,
  options: { epoch: string; folder: string; startedAt: Date; batch?: number },
) {
  const { epoch, folder, startedAt, batch = BATCH } = options
  const cells = new Map<string, UsageCell>()
  const hours = new Set<number>()
  let reader: JournalReader | undefined
  let shipped = 0

  function forget(): void {
    reader?.close()
    reader = undefined
    cells.clear()
    hours.clear()
  }

  /** Totals of hours that come up for the first time; false when somebody else has shipped meanwhile. */
  async function learn(requests: ServedRequest[]): Promise<boolean> {
    const unknown = new Set<number>()
    for (const { at } of requests) if (!hours.has(hourOf(at))) unknown.add(hourOf(at))
    if (unknown.size === 0) return true
    const state = await store.shipped(epoch, [...unknown])
    if (state.shipped_seq !== shipped) return false
    for (const hour of unknown) hours.add(hour)
    for (const cell of state.cells) cells.set(addressOf(cell, cell.hour), cell)
    return true
  }

  /** Adds requests to the totals and returns the totals that changed. */
  function count(requests: ServedRequest[]): UsageCell[] {
    const changed = new Set<UsageCell>()
    for (const one of requests) {
      const hour = hourOf(one.at)
      const address = addressOf(one, hour)
      let cell = cells.get(address)
      if (!cell) {
        const { organisation_id, key_id, operation_id, status } = one
        cell = { organisation_id, key_id, operation_id, status, hour, requests: 0, units: 0 }
        cells.set(address, cell)
      }
      cell.requests += 1
      cell.units += one.units
      changed.add(cell)
    }
    return [...changed]
  }

  function forgetOldHours(): void {
    const oldest = Math.max(...hours) - REMEMBERED_HOURS * HOUR_MS
    if ([...hours].every((hour) => hour >= oldest)) return
    for (const hour of hours) if (hour < oldest) hours.delete(hour)
    for (const [address, { hour }] of cells) if (hour < oldest) cells.delete(address)
  }

  /**
   * Ships one batch; false when the journal had no more. What was written meanwhile waits for the next time: a server that is
   * asked all the time would otherwise be shipped a few requests at a time, without end.
   */
  async function shipBatch(): Promise<boolean> {
    if (!reader) {
      reader = journalReader(folder)
      shipped = await store.openEpoch(epoch, startedAt, (reader.firstSeq() ?? 1) - 1)
    }
    const found = reader.next(shipped, batch)
    if (!found) return false
    const { first_seq, requests } = found
    if (!(await learn(requests))) {
      forget()
      return true
    }
    const last_seq = first_seq + requests.length - 1
    if (!(await store.deliver({ epoch, first_seq, last_seq, cells: count(requests), requests })))
      throw new Error(`Postgres lacks entries of the epoch ${epoch} before ${first_seq}`)
    shipped = last_seq
    reader.deleteRead()
    forgetOldHours()
    await store.touchKeys(lastUses(requests))
    return requests.length >= batch
  }

  return {
    /** Ships everything the journal holds now. After an error, which is passed on, the next call starts from what is known. */
    async ship(): Promise<number> {
      try {
        while (await shipBatch());
        return shipped
      } catch (error) {
        forget()
        throw error
      }
    },

    heartbeat: (through: Date) => store.heartbeat(epoch, through),
    end: (how: 'closed' | 'recovered') => store.endEpoch(epoch, how),
    close: forget,
  }
}
export type EpochShipper = ReturnType<typeof epochShipper>

export function hourOf(at: number): number {
  return at - (at % HOUR_MS)
}

function addressOf(
  { organisation_id, key_id, operation_id, status }: Omit<UsageCell, 'hour' | 'requests' | 'units'>,
  hour: number,
): string {
  return `${hour} ${status} ${organisation_id} ${key_id} ${operation_id}`
}

function lastUses(requests: ServedRequest[]): Map<string, number> {
  const used = new Map<string, number>()
  for (const { key_id, at } of requests) used.set(key_id, Math.max(used.get(key_id) ?? 0, at))
  return used
}
