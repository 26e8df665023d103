import type { Invariant } from './invariant.ts'
import { type KeyWrites, keyWrites, type WriteAnswer } from './key-writes.ts'
import { randomOf } from './random.ts'

const OPERATIONS = 10_000
const WRITERS = 12
const AT_ONCE = 24
const MANY = 50
const KILLS = 12

interface Tally {
  sent: number
  different: number
  replays: number
  afterSilence: number
  conflicts: number
  otherBodyTaken: number
}

/** Operations are sent again at random, fifty times at once, and by clients whose API was killed before it answered. */
export const invariant: Invariant = {
  id: 'I14',
  title: 'One Idempotency-Key, one effect, one answer',
  async run(ground) {
    const wanted = ground.size ?? OPERATIONS
    const load = await keyWrites(ground, { processes: 2, writers: WRITERS })
    const tally: Tally = {
      sent: 0,
      different: 0,
      replays: 0,
      afterSilence: 0,
      conflicts: 0,
      otherBodyTaken: 0,
    }
    let done = false
    let kills = 0
    try {
      let next = 0
      const killing = (async () => {
        while (kills < KILLS && !done) {
          if (next < ((kills + 0.5) / KILLS) * wanted) {
            await new Promise((resolve) => setTimeout(resolve, 20))
            continue
          }
          const api = load.apis[kills++ % load.apis.length]
          await api?.kill()
          await api?.start()
        }
      })()
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          while (next < wanted) {
            const index = next++
            await operate(load, index, ground.seed, tally)
          }
        }),
      )
      done = true
      await killing

      const effects = await load.effects()
      const doubled = (await load.audited()) - effects.size
      const missing = wanted - [...effects.values()].filter((times) => times === 1).length
      const changes = await load.changes()
      const none = (check: string, value: number, unit: string) => ({
        check,
        value,
        unit,
        at_most: 0,
        ok: value === 0,
      })
      const some = (check: string, value: number, unit: string) => ({
        check,
        value,
        unit,
        at_least: 1,
        ok: value >= 1,
      })
      return [
        {
          check: 'operations',
          value: effects.size,
          unit: 'operations',
          at_least: wanted,
          ok: effects.size >= wanted,
        },
        none('rows of the audit log beyond one for each operation', doubled, 'rows'),
        none('operations without an effect', missing, 'operations'),
        none('changes beyond one for each operation', changes - wanted, 'changes'),
        none('answers that differ from the first one', tally.different, 'answers'),
        none('other bodies taken under a used key', tally.otherBodyTaken, 'requests'),
        some('requests', tally.sent, 'requests'),
        some('API processes killed', kills, 'kills'),
        some('answers repeated', tally.replays, 'answers'),
        some('committed, not answered, then repeated', tally.afterSilence, 'operations'),
        some('told that the first is still running', tally.conflicts, 'requests'),
      ]
    } finally {
      done = true
      await load.close()
    }
  },
}

/** One operation, with everything that a bad network and an impatient client make of it. */
async function operate(load: KeyWrites, index: number, seed: number, tally: Tally): Promise<void> {
  const random = randomOf(seed * 31 + index)
  const writer = load.writers[index % load.writers.length] as KeyWrites['writers'][number]
  const name = `operation-${seed}-${index}`
  let first: WriteAnswer | undefined
  const look = (answer: WriteAnswer | undefined) => {
    tally.sent += 1
    if (answer?.status === 409) tally.conflicts += 1
    if (answer?.status !== 200) return
    if (answer.replayed) tally.replays += 1
    first ??= answer
    if (answer.body !== first.body) tally.different += 1
  }
  const attempt = async () => look(await load.send(writer, name, name).catch(() => undefined))

  if (index % 500 === 0) await Promise.all(Array.from({ length: MANY }, attempt))
  else if (random.next() < 0.1) await Promise.all(Array.from({ length: 2 + random.below(4) }, attempt))
  const insisted = await load.insist(writer, name, name)
  look(insisted)
  if (insisted.unanswered > 0 && insisted.replayed) tally.afterSilence += 1
  if (random.next() < 0.3) await attempt()
  if (random.next() < 0.02) {
    const other = await load.send(writer, `${name} but other`, name).catch(() => undefined)
    if (other?.status === 200) tally.otherBodyTaken += 1
  }
}
