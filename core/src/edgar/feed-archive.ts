import { parseAccessionNumber } from './accession-number.ts'
import { readTarGz, type TarLimits } from './tar-stream.ts'

/**
 * EDGAR's archives hold one day of filings each, a few hundred megabytes to two gigabytes packed and up to some tens
 * unpacked. A single filing beyond the limit is left to be fetched by itself.
 */
export const FEED_ARCHIVE_LIMITS: TarLimits = {
  maxEntryBytes: 128 * 1024 * 1024,
  maxEntries: 200_000,
  maxExpandedBytes: 256 * 1024 ** 3,
  maxRatio: 200,
}

/** `<accession number>.nc`, in the folder of the archive. What corrects earlier filings (`.corr01`) has another ending. */
const ENTRY = /^(?:\.\/)?(\d{10}-\d{2}-\d{6})\.nc$/

export interface FeedEntry {
  accession_number: string
  /** Null when it is larger than one filing may be here. */
  bytes: Buffer | null
}

export interface FeedArchiveCounts {
  entries: number
  /** Entries that are no filing by their name. */
  others: number
}

/** The filings of a day's archive as they come. The name of an entry says which filing it is, and is used for nothing else. */
export async function* readFeedArchive(
  packed: AsyncIterable<Uint8Array>,
  counts: FeedArchiveCounts = { entries: 0, others: 0 },
  limits: TarLimits = FEED_ARCHIVE_LIMITS,
): AsyncGenerator<FeedEntry> {
  for await (const { name, bytes } of readTarGz(packed, limits)) {
    const accession_number = parseAccessionNumber(ENTRY.exec(name)?.[1] ?? '')
    if (accession_number === undefined) counts.others++
    else {
      counts.entries++
      yield { accession_number, bytes }
    }
  }
}
