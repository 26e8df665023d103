import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { Redis } from 'ioredis'
import { newId } from '../ids.ts'
import { redisOptions } from '../redis.ts'
import { expiredSnapshots } from './retention.ts'
import { getSealed, putSealed } from './sealed-parts.ts'
import type { Backups } from './settings.ts'

const PREFIX = 'redis/'
const CONNECT_TIMEOUT_MS = 10_000
/** The server forks and writes before it sends; a silent minute is too long. */
const SILENCE_MS = 60_000
const SYNC = '*1\r\n$4\r\nSYNC\r\n'

export interface RedisSnapshot {
  /** Of the file in the store. */
  name: string
  source: string
  finished_at: string
  plain_bytes: number
  stored_bytes: number
}

/** Fetches a snapshot of a whole Redis as a replica would, and stores it sealed. */
export async function takeRedisSnapshot(
  { store, keys }: Backups,
  options: { url: string; source: string },
): Promise<RedisSnapshot> {
  const finished_at = new Date().toISOString()
  const stamp = finished_at.replace(/[:.]/g, '-')
  const name = `${PREFIX}${options.source}/${stamp}_${newId('bkp')}.rdb`
  const { socket, isAsked } = await openSocket(options.url)
  try {
    const sizes = await putSealed(store, keys, name, snapshotOf(socket, isAsked))
    return { name, source: options.source, finished_at, ...sizes }
  } finally {
    socket.destroy()
  }
}

/** The snapshots of a Redis that are in the store, the oldest first. */
export async function listRedisSnapshots({ store }: Backups, source: string) {
  const names = new Set<string>()
  for await (const { name } of store.list(`${PREFIX}${source}/`)) names.add(name.replace(/\.\d{5}$/, ''))
  return [...names].sort().map((name) => {
    const [, day, hour, minute, second, milli] =
      /\/(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z_/.exec(name) ?? []
    return { name, source, finished_at: `${day}T${hour}:${minute}:${second}.${milli}Z` }
  })
}

/** The bytes of a snapshot, to be put where a Redis begins: as its `dump.rdb`, with appendonly off until it has loaded it. */
export function readRedisSnapshot({ store, keys }: Backups, name: string): AsyncGenerator<Buffer> {
  return getSealed(store, keys, name)
}

/** Removes what is older than a week. */
export async function expireRedisSnapshots(
  backups: Backups,
  source: string,
  now: Date = new Date(),
): Promise<number> {
  const expired = expiredSnapshots(await listRedisSnapshots(backups, source), now)
  for (const { name } of expired) {
    const parts: string[] = []
    for await (const part of backups.store.list(`${name}.`)) parts.push(part.name)
    for (const part of parts) await backups.store.remove(part)
  }
  return expired.length
}

/** A connection to the server that is primary now; `isAsked`: it was told a password, and will say what it thinks of it. */
async function openSocket(url: string): Promise<{ socket: Socket; isAsked: boolean }> {
  const options = redisOptions(url)
  const { host, port } = options.sentinels ? await primaryOf(url) : options
  const socket = options.tls
    ? connectTls({ ...options.tls, host: host as string, port: port as number, servername: host as string })
    : connect({ host: host as string, port: port as number })
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('the Redis went silent')))
  if (options.password) {
    const words = ['AUTH', ...(options.username ? [options.username] : []), options.password]
    socket.write(
      `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`,
    )
  }
  return { socket, isAsked: Boolean(options.password) }
}

async function primaryOf(url: string): Promise<{ host: string; port: number }> {
  const redis = new Redis({ ...redisOptions(url), lazyConnect: true, connectTimeout: CONNECT_TIMEOUT_MS })
  redis.on('error', () => {})
  try {
    await redis.connect()
    const { remoteAddress, remotePort } = redis.stream as Socket
    if (!remoteAddress || !remotePort) throw new Error('the Sentinels name no primary')
    return { host: remoteAddress, port: remotePort }
  } finally {
    redis.disconnect()
  }
}

/** What a replica is sent: `+OK` for the password, empty lines while the server is at work, `$length`, and the snapshot. */
async function* snapshotOf(socket: Socket, isAsked: boolean): AsyncGenerator<Buffer> {
  // While an answer is under way it refuses: so the answer to the password first.
  let isSyncing = !isAsked
  if (isSyncing) socket.write(SYNC)
  let waiting: Buffer = Buffer.alloc(0)
  let left: number | undefined
  let end: Buffer = Buffer.alloc(0)
  for await (const received of socket) {
    let chunk = received as Buffer
    if (left === undefined) {
      waiting = Buffer.concat([waiting, chunk])
      const head = /^(?:\+OK\r\n)?\n*\$(\d+)\r\n/.exec(waiting.subarray(0, 4_096).toString('latin1'))
      const refused = /^(?:\+OK\r\n)?\n*-([^\r]*)\r\n/.exec(waiting.subarray(0, 4_096).toString('latin1'))
      if (refused) throw new Error(`the Redis gives no snapshot: ${refused[1]}`)
      if (!isSyncing && waiting.subarray(0, 5).toString('latin1') === '+OK\r\n') {
        isSyncing = true
        socket.write(SYNC)
      }
      if (!head) continue
      left = Number(head[1])
      chunk = waiting.subarray(head[0].length)
      if (chunk.length >= 5 && !chunk.subarray(0, 5).equals(Buffer.from('REDIS')))
        throw new Error('what the Redis sent is no snapshot')
    }
    const part = chunk.subarray(0, left)
    left -= part.length
    end = Buffer.concat([end, part]).subarray(-9)
    if (part.length > 0) yield part
    if (left === 0) {
      // The mark of the end, and a checksum of eight bytes.
      if (end[0] !== 0xff) throw new Error('the snapshot has no end')
      return
    }
  }
  throw new Error('the Redis hung up before the snapshot was whole')
}
