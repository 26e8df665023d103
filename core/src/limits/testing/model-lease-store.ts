import type { LeaseStore, PolicyAnswer } from '../lease-store.ts'

interface Scope {
  created: number
  seededAt: number
  dayUnits: number
  tats: Map<string, number>
  months: Map<string, { used: number; certainAt: number | undefined; taken: Map<string, number> }>
  /** What processes said of a month that nobody has counted yet. */
  early: Map<string, Map<string, number>>
  calls: Map<string, number>
}

interface Working {
  left: number
  free: number
  tat: number
  others: number
  mine: number
  wait: number | undefined
}

/** The central state in memory, on a clock that a test turns. It says in TypeScript what the scripts in Redis do. */
export function modelLeaseStore(clock: { now(): number }): LeaseStore & { flush(): void } {
  let scopes = new Map<string, Scope>()
  let alive = new Map<string, number>()
  let notes = new Map<string, Set<string>>()
  let created: number | undefined

  function scopeOf(name: string): Scope {
    const known = scopes.get(name)
    if (known) return known
    const scope: Scope = {
      created: -1,
      seededAt: -1,
      dayUnits: 0,
      tats: new Map(),
      months: new Map(),
      early: new Map(),
      calls: new Map(),
    }
    scopes.set(name, scope)
    return scope
  }

  return {
    flush() {
      scopes = new Map()
      alive = new Map()
      notes = new Map()
      created = undefined
    },

    async acquire(call) {
      const now = clock.now()
      const { cost, epoch, month, replicas, waiters } = call
      const working: Working[] = []
      let served = waiters
      for (const [i, p] of call.policies.entries()) {
        const scope = scopes.get(p.scope)
        let one: Working
        if (p.kind === 'rate') {
          if (!scope || scope.created < 0) return { outcome: 'unknown', policy: i }
          const full = p.interval * p.burst
          let tat = scope.tats.get(p.name)
          if (tat === undefined) {
            tat =
              p.name === 'day'
                ? scope.seededAt + Math.min(p.burst, scope.dayUnits) * p.interval
                : scope.created + full
          }
          if (call.emptyAgo >= 0 && p.name !== 'day') tat = Math.max(tat, now - call.emptyAgo + full)
          tat = Math.max(tat, now) + p.debt * p.interval
          const free = Math.max(0, Math.floor((full - (tat - now)) / p.interval))
          one = { left: p.left, free, tat, others: 0, mine: 0, wait: undefined }
        } else {
          const known = scope?.months.get(month)
          if (!known || (known.certainAt !== undefined && now >= known.certainAt)) {
            return { outcome: 'unknown', policy: i }
          }
          const last = scope?.calls.get(epoch)
          if (last !== undefined && call.seq <= last) return { outcome: 'stale' }
          const before = known.taken.get(epoch) ?? 0
          const spent = p.known ? p.spent : p.spent + before
          const others = known.used - before
          const left = Math.max(0, Math.min(p.held, p.limit - others - spent))
          const mine = spent + left
          const reserve = known.certainAt === undefined ? 0 : p.reserve
          const free = Math.max(0, p.limit - others - mine - reserve)
          const wait = known.certainAt === undefined ? undefined : known.certainAt - now
          one = { left, free, tat: 0, others, mine, wait }
        }
        served = Math.min(served, Math.floor((one.left + one.free) / cost))
        working.push(one)
      }
      const spend = served * cost
      const policies = call.policies.map((p, i): PolicyAnswer => {
        const one = working[i] as Working
        const scope = scopes.get(p.scope) as Scope
        const need = Math.max(0, spend - one.left)
        const rest = one.free - need
        let hold = p.hold
        if (served < waiters) hold = 0
        else if (p.kind === 'rate') hold = Math.min(hold, Math.floor(rest / replicas))
        else if (rest < 4 * replicas * hold) hold = 0
        const granted = need + Math.max(0, Math.min(rest, hold - Math.max(0, one.left - spend)))
        const free = one.free - granted
        const after = one.left + granted - spend
        const short = after + free < cost
        if (p.kind === 'rate') {
          const tat = one.tat + granted * p.interval
          scope.tats.set(p.name, tat)
          const retry = short
            ? Math.max(1, tat + (cost - after) * p.interval - p.interval * p.burst - now)
            : 0
          return { granted, left: one.left, remaining: free, reset: tat - now, retry, taken: 0 }
        }
        const taken = one.mine + granted
        const known = scope.months.get(month)
        if (known) {
          known.used = one.others + taken
          known.taken.set(epoch, taken)
        }
        scope.calls.set(epoch, call.seq)
        return {
          granted,
          left: one.left,
          remaining: free,
          reset: 0,
          retry: short ? (one.wait ?? -1) : 0,
          taken,
        }
      })
      return { outcome: 'decided', policies }
    },

    async seed(seed) {
      const now = clock.now()
      const scope = scopeOf(seed.scope)
      if (scope.created < 0) {
        scope.created = seed.created
        scope.seededAt = now
        scope.dayUnits = seed.dayUnits
      }
      if (seed.units === undefined) return
      const month = scope.months.get(seed.month) ?? {
        used: 0,
        certainAt: undefined,
        taken: scope.early.get(seed.month) ?? new Map(),
      }
      for (const { epoch, units } of seed.units) {
        if (units > (month.taken.get(epoch) ?? 0)) month.taken.set(epoch, units)
      }
      month.used = [...month.taken.values()].reduce((sum, one) => sum + one, 0)
      month.certainAt = now < seed.created + seed.settle ? seed.created + seed.settle : undefined
      for (const name of scope.months.keys()) if (name < seed.month) scope.months.delete(name)
      for (const name of scope.early.keys()) if (name <= seed.month) scope.early.delete(name)
      scope.months.set(seed.month, month)
    },

    async beat({ epoch, ttl, leaving }) {
      const now = clock.now()
      if (leaving) alive.delete(epoch)
      else alive.set(epoch, now)
      for (const [one, at] of alive) if (at < now - ttl) alive.delete(one)
      created ??= now
      return { replicas: alive.size, created }
    },

    async isLive(epoch) {
      return alive.has(epoch)
    },
    async noteScope(epoch, scope) {
      notes.set(epoch, (notes.get(epoch) ?? new Set()).add(scope))
    },
    async scopesOf(epoch) {
      return [...(notes.get(epoch) ?? [])]
    },
    async remember({ scope, month, epoch, units }) {
      const { months, early } = scopeOf(scope)
      const known = months.get(month)
      const taken = known?.taken ?? early.get(month) ?? new Map<string, number>()
      const more = units - (taken.get(epoch) ?? 0)
      if (more <= 0) return
      taken.set(epoch, units)
      if (known) known.used += more
      else early.set(month, taken)
    },
    async settle({ scope, month, epoch, units }) {
      const known = scopes.get(scope)?.months.get(month)
      if (!known) return
      known.used += units - (known.taken.get(epoch) ?? 0)
      known.taken.set(epoch, units)
    },
  }
}
