import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { lockEpoch } from './epoch-lock.ts'
import {
  FRAME_HEADER_BYTES,
  MAX_ENTRY_BYTES,
  sealFrame,
  writeDefinition,
  writeRequest,
} from './journal-format.ts'
import type { ServedRequest } from './meter.ts'

/** Holds the turns of a busy process; a larger turn makes it grow. */
const BUFFER_BYTES = 1 << 20
const FILE_BYTES = 8 << 20
/** A turn of so many answers is written in parts: what waits for the end of a long turn outlives collections of garbage. */
const GROUP = 64
/** After a write that failed, the journal is tried again so much later. */
const RETRY_MS = 1_000

/** The name of the n-th file of a journal. */
export function journalFile(number: number): string {
  return `${String(number).padStart(8, '0')}.journal`
}

/**
 * Appends what is served to the journal of one epoch. What is recorded in one turn of the event loop is one frame and
 * one write(2), or several of a few dozen requests each. The page cache outlives the process: what was written is there
 * after any death but that of the machine.
 */
export function journalWriter(
  folder: string,
  options: { fileBytes?: number; bufferBytes?: number; now?: () => number; write?: typeof writeSync } = {},
) {
  const { fileBytes = FILE_BYTES, now = Date.now, write = writeSync } = options
  let buffer = Buffer.allocUnsafeSlow(options.bufferBytes ?? BUFFER_BYTES)
  let room = buffer.length - MAX_ENTRY_BYTES
  const definitions = new Map<string, Map<string, Map<string, number>>>()
  let defined = 0
  let number = 0
  let fd = -1
  let position = 0
  let end = FRAME_HEADER_BYTES
  let count = 0
  let nextSeq = 1
  let scheduled = false
  let callbacks: ((failure?: Error) => void)[] = []
  let failure: Error | undefined
  let failedAt = 0

  mkdirSync(folder, { recursive: true })
  lockEpoch(folder)
  openNext()

  function openNext(): void {
    const opened = openSync(join(folder, journalFile(number + 1)), 'wx', 0o600)
    if (fd >= 0) closeSync(fd)
    fd = opened
    number += 1
    position = 0
    forgetDefinitions()
  }

  function forgetDefinitions(): void {
    definitions.clear()
    defined = 0
  }

  function define(organisation_id: string, key_id: string, operation_id: string): number {
    defined += 1
    end = writeDefinition(buffer, end, defined, [organisation_id, key_id, operation_id])
    const keys = definitions.get(organisation_id) ?? new Map<string, Map<string, number>>()
    const operations = keys.get(key_id) ?? new Map<string, number>()
    definitions.set(organisation_id, keys.set(key_id, operations.set(operation_id, defined)))
    return defined
  }

  function grow(): void {
    const larger = Buffer.allocUnsafeSlow(buffer.length * 2)
    buffer.copy(larger, 0, 0, end)
    buffer = larger
    room = buffer.length - MAX_ENTRY_BYTES
  }

  function endTurn(): void {
    scheduled = false
    const waiting = callbacks
    callbacks = []
    const failed = count > 0 ? writeFrame() : undefined
    for (const callback of waiting) {
      try {
        callback(failed)
      } catch (error) {
        // One answer that cannot be sent must not keep back the others of its turn.
        process.nextTick(() => {
          throw error
        })
      }
    }
  }

  /** One turn, one frame, one write: all of it is in the journal, or none. */
  function writeFrame(): Error | undefined {
    sealFrame(buffer, end, nextSeq, count)
    try {
      if (position === Number.POSITIVE_INFINITY) openNext()
      for (let written = 0; written < end; ) {
        written += write(fd, buffer, written, end - written, position + written)
      }
      position += end
      nextSeq += count
      failure = undefined
    } catch (cause) {
      failure = cause as Error
      failedAt = now()
      cutBack()
    }
    end = FRAME_HEADER_BYTES
    count = 0
    if (position >= fileBytes && failure === undefined) startNextFile()
    return failure
  }

  /** Half a frame must not lie before a whole one. What the lost frame defined must be defined again. */
  function cutBack(): void {
    forgetDefinitions()
    try {
      ftruncateSync(fd, position)
    } catch {
      // Whoever reads stops at the half frame and goes on with the next file.
      position = Number.POSITIVE_INFINITY
    }
  }

  function startNextFile(): void {
    try {
      openNext()
    } catch {
      // The file at hand takes more; the next frame asks again.
    }
  }

  return {
    record(one: ServedRequest): void {
      if (end > room) grow()
      const definition =
        definitions.get(one.organisation_id)?.get(one.key_id)?.get(one.operation_id) ??
        define(one.organisation_id, one.key_id, one.operation_id)
      end = writeRequest(buffer, end, definition, one)
      count += 1
      if (scheduled) return
      scheduled = true
      setImmediate(endTurn)
    },

    afterJournal(callback: (failure?: Error) => void): void {
      if (scheduled) callbacks.push(callback)
      else callback()
      if (callbacks.length >= GROUP) endTurn()
    },

    /** While the journal cannot be written, tries once a second whether it can be written again. */
    isAvailable(): boolean {
      if (failure !== undefined && count === 0 && now() - failedAt >= RETRY_MS) writeFrame()
      return failure === undefined
    },

    /** Writes what this turn recorded so far. */
    write: endTurn,

    /** The sequence number of the last request in the journal. */
    lastSeq: (): number => nextSeq - 1,

    close(): void {
      endTurn()
      closeSync(fd)
    },
  }
}
export type JournalWriter = ReturnType<typeof journalWriter>
