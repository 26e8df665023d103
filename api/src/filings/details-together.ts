import type { Dataset } from '@sec-latent/core/dataset'
import type { FilingDetail, FilingReadStore } from '@sec-latent/core/filings/read-store'
import { formatInstant } from '../instants.ts'

const MAX_BATCH = 64
/** More than one only where whole batches wait, so that the database is kept busy by many and asked rarely by few. */
const MAX_UNDER_WAY = 2

interface Asked {
  accessionNumber: string
  resolve(answer: DetailNow): void
  reject(cause: unknown): void
}

export interface DetailNow {
  /** The moment the answer is for: when its batch was sent, so after it was asked for. */
  as_of: string
  filing: FilingDetail | undefined
}

/** One reader for each dataset. */
export type FilingsNow = Record<Dataset, ReturnType<typeof detailsTogether>>

/**
 * Reads filings as they are now. Those that are asked for in one turn of the event loop, or while a batch is under way, are
 * one question to the database: what costs is the question, not the row. Two batches at all times would each be half as long.
 */
export function detailsTogether(filings: Pick<FilingReadStore, 'details'>, dataset: Dataset) {
  let waiting: Asked[] = []
  let underWay = 0
  let scheduled = false

  function sendWaiting(): void {
    scheduled = false
    while (waiting.length >= (underWay === 0 ? 1 : MAX_BATCH) && underWay < MAX_UNDER_WAY) {
      const batch = waiting.slice(0, MAX_BATCH)
      waiting = waiting.slice(MAX_BATCH)
      underWay += 1
      void ask(batch)
    }
  }

  async function ask(batch: Asked[]): Promise<void> {
    const as_of = formatInstant(Date.now())
    try {
      const wanted = [...new Set(batch.map(({ accessionNumber }) => accessionNumber))]
      const found = await filings.details({ dataset, as_of }, wanted)
      const byNumber = new Map(found.map((filing) => [filing.accession_number, filing]))
      for (const { accessionNumber, resolve } of batch) {
        resolve({ as_of, filing: byNumber.get(accessionNumber) })
      }
    } catch (cause) {
      for (const { reject } of batch) reject(cause)
    } finally {
      underWay -= 1
      sendWaiting()
    }
  }

  return {
    read(accessionNumber: string): Promise<DetailNow> {
      return new Promise((resolve, reject) => {
        waiting.push({ accessionNumber, resolve, reject })
        if (scheduled) return
        scheduled = true
        setImmediate(sendWaiting)
      })
    },
  }
}
