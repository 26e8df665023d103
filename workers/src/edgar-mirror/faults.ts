import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

/**
 * What can go wrong with EDGAR, one kind each. `status` answers with the page EDGAR sends for it (403: undeclared tool).
 * `truncate` ends the body at byte `at` and the connection with it; `truncate_silently` ends it in good order, as if the
 * file were that short. `wrong_length` announces `by` bytes more than come. `bad_gzip` flips the byte `at`, or one in the middle. The index kinds alter what an index or feed
 * lists: half of it (`stale_index`), everything twice, in another order, with broken lines in between.
 */
const FaultKind = Type.Union([
  Type.Object({
    kind: Type.Literal('status'),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    retry_after: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  Type.Object({ kind: Type.Literal('threshold_page') }),
  Type.Object({ kind: Type.Literal('undeclared_page') }),
  Type.Object({ kind: Type.Literal('missing_key') }),
  Type.Object({ kind: Type.Literal('html') }),
  Type.Object({ kind: Type.Literal('hang') }),
  Type.Object({ kind: Type.Literal('hang_body'), at: Type.Integer({ minimum: 0 }) }),
  Type.Object({ kind: Type.Literal('drip'), bytes_per_second: Type.Optional(Type.Integer({ minimum: 1 })) }),
  Type.Object({ kind: Type.Literal('reset') }),
  Type.Object({ kind: Type.Literal('reset_body'), at: Type.Integer({ minimum: 0 }) }),
  Type.Object({ kind: Type.Literal('truncate'), at: Type.Integer({ minimum: 0 }) }),
  Type.Object({ kind: Type.Literal('truncate_silently'), at: Type.Integer({ minimum: 0 }) }),
  Type.Object({ kind: Type.Literal('wrong_length'), by: Type.Integer() }),
  Type.Object({ kind: Type.Literal('bad_gzip'), at: Type.Optional(Type.Integer({ minimum: 0 })) }),
  Type.Object({ kind: Type.Literal('gzip_without_trailer') }),
  Type.Object({ kind: Type.Literal('gzip_bomb'), bytes: Type.Integer({ minimum: 1 }) }),
  Type.Object({ kind: Type.Literal('delay'), ms: Type.Integer({ minimum: 0 }) }),
  Type.Object({ kind: Type.Literal('redirect'), to: Type.String() }),
  Type.Object({ kind: Type.Literal('stale_index') }),
  Type.Object({ kind: Type.Literal('duplicate_index') }),
  Type.Object({ kind: Type.Literal('shuffled_index') }),
  Type.Object({ kind: Type.Literal('bad_index_lines') }),
])

const Fault = Type.Intersect([
  Type.Object({
    /** A path and query with `*` for anything; everything when absent. */
    path: Type.Optional(Type.String()),
    /** How many matching requests suffer; all of them when absent. */
    count: Type.Optional(Type.Integer({ minimum: 1 })),
    /** How many matching requests pass unharmed before. */
    after: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  FaultKind,
])

export type Fault = Static<typeof Fault>

export function readFaults(value: unknown): Fault[] {
  const list = Array.isArray(value) ? value : [value]
  for (const fault of list) {
    if (!Value.Check(Fault, fault)) throw new Error(`not a fault: ${JSON.stringify(fault)}`)
  }
  return list as Fault[]
}

/** Faults in force, oldest first; one request suffers the first that matches it. */
export function faultScript() {
  let faults: { fault: Fault; passed: number; suffered: number }[] = []
  return {
    add(more: Fault[]): void {
      faults.push(...more.map((fault) => ({ fault, passed: 0, suffered: 0 })))
    },
    clear(): void {
      faults = []
    },
    pending(): Fault[] {
      return faults.map(({ fault }) => fault)
    },
    next(path: string): Fault | undefined {
      for (const entry of faults) {
        if (entry.fault.path !== undefined && !matches(entry.fault.path, path)) continue
        if (entry.passed < (entry.fault.after ?? 0)) {
          entry.passed++
          continue
        }
        entry.suffered++
        if (entry.fault.count !== undefined && entry.suffered >= entry.fault.count) {
          faults = faults.filter((other) => other !== entry)
        }
        return entry.fault
      }
      return undefined
    },
  }
}

/** `*` stands for any run of characters; found by scanning, so that no pattern is slow. */
export function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*')
  const first = parts[0] as string
  if (parts.length === 1) return pattern === text
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  const last = parts[parts.length - 1] as string
  return text.length - last.length >= at && text.endsWith(last)
}
