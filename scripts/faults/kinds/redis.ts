import type { Toxic } from '../../cluster/fault-proxy.ts'
import type { FaultKind, Field } from '../fault.ts'

type Role = 'queue' | 'cache'
const of = (field: Field, role: Role) => field.cluster[role]

function kinds(role: Role): FaultKind[] {
  const base = { part: 'redis', resource: `redis-${role}` } as const
  const name = (what: string) => `Redis of the ${role === 'queue' ? 'queues' : 'caches'} ${what}`

  const emptied: FaultKind = {
    ...base,
    fault: 'F6',
    name: name('emptied'),
    weight: 3,
    holdMs: [0, 0],
    async inject(field) {
      await of(field, role).command((redis) => redis.flushall())
      return undefined
    },
  }
  const killed: FaultKind = {
    ...base,
    fault: 'F6',
    name: name('killed with -9 and started again'),
    weight: 2,
    holdMs: [0, 300],
    async inject(field) {
      const master = of(field, role).master()
      await master.kill()
      return () => master.start()
    },
  }
  const busy: FaultKind = {
    ...base,
    fault: 'F6',
    name: name('busy with a script'),
    weight: 1,
    holdMs: [500, 700],
    async inject(field, _random, holdMs) {
      await of(field, role).command((redis) =>
        redis.eval(
          `local function now() local t = redis.call('TIME') return t[1] * 1000 + t[2] / 1000 end
          local stop = now() + tonumber(ARGV[1]) while now() < stop do end return 1`,
          0,
          holdMs,
        ),
      )
      return undefined
    },
  }
  const full: FaultKind = {
    ...base,
    fault: 'F6',
    name: name('without memory'),
    weight: 1,
    holdMs: [2_000, 4_000],
    async inject(field) {
      const set = (policy: string, bytes: string) =>
        of(field, role).command(async (redis) => {
          await redis.config('SET', 'maxmemory-policy', policy)
          await redis.config('SET', 'maxmemory', bytes)
        })
      await set('noeviction', '1mb')
      return () => (role === 'queue' ? set('noeviction', '0') : set('allkeys-lru', '128mb'))
    },
  }
  const unwritable: FaultKind = {
    ...base,
    fault: 'F6',
    name: name('refuses writes for want of replicas'),
    weight: 1,
    holdMs: [2_000, 4_000],
    async inject(field) {
      const set = (count: string) =>
        of(field, role).command((redis) => redis.config('SET', 'min-replicas-to-write', count))
      await set('9')
      return async () => void (await set('0'))
    },
  }
  const failedOver: FaultKind = {
    ...base,
    fault: 'F7',
    name: name('failed over by Sentinel'),
    weight: 2,
    holdMs: [0, 0],
    async inject(field) {
      await of(field, role).failOver()
      return undefined
    },
  }
  const network = (what: string, toxic: Toxic): FaultKind => ({
    ...base,
    fault: 'F6',
    name: name(what),
    weight: 1,
    holdMs: [1_500, 4_000],
    async inject(field) {
      of(field, role).proxy.add(toxic)
      return async () => of(field, role).proxy.heal()
    },
  })
  const away: FaultKind = {
    ...base,
    fault: 'F6',
    name: name('away'),
    weight: 2,
    holdMs: [1_500, 5_000],
    async inject(field) {
      await of(field, role).proxy.down()
      return () => of(field, role).proxy.up()
    },
  }
  return [
    emptied,
    killed,
    busy,
    full,
    unwritable,
    failedOver,
    away,
    network('slow', { type: 'latency', latencyMs: 80, jitterMs: 60 }),
    network('silent', { type: 'timeout', timeoutMs: 0 }),
  ]
}

export const redisFaults: FaultKind[] = [...kinds('queue'), ...kinds('cache')]
