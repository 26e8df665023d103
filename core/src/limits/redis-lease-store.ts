import type { Redis } from 'ioredis'
import type { AcquireAnswer, AcquireCall, LeaseStore } from './lease-store.ts'

/*
 * One hash per scope (an organisation, or a key with limits of its own), all in the slot of the organisation:
 *   c, o, d        since when Redis remembers; when the scope was seeded, and the units of the 24 hours before
 *   r:<name>       theoretical arrival time of a rate (GCRA), in microseconds
 *   u:<month>      units of the month that all processes took, spent or not
 *   t:<month>:<epoch>  those of one process: the last it said itself, or what Postgres knew of it, whichever is more
 *   q:<epoch>      number of its last call
 *   s:<month>      until when the count of the month is not certain
 * `testing/model-lease-store.ts` says the same in TypeScript; a test holds them against each other.
 */
const NOW = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local function text(number) return string.format('%.0f', number) end
`

/** A scope that nobody used for so long is forgotten, and rebuilt from Postgres. */
const TTL_MS = 3 * 86_400_000

const ACQUIRE = `${NOW}
local epoch, seq, cost, waiters = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local empty, month, replicas = tonumber(ARGV[6]), ARGV[7], tonumber(ARGV[8])
local taken, called = 't:' .. month .. ':' .. epoch, 'q:' .. epoch
local policies, served = {}, waiters
for i, key in ipairs(KEYS) do
  local at = 8 + (i - 1) * 7
  local p = { kind = ARGV[at + 1], name = ARGV[at + 2] }
  if p.kind == 'r' then
    local interval, burst, left = tonumber(ARGV[at + 3]), tonumber(ARGV[at + 4]), tonumber(ARGV[at + 5])
    local full = interval * burst
    local known = redis.call('HMGET', key, 'c', 'o', 'd', 'r:' .. p.name)
    if not known[1] then return { 1, i } end
    local tat = tonumber(known[4] or '')
    if not tat then
      if p.name == 'day' then tat = tonumber(known[2]) + math.min(burst, tonumber(known[3])) * interval
      else tat = tonumber(known[1]) + full end
    end
    if empty >= 0 and p.name ~= 'day' then tat = math.max(tat, now - empty + full) end
    p.interval, p.full, p.left = interval, full, left
    p.tat = math.max(tat, now) + tonumber(ARGV[at + 7]) * interval
    p.free = math.max(0, math.floor((full - (p.tat - now)) / interval))
  else
    local limit, spent, held = tonumber(ARGV[at + 3]), tonumber(ARGV[at + 4]), tonumber(ARGV[at + 5])
    local known = redis.call('HMGET', key, 'u:' .. month, taken, called, 's:' .. month)
    local uncertain = tonumber(known[4] or '')
    if not known[1] or (uncertain and now >= uncertain) then return { 1, i } end
    if known[3] and seq <= tonumber(known[3]) then return { 2, i } end
    local mine = tonumber(known[2] or '0')
    if p.name == 'forgot' then spent = spent + mine end
    p.others = tonumber(known[1]) - mine
    p.left = math.max(0, math.min(held, limit - p.others - spent))
    p.mine = spent + p.left
    local reserve = 0
    if uncertain then
      reserve = tonumber(ARGV[at + 7])
      p.wait = uncertain - now
    end
    p.free = math.max(0, limit - p.others - p.mine - reserve)
  end
  p.hold = tonumber(ARGV[at + 6])
  served = math.min(served, math.floor((p.left + p.free) / cost))
  policies[i] = p
end
local spend = served * cost
local answer = { 0, served }
for i, key in ipairs(KEYS) do
  local p = policies[i]
  local need = math.max(0, spend - p.left)
  local rest = p.free - need
  local hold = p.hold
  if served < waiters then hold = 0
  elseif p.kind == 'r' then hold = math.min(hold, math.floor(rest / replicas))
  elseif rest < 4 * replicas * hold then hold = 0 end
  local granted = need + math.max(0, math.min(rest, hold - math.max(0, p.left - spend)))
  local free, after = p.free - granted, p.left + granted - spend
  local reset, retry, mine = 0, 0, 0
  if p.kind == 'r' then
    p.tat = p.tat + granted * p.interval
    redis.call('HSET', key, 'r:' .. p.name, text(p.tat))
    reset = p.tat - now
    if after + free < cost then retry = math.max(1, p.tat + (cost - after) * p.interval - p.full - now) end
  else
    mine = p.mine + granted
    redis.call('HSET', key, 'u:' .. month, text(p.others + mine), taken, text(mine), called, text(seq))
    if after + free < cost then retry = p.wait or -1 end
  end
  redis.call('PEXPIRE', key, ${TTL_MS})
  for _, one in ipairs({ granted, p.left, free, reset, retry, mine }) do table.insert(answer, one) end
end
return answer
`

const SEED = `${NOW}
local key, created, settle, day, month = KEYS[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4], ARGV[5]
if redis.call('HEXISTS', key, 'c') == 0 then redis.call('HSET', key, 'c', text(created), 'o', text(now), 'd', day) end
if month ~= '' then
  local prefix = 't:' .. month .. ':'
  for i = 6, #ARGV, 2 do
    local known = tonumber(redis.call('HGET', key, prefix .. ARGV[i]) or '0')
    if tonumber(ARGV[i + 1]) > known then redis.call('HSET', key, prefix .. ARGV[i], ARGV[i + 1]) end
  end
  local used, fields = 0, redis.call('HGETALL', key)
  for i = 1, #fields, 2 do
    local kind, of = string.match(fields[i], '^([uts]):(%d%d%d%d%-%d%d)')
    if kind and of < month then redis.call('HDEL', key, fields[i])
    elseif string.sub(fields[i], 1, #prefix) == prefix then used = used + tonumber(fields[i + 1]) end
  end
  redis.call('HSET', key, 'u:' .. month, text(used))
  if now < created + settle then redis.call('HSET', key, 's:' .. month, text(created + settle))
  else redis.call('HDEL', key, 's:' .. month) end
end
redis.call('PEXPIRE', key, ${TTL_MS})
return 1
`

const BEAT = `${NOW}
if ARGV[4] == '1' then redis.call('ZREM', KEYS[1], ARGV[2]) else redis.call('ZADD', KEYS[1], text(now), ARGV[2]) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. text(now - tonumber(ARGV[3])))
local created = redis.call('GET', KEYS[2])
if not created then
  created = text(now)
  redis.call('SET', KEYS[2], created)
end
return { redis.call('ZCARD', KEYS[1]), tonumber(created) }
`

const SETTLE = `
local used, taken = redis.call('HGET', KEYS[1], 'u:' .. ARGV[1]), 't:' .. ARGV[1] .. ':' .. ARGV[2]
if not used then return 0 end
local known = tonumber(redis.call('HGET', KEYS[1], taken) or '0')
redis.call('HSET', KEYS[1], taken, ARGV[3], 'u:' .. ARGV[1], string.format('%.0f', tonumber(used) - known + tonumber(ARGV[3])))
return 1
`

const REMEMBER = `
local used, taken = redis.call('HGET', KEYS[1], 'u:' .. ARGV[1]), 't:' .. ARGV[1] .. ':' .. ARGV[2]
local more = tonumber(ARGV[3]) - tonumber(redis.call('HGET', KEYS[1], taken) or '0')
if more <= 0 then return 0 end
redis.call('HSET', KEYS[1], taken, ARGV[3])
if used then redis.call('HSET', KEYS[1], 'u:' .. ARGV[1], string.format('%.0f', tonumber(used) + more)) end
redis.call('PEXPIRE', KEYS[1], ${TTL_MS})
return 1
`

const FIELDS_PER_POLICY = 6
/** Longer than any month: whoever settles the death of a process must find its scopes. */
const SCOPES_TTL_S = 40 * 86_400

type Script = (...args: (string | number)[]) => Promise<number[]>

/** The central state in Redis. Only its clock counts for what is granted; `now` replaces it in tests. */
export function redisLeaseStore(
  redis: Redis,
  prefix: string,
  options: { now?: () => number } = {},
): LeaseStore {
  redis.defineCommand('limitsAcquire', { lua: ACQUIRE })
  redis.defineCommand('limitsSeed', { numberOfKeys: 1, lua: SEED })
  redis.defineCommand('limitsBeat', { numberOfKeys: 2, lua: BEAT })
  redis.defineCommand('limitsRemember', { numberOfKeys: 1, lua: REMEMBER })
  redis.defineCommand('limitsSettle', { numberOfKeys: 1, lua: SETTLE })
  const scripts = redis as unknown as Record<
    'limitsAcquire' | 'limitsSeed' | 'limitsBeat' | 'limitsRemember' | 'limitsSettle',
    Script
  >
  const now = () => (options.now ? String(options.now()) : '')
  /** All scopes of an organisation are in one slot: a key's scope is `<organisation>|<key>`. */
  const keyOf = (scope: string) => {
    const [organisation, key] = scope.split('|')
    return key === undefined ? `${prefix}:{${organisation}}` : `${prefix}:{${organisation}}:${key}`
  }
  const replicas = `{${prefix}}:replicas`
  const scopes = (epoch: string) => `{${prefix}}:scopes:${epoch}`

  return {
    async acquire(call) {
      const args: (string | number)[] = [call.policies.length]
      for (const { scope } of call.policies) args.push(keyOf(scope))
      args.push(
        now(),
        call.epoch,
        call.seq,
        call.cost,
        call.waiters,
        call.emptyAgo,
        call.month,
        call.replicas,
      )
      for (const p of call.policies) {
        if (p.kind === 'rate') args.push('r', p.name, p.interval, p.burst, p.left, p.hold, p.debt)
        else args.push('q', p.known ? '' : 'forgot', p.limit, p.spent, p.held, p.hold, p.reserve)
      }
      return readAnswer(await scripts.limitsAcquire(...args), call)
    },
    async seed({ scope, created, settle, dayUnits, month, units }) {
      const pairs = (units ?? []).flatMap((one) => [one.epoch, one.units])
      await scripts.limitsSeed(
        keyOf(scope),
        now(),
        created,
        settle,
        dayUnits,
        units === undefined ? '' : month,
        ...pairs,
      )
    },
    async beat({ epoch, ttl, leaving }) {
      const [count = 0, created = 0] = await scripts.limitsBeat(
        replicas,
        `{${prefix}}:created`,
        now(),
        epoch,
        ttl,
        leaving ? 1 : 0,
      )
      return { replicas: count, created }
    },
    async isLive(epoch) {
      return (await redis.zscore(replicas, epoch)) !== null
    },
    async noteScope(epoch, scope) {
      await redis.sadd(scopes(epoch), scope)
      await redis.expire(scopes(epoch), SCOPES_TTL_S)
    },
    async scopesOf(epoch) {
      return await redis.smembers(scopes(epoch))
    },
    async remember({ scope, month, epoch, units }) {
      await scripts.limitsRemember(keyOf(scope), month, epoch, units)
    },
    async settle({ scope, month, epoch, units }) {
      await scripts.limitsSettle(keyOf(scope), month, epoch, units)
    },
  }
}

function readAnswer(values: number[], call: AcquireCall): AcquireAnswer {
  if (values[0] === 1) return { outcome: 'unknown', policy: (values[1] as number) - 1 }
  if (values[0] === 2) return { outcome: 'stale' }
  const policies = call.policies.map((_, i) => {
    const [granted = 0, left = 0, remaining = 0, reset = 0, retry = 0, taken = 0] = values.slice(
      2 + i * FIELDS_PER_POLICY,
    )
    return { granted, left, remaining, reset, retry, taken }
  })
  return { outcome: 'decided', policies }
}
