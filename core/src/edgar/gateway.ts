import { performance } from 'node:perf_hooks'
import { Agent } from 'undici'
import type { Logger } from '../log.ts'
import { type BadBytes, checkDocument, checkSubmission, checkText, pageKind } from './byte-checks.ts'
import {
  type CompanySubmissions,
  parseCompanySubmissions,
  parseOlderSubmissions,
} from './company-submissions.ts'
import { parseCompanyTickers } from './company-tickers.ts'
import { EdgarError } from './errors.ts'
import { type FeedArchiveCounts, type FeedEntry, readFeedArchive } from './feed-archive.ts'
import { type EdgarTimeouts, type FetchedBytes, fetchBytes } from './fetch-bytes.ts'
import { fetchStream } from './fetch-stream.ts'
import { type EdgarIndex, parseIndex, parseListing } from './indexes.ts'
import { type LatestFilings, parseLatestFilings } from './latest-filings.ts'
import { TarError } from './tar-stream.ts'
import { type EdgarThrottle, PAUSE_MS } from './throttle.ts'
import { edgarUrls } from './urls.ts'

export const EDGAR_BASE_URL = 'https://www.sec.gov'
export const EDGAR_DATA_URL = 'https://data.sec.gov'

/** 512 MiB: the largest submissions are about 400 MB; more is refused rather than held in memory. */
export const MAX_BYTES = 512 * 1024 * 1024
const MAX_JSON_BYTES = 128 * 1024 * 1024
const MAX_ATOM_BYTES = 16 * 1024 * 1024

/** The archive of a busy day has two gigabytes. */
const MAX_ARCHIVE_BYTES = 16 * 1024 ** 3
/** At a megabyte a second. Silence ends it as soon as any other call. */
const ARCHIVE_TOTAL_MS = 4 * 60 * 60 * 1000

export const DEFAULT_TIMEOUTS: EdgarTimeouts = {
  connect: 10_000,
  headers: 30_000,
  body: 30_000,
  total: 300_000,
}

const MAX_REDIRECTS = 3
const MAX_OLDER_PAGES = 100
const SERVER_ERROR_RETRY_MS = 30_000
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000
const LATEST_FILINGS_MAX = 100

/** What was asked, how it ended and how long it took; for metrics. `reason` is null when it succeeded. */
export interface EdgarObservation {
  kind: string
  status: number | null
  reason: string | null
  bytes: number
  duration_ms: number
}

export interface EdgarGatewayOptions {
  baseUrl?: string
  dataUrl?: string
  /** `EDGAR_USER_AGENT`: a name and a contact e-mail. */
  userAgent?: string
  throttle: Pick<EdgarThrottle, 'acquire' | 'pause'>
  timeouts?: Partial<EdgarTimeouts>
  logger?: Logger
  maxBytes?: number
  /** How long a refusal stops every process; milliseconds. */
  pauseMs?: number
  observe?: (observation: EdgarObservation) => void
}

export interface Fetched {
  bytes: Buffer
  url: string
}

/**
 * The only code that talks to EDGAR. Every request is declared, throttled over all processes, bounded in time and size, and
 * checked before its bytes count. Nothing is retried here: a job that fails with a retryable `EdgarError` comes back
 * through its queue, after `retry_after_ms` where that is known.
 */
export function edgarGateway(options: EdgarGatewayOptions) {
  const baseUrl = options.baseUrl ?? EDGAR_BASE_URL
  const dataUrl = options.dataUrl ?? EDGAR_DATA_URL
  const urls = edgarUrls(baseUrl, dataUrl)
  const userAgent = declaredUserAgent(options.userAgent, [baseUrl, dataUrl])
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts }
  const maxBytes = options.maxBytes ?? MAX_BYTES
  const pauseMs = options.pauseMs ?? PAUSE_MS
  const { throttle, logger } = options
  // Many connections and no pipelining: a request that was allowed to start never queues behind another.
  const dispatcher = new Agent({
    connect: { timeout: timeouts.connect },
    connections: 128,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 64 * 1024,
  })

  interface Ask {
    kind: string
    accept: string
    maxBytes: number
    check(bytes: Buffer): BadBytes | undefined
    signal?: AbortSignal | undefined
  }

  async function get(url: string, ask: Ask): Promise<Fetched> {
    let at = url
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await send(at, ask)
      if (typeof answer !== 'string') return { bytes: answer.bytes, url: at }
      at = answer
    }
    throw new EdgarError('bad_redirect', `more than ${MAX_REDIRECTS} redirects`, { url })
  }

  /** One throttled request. Returns the next address when EDGAR redirects. */
  async function send(url: string, ask: Ask): Promise<FetchedBytes | string> {
    const permit = await throttle.acquire(ask.signal)
    const started = performance.now()
    const observe = (status: number | null, reason: string | null, bytes: number) => {
      const duration_ms = Math.round(performance.now() - started)
      options.observe?.({ kind: ask.kind, status, reason, bytes, duration_ms })
      const event = {
        action: 'edgar.request',
        duration_ms,
        metadata: { url, http_status: status, reason, bytes },
      }
      if (reason === null || reason === 'not_found') logger?.debug(event)
      else logger?.warn({ ...event, status: 'failed', message: `EDGAR request failed: ${reason}` })
    }
    let answer: FetchedBytes
    try {
      answer = await fetchBytes(url, {
        dispatcher,
        userAgent,
        accept: ask.accept,
        timeouts,
        maxBytes: ask.maxBytes,
        ...(ask.signal === undefined ? {} : { signal: ask.signal }),
      })
    } catch (error) {
      await quietly(permit.undecided())
      if (error instanceof EdgarError) observe(error.status, error.reason, 0)
      throw error
    }
    try {
      const next = judge(url, answer, ask)
      await quietly(permit.succeeded())
      observe(answer.status, null, answer.bytes.length)
      return next ?? answer
    } catch (error) {
      const reason = error instanceof EdgarError ? error.reason : 'unexpected_content'
      observe(answer.status, reason, answer.bytes.length)
      if (reason === 'rate_limited' || reason === 'undeclared_user_agent') {
        logger?.error({
          action: 'edgar.pause',
          status: 'paused',
          message: `EDGAR told us to stop (${reason}); nobody sends for ${Math.round(pauseMs / 1000)} s`,
          metadata: { url, http_status: answer.status, pause_ms: pauseMs },
        })
        await quietly(throttle.pause(reason, pauseMs))
      } else if (reason === 'server_error') await quietly(permit.undecided())
      else await quietly(permit.succeeded())
      throw error
    }
  }

  /** One throttled request for a file that is read as it comes. */
  async function sendForStream(
    url: string,
    kind: string,
    signal?: AbortSignal,
  ): Promise<AsyncGenerator<Buffer>> {
    const permit = await throttle.acquire(signal)
    const started = performance.now()
    const observe = (status: number | null, reason: string | null, bytes: number) =>
      options.observe?.({ kind, status, reason, bytes, duration_ms: Math.round(performance.now() - started) })
    try {
      const answer = await fetchStream(url, {
        dispatcher,
        userAgent,
        timeouts: { ...timeouts, total: ARCHIVE_TOTAL_MS },
        maxBytes: MAX_ARCHIVE_BYTES,
        ...(signal === undefined ? {} : { signal }),
      })
      if (answer.refused === null) {
        await quietly(permit.succeeded())
        observe(200, null, answer.announced ?? 0)
        return answer.bytes
      }
      judge(url, answer.refused, {
        check: (bytes) => ({
          reason: pageKind(bytes) === undefined ? 'unexpected_content' : 'html_page',
          detail: 'no gzip',
        }),
      })
      throw new EdgarError('bad_redirect', 'an archive that is elsewhere', {
        url,
        status: answer.refused.status,
      })
    } catch (error) {
      const known = error instanceof EdgarError ? error : undefined
      observe(known?.status ?? null, known?.reason ?? 'network', 0)
      if (known?.reason === 'rate_limited' || known?.reason === 'undeclared_user_agent')
        await quietly(throttle.pause(known.reason, pauseMs))
      else if (known?.status === null || known?.status === undefined || known.reason === 'server_error')
        await quietly(permit.undecided())
      else await quietly(permit.succeeded())
      throw error
    }
  }

  /** The limiter keeps what it could not tell Redis and tells it later; the answer at hand must not be lost for it. */
  async function quietly(told: Promise<void>): Promise<void> {
    try {
      await told
    } catch (error) {
      logger?.warn({
        action: 'edgar.limiter',
        status: 'failed',
        message: 'the limiter could not be told of an outcome',
        metadata: { error: error instanceof Error ? error.message : String(error) },
      })
    }
  }

  /** Throws what the answer means, returns the next address of a redirect, or nothing when the bytes count. */
  function judge(url: string, answer: FetchedBytes, ask: Pick<Ask, 'check'>): string | undefined {
    const { status, bytes } = answer
    const page = pageKind(bytes)
    const refusal = { url, status, retry_after_ms: pauseMs }
    if (page === 'threshold')
      throw new EdgarError('rate_limited', 'the request rate threshold page came', refusal)
    if (page === 'undeclared') {
      throw new EdgarError(
        'undeclared_user_agent',
        `EDGAR does not accept the User-Agent. ${HOW_TO_DECLARE}`,
        refusal,
      )
    }
    if (status === 404 || status === 410 || page === 'missing_key') {
      throw new EdgarError('not_found', 'EDGAR has no such file', { url, status })
    }
    if (status === 403 || status === 429) throw new EdgarError('rate_limited', `status ${status}`, refusal)
    if (status >= 500 || page === 'store_error') {
      throw new EdgarError('server_error', `status ${status}`, {
        url,
        status,
        retry_after_ms: retryAfterMs(answer),
      })
    }
    if (status === 301 || status === 302 || status === 303 || status === 307 || status === 308) {
      return sameHost(url, answer)
    }
    if (status !== 200) throw new EdgarError('unexpected_content', `status ${status}`, { url, status })
    const bad = ask.check(bytes)
    if (bad !== undefined) throw new EdgarError(bad.reason, bad.detail, { url, status })
    return undefined
  }

  async function getJson(url: string, kind: string, signal?: AbortSignal): Promise<unknown> {
    const { bytes } = await get(url, {
      kind,
      accept: 'application/json',
      maxBytes: Math.min(maxBytes, MAX_JSON_BYTES),
      check: (body) => checkText(body, '}'),
      signal,
    })
    return readable(url, () => JSON.parse(bytes.toString('utf8')) as unknown)
  }

  async function getIndex(
    url: string,
    kind: string,
    signal?: AbortSignal,
  ): Promise<EdgarIndex & { url: string }> {
    const { bytes } = await get(url, {
      kind,
      accept: 'text/plain, */*',
      maxBytes,
      check: (body) => checkText(body, undefined) ?? checkIndexEnd(body),
      signal,
    })
    return { ...parseIndex(bytes), url }
  }

  async function listing(url: string, signal?: AbortSignal): Promise<string[]> {
    return parseListing(await getJson(url, 'full_index_listing', signal))
  }

  return {
    urls,

    /** The full submission text. `path` is an index's file name, relative to `/Archives`. */
    fetchSubmission(of: {
      accession_number: string
      cik: string
      path?: string
      signal?: AbortSignal
    }): Promise<Fetched> {
      const url =
        of.path === undefined ? urls.submission(of.accession_number, of.cik) : urls.archivePath(of.path)
      return get(url, {
        kind: 'submission',
        accept: 'text/plain, */*',
        maxBytes,
        check: checkSubmission,
        signal: of.signal,
      })
    },

    fetchDocument(of: {
      accession_number: string
      cik: string
      file_name: string
      signal?: AbortSignal
    }): Promise<Fetched> {
      return get(urls.document(of.accession_number, of.cik, of.file_name), {
        kind: 'document',
        accept: '*/*',
        maxBytes,
        check: (bytes) => checkDocument(bytes, of.file_name),
        signal: of.signal,
      })
    },

    /** The company and its filings; with `olderPages` (the default) every page that the first one names. */
    async fetchCompanySubmissions(
      cik: string,
      { olderPages = true, signal }: { olderPages?: boolean; signal?: AbortSignal } = {},
    ): Promise<CompanySubmissions> {
      const url = urls.companySubmissions(cik)
      const value = await getJson(url, 'company_submissions', signal)
      const submissions = readable(url, () => parseCompanySubmissions(value))
      if (!olderPages) return submissions
      const filings = [...submissions.filings]
      let bad_rows = submissions.bad_rows
      for (const page of submissions.older_pages.slice(0, MAX_OLDER_PAGES)) {
        const pageUrl = urls.companySubmissionsPage(page.name)
        const older = await getJson(pageUrl, 'company_submissions', signal)
        const read = readable(pageUrl, () => parseOlderSubmissions(older, submissions.profile.cik))
        // One push per row: a spread of a whole page would be a call with a hundred thousand arguments.
        for (const filing of read.filings) filings.push({ ...filing, company_name: submissions.profile.name })
        bad_rows += read.bad_rows
      }
      return { ...submissions, filings, bad_rows }
    },

    async fetchLatestFilings({
      start = 0,
      count = LATEST_FILINGS_MAX,
      formType,
      signal,
    }: {
      start?: number
      count?: number
      formType?: string
      signal?: AbortSignal
    } = {}): Promise<LatestFilings & { url: string }> {
      const page = {
        start,
        count: Math.min(count, LATEST_FILINGS_MAX),
        ...(formType === undefined ? {} : { formType }),
      }
      const url = urls.latestFilings(page)
      const { bytes } = await get(url, {
        kind: 'latest_filings',
        accept: 'application/atom+xml',
        maxBytes: Math.min(maxBytes, MAX_ATOM_BYTES),
        check: (body) => checkText(body, '</feed>'),
        signal,
      })
      return { ...readable(url, () => parseLatestFilings(bytes)), url }
    },

    /** `date` is `YYYY-MM-DD`. `not_found` on days without filings and until the evening of the day. */
    fetchDailyIndex: (date: string, signal?: AbortSignal) =>
      getIndex(urls.dailyIndex(date), 'daily_index', signal),

    /**
     * The filings of a `YYYY-MM-DD` day, one at a time, out of one request. Their headers are of another form than those of
     * single submissions and name no time of acceptance.
     */
    async *readFeedArchive(
      date: string,
      counts?: FeedArchiveCounts,
      signal?: AbortSignal,
    ): AsyncGenerator<FeedEntry> {
      const url = urls.feedArchive(date)
      const bytes = await sendForStream(url, 'feed_archive', signal)
      try {
        yield* readFeedArchive(bytes, counts)
      } catch (cause) {
        if (!(cause instanceof TarError)) throw cause
        throw new EdgarError('bad_gzip', cause.message, { url, cause })
      }
    },

    fetchFullIndex: (year: number, quarter: number, signal?: AbortSignal) =>
      getIndex(urls.fullIndex(year, quarter), 'full_index', signal),

    /** The quarters that have a full index, oldest first. One request, and one for each year. */
    async fetchFullIndexQuarters(signal?: AbortSignal): Promise<{ year: number; quarter: number }[]> {
      const years = (await listing(urls.fullIndexListing(), signal))
        .filter((name) => /^\d{4}$/.test(name))
        .sort()
      const quarters: { year: number; quarter: number }[] = []
      for (const year of years) {
        const names = await listing(urls.fullIndexListing(Number(year)), signal)
        for (const name of names.sort()) {
          const quarter = /^QTR([1-4])$/.exec(name)?.[1]
          if (quarter !== undefined) quarters.push({ year: Number(year), quarter: Number(quarter) })
        }
      }
      return quarters
    },

    async fetchCompanyTickers(signal?: AbortSignal) {
      const url = urls.companyTickers()
      const value = await getJson(url, 'company_tickers', signal)
      return readable(url, () => parseCompanyTickers(value))
    },

    async close(): Promise<void> {
      await dispatcher.destroy()
    },
  }
}

export type EdgarGateway = ReturnType<typeof edgarGateway>

const HOW_TO_DECLARE =
  'Set EDGAR_USER_AGENT to your name and a contact e-mail address, for example "Example Research admin@example.com".'

/** The SEC refuses clients that do not say who they are. Other hosts, such as a mirror, take what they are given. */
function declaredUserAgent(given: string | undefined, bases: string[]): string {
  const talksToSec = bases.some((base) => /(?:^|\.)sec\.gov$/.test(new URL(base).hostname))
  const declared = (given ?? '').trim()
  if (/[^\x20-\x7e]/.test(declared))
    throw new Error(`EDGAR_USER_AGENT holds characters a header cannot. ${HOW_TO_DECLARE}`)
  if (talksToSec && !/[^\s@]@[^\s@]+\.[A-Za-z]{2,}/.test(declared)) {
    throw new Error(`EDGAR_USER_AGENT is required to talk to the SEC. ${HOW_TO_DECLARE}`)
  }
  return declared === '' ? 'SEC Latent Platform (mirror client)' : declared
}

/** A cut in an index leaves half a line, because every whole line ends with a file name. */
function checkIndexEnd(bytes: Buffer): BadBytes | undefined {
  const lastLine = bytes
    .subarray(Math.max(0, bytes.length - 4096))
    .toString('latin1')
    .trimEnd()
    .split('\n')
    .pop()
  if (lastLine === undefined) return { reason: 'truncated', detail: 'the index is empty' }
  const whole = /edgar\/\S+\.(?:txt|nc)$/.test(lastLine) || /^-{5,}$/.test(lastLine.trimEnd())
  return whole ? undefined : { reason: 'truncated', detail: 'the index ends within a line' }
}

function readable<T>(url: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new EdgarError('unexpected_content', cause instanceof Error ? cause.message : String(cause), {
      url,
      cause,
    })
  }
}

function sameHost(url: string, answer: FetchedBytes): string {
  const location = answer.headers.location
  const from = new URL(url)
  const context = { url, status: answer.status }
  if (typeof location !== 'string' || !URL.canParse(location, from.href)) {
    throw new EdgarError('bad_redirect', 'a redirect without an address', context)
  }
  const to = new URL(location, from)
  const upgraded = from.protocol === 'http:' && to.protocol === 'https:' && to.hostname === from.hostname
  if (to.origin !== from.origin && !upgraded) {
    throw new EdgarError('bad_redirect', `a redirect to another host (${to.host})`, context)
  }
  return to.href
}

/** Retry-After in seconds; its other form is a date, which would need a clock we agree on. */
function retryAfterMs(answer: FetchedBytes): number {
  const value = answer.headers['retry-after']
  if (typeof value !== 'string' || !/^\d{1,6}$/.test(value)) return SERVER_ERROR_RETRY_MS
  return Math.min(Number(value) * 1000, MAX_RETRY_AFTER_MS)
}
