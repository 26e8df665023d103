import type { Sql } from '@sec-latent/core/db'

/** One line of a result: what was counted, and what it must not pass. */
export interface Row {
  check: string
  value: number
  unit: string
  at_least?: number
  at_most?: number
  ok: boolean
}

/** What an invariant runs on: servers of its own, and folders that are removed afterwards. */
export interface Ground {
  seed: number
  /** The size asked for on the command line; each invariant has a size of its own that its figure is stated for. */
  size: number | undefined
  /** A new, migrated database; `url` has the privileges of the owner. */
  database(): Promise<{ url: string; sql: Sql }>
  /** A whole Redis of its own: it may be flushed, stopped and started again. */
  redis(): Promise<{ url: string; stop(): Promise<void>; start(): Promise<void> }>
  /** The Postgres of all databases: stop, start and kill it. */
  postgres: { stop(): Promise<void>; start(): Promise<void> }
  /** A new folder. */
  folder(name: string): string
  say(line: string): void
}

/** Something that must hold whatever happens; the ids are those of the reliability plan. */
export interface Invariant {
  id: string
  title: string
  run(ground: Ground): Promise<Row[]>
}
