/** What a package exports; it is installed elsewhere, so that its types are not known here. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type Installed = Record<string, any>

/** How a client is made for the loopback server: its defaults, but for what a scenario is about. */
export interface Opening {
  url: string
  /** Limit of one attempt, where the package has a setting for it. */
  timeoutMs?: number
  /** Limit of silence within a stream, where the package has a setting for it. */
  idleMs?: number
  /** Sends by `fetch` where the package does otherwise by itself. */
  byFetch?: boolean
}

/** The three calls that every scenario is made of. A failure is thrown, or returned as `Returned`. */
export interface Client {
  /** A list of one page. */
  read(signal?: AbortSignal): Promise<unknown>
  /** Makes something. */
  write(signal?: AbortSignal): Promise<unknown>
  /** Reads a stream up to its third event and gives the number of events. */
  stream?(signal?: AbortSignal): Promise<number>
}

/** A failure that is handed back rather than thrown. */
export class Returned {
  readonly failure: object

  constructor(failure: object) {
    this.failure = failure
  }
}

export interface Peer {
  /** As in tables, and as its folder is called. */
  name: string
  package: string
  /** What `read` is sent with; bare `fetch` is sent the same way beside it. */
  method: 'GET' | 'POST'
  /** One line that uses the client, for a bundle and for the compiler. */
  program: string
  /** The same with the smallest import there is, if there is another. */
  smallest?: string
  /** Whether a call takes an `AbortSignal`. */
  aborts: boolean
  /** Whether it reads streams of events. */
  streams: boolean
  /** The media type in which its API describes errors. */
  errorType: 'application/json' | 'application/problem+json'
  /** The setting for the time of an attempt, as its users write it. */
  timeout: string | null
  open(installed: Installed, opening: Opening): Client
}

export const STREAM_EVENTS = 3
