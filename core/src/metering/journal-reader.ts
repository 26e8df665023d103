import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Definitions, type Frame, readFrame } from './journal-format.ts'
import type { ServedRequest } from './meter.ts'

const CHUNK_BYTES = 1 << 20
const JOURNAL_FILE = /^\d{8}\.journal$/

/** Requests in the order of the journal, with the sequence number of the first. */
export interface JournalBatch {
  first_seq: number
  requests: ServedRequest[]
}

/** The files of a journal, oldest first. */
export function journalFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => JOURNAL_FILE.test(name))
    .sort()
}

/**
 * Reads the journal of an epoch from its beginning, while it is being written or after its writer died, and never more of it
 * than one batch at a time. What does not check out at the end of the last file is not there yet, or was cut off by the
 * death of the writer: either way nobody was answered for it.
 */
export function journalReader(folder: string) {
  let file: string | undefined
  let fd = -1
  let position = 0
  let definitions: Definitions = new Map()
  let buffered = Buffer.alloc(0)
  let at = 0
  const done: string[] = []

  function open(name: string): void {
    fd = openSync(join(folder, name), 'r')
    file = name
    position = 0
    definitions = new Map()
    buffered = Buffer.alloc(0)
    at = 0
  }

  function nextFrame(): Frame | undefined {
    for (;;) {
      const buffered = file === undefined ? undefined : frameHere()
      if (buffered) return buffered
      const later = journalFiles(folder).find((name) => file === undefined || name > file)
      if (later === undefined) return undefined
      if (file !== undefined) {
        // Only now is it certain that nothing more comes into this file.
        const last = frameHere()
        if (last) return last
        closeSync(fd)
        done.push(file)
      }
      open(later)
    }
  }

  function frameHere(): Frame | undefined {
    for (;;) {
      const frame = readFrame(buffered, at, definitions)
      if (frame) {
        at += frame.length
        position += frame.length
        return frame
      }
      if (!fill()) return undefined
    }
  }

  /** Reads on behind what is buffered; false when the file has no more. */
  function fill(): boolean {
    const kept = buffered.length - at
    const size = fstatSync(fd).size
    const missing = size - position - kept
    if (missing <= 0) {
      // The bytes at the end may have been read while they were being written.
      buffered = Buffer.alloc(0)
      at = 0
      return false
    }
    const larger = Buffer.allocUnsafe(kept + Math.min(missing, Math.max(CHUNK_BYTES, kept)))
    buffered.copy(larger, 0, at)
    const read = readSync(fd, larger, kept, larger.length - kept, position + kept)
    buffered = larger.subarray(0, kept + read)
    at = 0
    return read > 0
  }

  return {
    /** The next requests behind `afterSeq`: whole frames, until there are `limit` or no more are there. */
    next(afterSeq: number, limit: number): JournalBatch | undefined {
      const requests: ServedRequest[] = []
      while (requests.length < limit) {
        const frame = nextFrame()
        if (!frame) break
        const known = afterSeq + requests.length
        if (frame.first_seq > known + 1)
          throw new Error(`the journal ${folder} lacks the entries ${known + 1} to ${frame.first_seq - 1}`)
        for (let i = known + 1 - frame.first_seq; i < frame.requests.length; i++) {
          requests.push(frame.requests[i] as ServedRequest)
        }
      }
      return requests.length === 0 ? undefined : { first_seq: afterSeq + 1, requests }
    },

    /** The number of the first request that the journal still holds, or of the one that will come first. */
    firstSeq(): number | undefined {
      const [first] = journalFiles(folder)
      if (first === undefined) return undefined
      const bytes = readFileSync(join(folder, first))
      return readFrame(bytes, 0, new Map())?.first_seq
    },

    /** Deletes the files that were read to their end; call when what they held has been shipped. */
    deleteRead(): void {
      for (const name of done.splice(0)) unlinkSync(join(folder, name))
    },

    close(): void {
      if (fd >= 0) closeSync(fd)
      fd = -1
      file = undefined
    },
  }
}
export type JournalReader = ReturnType<typeof journalReader>
