import {
  appendFileSync,
  existsSync,
  readFileSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalFiles, journalReader } from './journal-reader.ts'
import { journalWriter } from './journal-writer.ts'
import type { ServedRequest } from './meter.ts'
import { testMeterFolder } from './testing/meter-folder.ts'
import { served } from './testing/served.ts'

let folder: ReturnType<typeof testMeterFolder>
let runs = 0
beforeEach(() => {
  folder = testMeterFolder()
})
afterEach(() => folder.remove())
const newFolder = () => join(folder.path, String(++runs))

function readAll(path: string, after = 0): ServedRequest[] {
  const reader = journalReader(path)
  const all: ServedRequest[] = []
  for (;;) {
    const batch = reader.next(after + all.length, 7)
    if (!batch) break
    all.push(...batch.requests)
  }
  reader.close()
  return all
}

const arbitraryRequest = fc.record({
  request_id: fc.stringMatching(/^req_[0-9a-z]{26}$/),
  organisation_id: fc.constantFrom('org_a', 'org_b', 'org_ü'),
  key_id: fc.constantFrom('key_a', 'key_b'),
  operation_id: fc.constantFrom('listFilings', 'getFiling'),
  method: fc.constantFrom('GET', 'POST', 'HEAD', 'DELETE'),
  path: fc.stringMatching(/^\/[ -~]{0,511}$/),
  status: fc.integer({ min: 100, max: 599 }),
  cost: fc.nat(0x7fff_ffff),
  units: fc.nat(0x7fff_ffff),
  at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  duration_us: fc.nat(0xffff_ffff),
})

describe('a journal', () => {
  it('gives back what was written, in order, across turns and files', () => {
    fc.assert(
      fc.property(fc.array(fc.array(arbitraryRequest, { maxLength: 20 }), { maxLength: 12 }), (turns) => {
        const path = newFolder()
        // Small files and a small buffer, so that both run over.
        const writer = journalWriter(path, { fileBytes: 2_000, bufferBytes: 4_096 })
        for (const turn of turns) {
          for (const one of turn) writer.record(one)
          writer.write()
        }
        writer.close()
        expect(writer.lastSeq()).toBe(turns.flat().length)
        expect(readAll(path)).toEqual(turns.flat())
      }),
      { numRuns: 60 },
    )
  })

  it('cut anywhere gives back whole turns and nothing else', () => {
    const path = newFolder()
    const writer = journalWriter(path)
    const turns = [3, 1, 4].map((length) => Array.from({ length }, () => served()))
    const ends: number[] = []
    const file = join(path, journalFiles(path)[0] as string)
    for (const turn of turns) {
      for (const one of turn) writer.record(one)
      writer.write()
      ends.push(readFileSync(file).length)
    }
    writer.close()
    const whole = readFileSync(file)
    for (let length = whole.length; length >= 0; length -= 13) {
      writeFileSync(file, whole.subarray(0, length))
      const kept = ends.filter((end) => end <= length).length
      expect(readAll(path)).toEqual(turns.slice(0, kept).flat())
    }
    // A bit that flipped on its way to the disk.
    const broken = Buffer.from(whole)
    broken[(ends[1] as number) + 40] = (broken[(ends[1] as number) + 40] as number) ^ 4
    writeFileSync(file, broken)
    expect(readAll(path)).toEqual(turns.slice(0, 2).flat())
  })

  it('is read while it is written, from wherever reading stopped', () => {
    const path = newFolder()
    const writer = journalWriter(path, { fileBytes: 1_000 })
    const reader = journalReader(path)
    const seen: string[] = []
    const wanted: string[] = []
    for (let turn = 0; turn < 30; turn++) {
      for (let i = 0; i < turn % 4; i++) {
        const one = served()
        wanted.push(one.request_id)
        writer.record(one)
      }
      writer.write()
      const batch = reader.next(seen.length, 5)
      seen.push(...(batch?.requests.map((one) => one.request_id) ?? []))
      if (turn % 7 === 0) reader.deleteRead()
    }
    for (let batch = reader.next(seen.length, 5); batch; batch = reader.next(seen.length, 5)) {
      seen.push(...batch.requests.map((one) => one.request_id))
    }
    expect(seen).toEqual(wanted)
    expect(reader.firstSeq()).toBeGreaterThan(1)
    writer.close()
    reader.close()
  })

  it('half written is not there yet, and is there when the rest comes', () => {
    const path = newFolder()
    const writer = journalWriter(path)
    writer.record(served())
    writer.write()
    writer.record(served())
    writer.write()
    writer.close()
    const file = join(path, journalFiles(path)[0] as string)
    const whole = readFileSync(file)
    truncateSync(file, whole.length - 20)
    const reader = journalReader(path)
    expect(reader.next(0, 10)?.requests).toHaveLength(1)
    expect(reader.next(1, 10)).toBeUndefined()
    appendFileSync(file, whole.subarray(whole.length - 20))
    expect(reader.next(1, 10)?.requests).toHaveLength(1)
    reader.close()
  })

  it('says so when entries are missing instead of passing over them', () => {
    const path = newFolder()
    const writer = journalWriter(path, { fileBytes: 1 })
    for (let i = 0; i < 3; i++) {
      writer.record(served())
      writer.write()
    }
    writer.close()
    unlinkSync(join(path, journalFiles(path)[0] as string))
    expect(() => readAll(path)).toThrow(/lacks the entries 1 to 1/)
    expect(readAll(path, 1)).toHaveLength(2)
  })
})

describe('answers', () => {
  it('wait for the write of their turn, one write for some dozens of them', async () => {
    const path = newFolder()
    let writes = 0
    const writer = journalWriter(path, {
      write: ((...args: Parameters<typeof writeSync>) => {
        writes += 1
        return writeSync(...args)
      }) as typeof writeSync,
    })
    const order: string[] = []
    const answered = Promise.all(
      Array.from({ length: 100 }, (_, i) => {
        writer.record(served())
        return new Promise<void>((resolve) =>
          writer.afterJournal((failure) => {
            order.push(`${i} ${writes} ${failure}`)
            resolve()
          }),
        )
      }),
    )
    // A long turn is not kept waiting for its end.
    const first = Array.from({ length: 64 }, (_, i) => `${i} 1 undefined`)
    expect(order).toEqual(first)
    await answered
    expect(order).toEqual([...first, ...Array.from({ length: 36 }, (_, i) => `${i + 64} 2 undefined`)])
    let at_once = false
    writer.afterJournal(() => {
      at_once = true
    })
    expect(at_once).toBe(true)
    writer.close()
  })

  it('are refused, and not counted, when the disk is full in the middle of a write; and given again when there is room', async () => {
    const path = newFolder()
    let full = false
    let now = 0
    const writer = journalWriter(path, {
      now: () => now,
      write: ((fd: number, buffer: Buffer, offset: number, length: number, position: number) => {
        if (!full) return writeSync(fd, buffer, offset, length, position)
        if (offset > 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
        return writeSync(fd, buffer, offset, Math.floor(length / 2), position)
      }) as typeof writeSync,
    })
    const record = async () => {
      const one = served()
      writer.record(one)
      const failure = await new Promise<Error | undefined>((resolve) => writer.afterJournal(resolve))
      return { one, failure }
    }
    const first = await record()
    full = true
    const second = await record()
    expect(second.failure?.message).toContain('no space')
    expect(writer.isAvailable()).toBe(false)
    now += 2_000
    expect(writer.isAvailable()).toBe(false)
    full = false
    expect(writer.isAvailable()).toBe(false)
    now += 2_000
    expect(writer.isAvailable()).toBe(true)
    const third = await record()
    expect([first.failure, third.failure]).toEqual([undefined, undefined])
    writer.close()
    expect(readAll(path)).toEqual([first.one, third.one])
    expect(existsSync(path)).toBe(true)
  })

  it('of one turn are all sent, though one of them throws', async () => {
    const writer = journalWriter(newFolder())
    const listeners = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    const thrown = new Promise<Error>((resolve) => process.once('uncaughtException', resolve))
    try {
      writer.record(served())
      writer.afterJournal(() => {
        throw new Error('a client that went away')
      })
      const second = new Promise<void>((resolve) => writer.afterJournal(() => resolve()))
      await second
      expect((await thrown).message).toBe('a client that went away')
    } finally {
      for (const one of listeners) process.on('uncaughtException', one)
    }
    writer.close()
  })
})
