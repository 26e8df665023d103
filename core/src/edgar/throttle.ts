import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { EdgarError } from './errors.ts'

/**
 * The SEC counts requests per user over all machines: at most 10 a second, or everybody is blocked for ten minutes. So
 * the budget lives in one place, a Redis key, and only Redis' own clock is ever read: the wall clocks of the processes
 * may be hours apart.
 *
 * Starts are spread evenly, one slot every (1000 + GUARD_MS) / limit milliseconds. A slot is not handed out before it is
 * LEAD_MS away, and a process that comes back from Redis too late for its slot (TOLERANCE_MS) gives it up instead of
 * using it. Hence the bound, measured at the server: if the way from `acquire()` returning to the server's clock varies
 * by at most GUARD_MS − TOLERANCE_MS (95 ms), no sliding second holds more than `limit` starts, and with the default of
 * 8 it takes a variation of more than 370 ms to reach 11. After a stall of the network the requests in flight may
 * arrive together; their number is the number of calls running at once.
 *
 * Redis may be flushed, restarted or failed over at any moment. The state carries the run id of the server that wrote
 * it; without state, or with another's, the first slot lies beyond everything that can have been handed out before.
 */
const GUARD_MS = 125
const TOLERANCE_MS = 30
const LEAD_MS = 20

/** The SEC lifts its block after ten quiet minutes. */
export const PAUSE_MS = 10 * 60 * 1000
/** A probe nobody was heard of for so long is replaced: its process died, or never learned that it may send. */
const PROBE_LEASE_MS = 15_000
/** Longer than the gateway's total timeout: no probe is kept alive beyond. */
const PROBE_MOST_MS = 6 * 60 * 1000
/** After a probe that proved nothing (a timeout, a reset) the next one waits this long. */
const PROBE_AGAIN_MS = 5000
/** How soon a paused caller may ask again while somebody else's probe is out. */
const PROBE_POLL_MS = 1000

const COMMAND_TIMEOUT_MS = 2000
const LIMITER_WAIT_MS = 30_000
const QUEUE_WAIT_MS = 5 * 60 * 1000
const RETRY_LIMITER_MS = 200
const STATE_TTL_MS = 24 * 60 * 60 * 1000

/**
 * KEYS[1] the state. ARGV: command, interval µs, lead µs, pause µs, reason, what this process remembers of a pause
 * (−1 nothing, otherwise µs still to go, 0 meaning "a probe is owed"), lease µs, ttl ms.
 * Answers {verdict, wait µs, reason}: grant, probe, wait, paused, done.
 */
const SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local command, interval, lead = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local info = redis.pcall('INFO', 'server')
local run = type(info) == 'string' and string.match(info, 'run_id:(%x+)') or 'unknown'
local field = function(name) return tonumber(redis.call('HGET', KEYS[1], name) or '') or 0 end
local set = function(...) redis.call('HSET', KEYS[1], ...) end
local text = function(n) return string.format('%.0f', n) end

local next_at = field('next')
if redis.call('HGET', KEYS[1], 'run') ~= run or next_at > now + 4 * (interval + lead) then
  next_at = now + lead + interval
  set('run', run, 'next', text(next_at))
  local remembered = tonumber(ARGV[6])
  if remembered >= 0 and field('pause_until') < now + remembered then
    set('pause_until', text(now + remembered), 'probe', '1', 'reason', 'remembered')
    redis.call('HDEL', KEYS[1], 'lease_until')
  end
end
redis.call('PEXPIRE', KEYS[1], ARGV[8])

if command == 'pause' then
  local till = math.max(field('pause_until'), now + tonumber(ARGV[4]))
  set('pause_until', text(till), 'probe', '1', 'reason', ARGV[5])
  redis.call('HDEL', KEYS[1], 'lease_until')
  return {'done', text(till - now), ARGV[5]}
end

local reason = redis.call('HGET', KEYS[1], 'reason') or ''
local pause_left = field('pause_until') - now
if command == 'probe_succeeded' then
  if pause_left <= 0 then redis.call('HDEL', KEYS[1], 'probe', 'pause_until', 'lease_until', 'reason') end
  return {'done', '0', ''}
end
if command == 'probe_alive' then
  if pause_left <= 0 and field('probe') == 1 then set('lease_until', text(now + tonumber(ARGV[7]))) end
  return {'done', '0', ''}
end
if command == 'probe_undecided' then
  if pause_left <= 0 then set('lease_until', text(now + tonumber(ARGV[7]))) end
  return {'done', '0', ''}
end

local probing = field('probe') == 1
if pause_left > 0 then return {'paused', text(pause_left), reason} end
if command == 'look' then
  return {probing and 'probing' or 'open', text(math.max(0, next_at - now)), reason}
end
if probing and field('lease_until') > now then return {'probing', text(field('lease_until') - now), reason} end
if next_at - now > lead then return {'wait', text(next_at - now - lead), ''} end
local slot = math.max(next_at, now)
set('next', text(slot + interval))
if probing then
  set('lease_until', text(now + tonumber(ARGV[7])))
  return {'probe', text(slot - now), reason}
end
return {'grant', text(slot - now), ''}
`

export interface ThrottleOptions {
  /** Request starts in any sliding second, over all processes. */
  limit?: number
  /** The Redis key that all processes share. */
  key?: string
  /** How long nobody can get through to Redis before `acquire` gives up; milliseconds. */
  limiterWaitMs?: number
  /** After how long a probe nobody is heard of is replaced; milliseconds. */
  probeLeaseMs?: number
}

/** A leave to send one request now. The outcome matters only after a pause, when a single probe goes first. */
export interface Permit {
  probe: boolean
  /** Tells everybody that EDGAR answers again. */
  succeeded(): Promise<void>
  /** Neither an answer nor a refusal came back; another probe may go. */
  undecided(): Promise<void>
}

export interface ThrottleState {
  /** `probing`: the pause is over and one request is finding out whether EDGAR answers. */
  state: 'open' | 'paused' | 'probing' | 'unknown'
  /** Milliseconds of pause still to go. */
  pause_left_ms: number
  reason: string | null
}

interface Waiter {
  resolve(permit: Permit): void
  reject(error: unknown): void
  since: number
}

/**
 * The limiter of one process. Throws `EdgarError` `paused` and `limiter_unavailable`; a caller that is told so
 * has sent nothing.
 */
export function edgarThrottle(redis: Redis, options: ThrottleOptions = {}) {
  const limit = options.limit ?? 8
  if (!(limit > 0 && limit <= 1000)) throw new RangeError(`limit must be between 0 and 1000, got ${limit}`)
  const key = options.key ?? 'edgar:throttle'
  const limiterWaitMs = options.limiterWaitMs ?? LIMITER_WAIT_MS
  const probeLeaseMs = options.probeLeaseMs ?? PROBE_LEASE_MS
  const intervalUs = Math.ceil(((1000 + GUARD_MS) / limit) * 1000)
  const waiters: Waiter[] = []
  let polling = false
  /** When this process' knowledge of a pause runs out, on its monotonic clock; survives a flush of Redis. */
  let pausedUntil: number | undefined
  /** A pause that Redis has not been told of yet. */
  let untold: { reason: string; until: number } | undefined
  /** Counts the pauses, so that an answer from before one is not mistaken for leave to go on. */
  let pauses = 0
  /** The quickest answer of late: a Redis far away is not a stall. */
  let quickestMs = COMMAND_TIMEOUT_MS

  async function run(command: string, pauseMs = 0, reason = '', leaseMs = probeLeaseMs) {
    const remembered =
      pausedUntil === undefined ? -1 : Math.max(0, Math.round((pausedUntil - performance.now()) * 1000))
    const before = pauses
    const answer = redis.eval(
      SCRIPT,
      1,
      key,
      command,
      intervalUs,
      LEAD_MS * 1000,
      Math.round(pauseMs * 1000),
      reason,
      remembered,
      leaseMs * 1000,
      STATE_TTL_MS,
    ) as Promise<[string, string, string]>
    const [verdict, waitUs, why] = await within(answer, COMMAND_TIMEOUT_MS)
    const waitMs = Number(waitUs) / 1000
    if (pauses !== before) return { verdict: 'stale', waitMs: 0, why }
    if (verdict === 'paused' || verdict === 'probing') {
      pausedUntil = performance.now() + (verdict === 'paused' ? waitMs : 0)
    } else if (verdict === 'grant' || verdict === 'open') {
      pausedUntil = undefined
    }
    return { verdict, waitMs, why }
  }

  /** One poller per process: callers are served in the order in which they came. */
  async function poll(): Promise<void> {
    if (polling) return
    polling = true
    let unreachableSince: number | undefined
    try {
      while (waiters.length > 0) {
        let asked = performance.now()
        let answer: Awaited<ReturnType<typeof run>>
        try {
          await tellPause()
          asked = performance.now()
          answer = await run('acquire')
          unreachableSince = undefined
          quickestMs = Math.min(performance.now() - asked, quickestMs * 1.01 + 0.1)
        } catch (cause) {
          unreachableSince ??= asked
          const waited = performance.now() - unreachableSince
          if (waited >= limiterWaitMs) {
            refuseAll(
              new EdgarError('limiter_unavailable', `Redis did not answer for ${Math.round(waited)} ms`, {
                cause,
              }),
            )
            return
          }
          await sleep(RETRY_LIMITER_MS)
          continue
        }
        if (answer.verdict === 'stale') continue
        if (answer.verdict === 'paused' || answer.verdict === 'probing') {
          const retryAfterMs =
            answer.verdict === 'paused'
              ? Math.ceil(answer.waitMs)
              : Math.min(PROBE_POLL_MS, Math.ceil(answer.waitMs))
          refuseAll(
            new EdgarError(
              'paused',
              `all requests to EDGAR are paused (${answer.why || 'no reason given'})`,
              {
                retry_after_ms: retryAfterMs,
              },
            ),
          )
          return
        }
        if (answer.verdict === 'wait') {
          refuseOld()
          await sleep(answer.waitMs + Math.random() * (LEAD_MS / 2))
          continue
        }
        if (answer.waitMs > 0) await sleep(answer.waitMs)
        const late = performance.now() - asked - answer.waitMs - quickestMs
        const waiter = waiters[0]
        if (late > TOLERANCE_MS || waiter === undefined) {
          if (answer.verdict === 'probe') void run('probe_undecided', 0, '', 0).catch(() => {})
          continue
        }
        waiters.shift()
        waiter.resolve(permit(answer.verdict === 'probe'))
        // The caller writes its request before the next slot is asked for.
        await new Promise((done) => setImmediate(done))
      }
    } finally {
      polling = false
    }
  }

  async function tellPause(): Promise<void> {
    if (untold === undefined) return
    const told = untold
    const left = told.until - performance.now()
    // Even a pause that is over by now has to be told: what follows it is a probe.
    await run('pause', Math.max(0, left), told.reason)
    if (untold === told) untold = undefined
  }

  /** Until Redis has heard it, the others do not know: whoever was refused keeps trying for as long as it matters. */
  async function keepTelling(): Promise<void> {
    while (untold !== undefined && performance.now() < untold.until) {
      await sleep(RETRY_LIMITER_MS, undefined, { ref: false })
      await tellPause().catch(() => {})
    }
  }

  function permit(probe: boolean): Permit {
    const end = probe ? keepProbeAlive() : () => {}
    return {
      probe,
      async succeeded() {
        end()
        if (probe) await run('probe_succeeded')
      },
      async undecided() {
        end()
        if (probe) await run('probe_undecided', 0, '', PROBE_AGAIN_MS)
      },
    }
  }

  /** Says that the probe is under way until it has an outcome; another pause is one. */
  function keepProbeAlive(): () => void {
    const [began, pausesBefore] = [performance.now(), pauses]
    const timer = setInterval(() => {
      if (pauses !== pausesBefore || performance.now() - began > PROBE_MOST_MS) clearInterval(timer)
      else run('probe_alive').catch(() => {})
    }, probeLeaseMs / 3)
    timer.unref()
    return () => clearInterval(timer)
  }

  function refuseAll(error: EdgarError): void {
    for (const waiter of waiters.splice(0)) waiter.reject(error)
  }

  function refuseOld(): void {
    const oldest = waiters[0]
    if (oldest === undefined || performance.now() - oldest.since < QUEUE_WAIT_MS) return
    waiters.shift()
    oldest.reject(
      new EdgarError('limiter_unavailable', `no turn came within ${QUEUE_WAIT_MS} ms`, {
        retry_after_ms: 1000,
      }),
    )
  }

  return {
    limit,

    /** Resolves when one request may be sent, at once. */
    acquire(signal?: AbortSignal): Promise<Permit> {
      return new Promise<Permit>((resolve, reject) => {
        if (signal?.aborted) {
          reject(new EdgarError('aborted', 'the caller gave up', { cause: signal.reason }))
          return
        }
        const leave = () => {
          const index = waiters.indexOf(waiter)
          if (index >= 0) waiters.splice(index, 1)
          reject(new EdgarError('aborted', 'the caller gave up', { cause: signal?.reason }))
        }
        const waiter: Waiter = {
          since: performance.now(),
          resolve(value) {
            signal?.removeEventListener('abort', leave)
            resolve(value)
          },
          reject(error) {
            signal?.removeEventListener('abort', leave)
            reject(error)
          },
        }
        signal?.addEventListener('abort', leave, { once: true })
        waiters.push(waiter)
        void poll()
      })
    },

    /** Stops every process. This one remembers even if Redis does not answer or forgets. */
    async pause(reason: string, ms: number = PAUSE_MS): Promise<void> {
      const until = performance.now() + ms
      pauses++
      if (untold === undefined || untold.until < until) untold = { reason, until }
      pausedUntil = pausedUntil === undefined ? until : Math.max(pausedUntil, until)
      refuseAll(
        new EdgarError('paused', `all requests to EDGAR are paused (${reason})`, {
          retry_after_ms: Math.ceil(ms),
        }),
      )
      try {
        await tellPause()
      } catch (error) {
        void keepTelling()
        throw error
      }
    },

    async state(): Promise<ThrottleState> {
      try {
        const { verdict, waitMs, why } = await run('look')
        const state = verdict === 'paused' || verdict === 'probing' ? verdict : 'open'
        return { state, pause_left_ms: state === 'paused' ? Math.ceil(waitMs) : 0, reason: why || null }
      } catch {
        return { state: 'unknown', pause_left_ms: 0, reason: null }
      }
    },
  }
}

export type EdgarThrottle = ReturnType<typeof edgarThrottle>

/** A command that Redis never answers must not hold a caller for ever, whatever the client's own settings are. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
