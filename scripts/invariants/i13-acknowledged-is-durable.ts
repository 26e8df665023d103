import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ground, Invariant } from './invariant.ts'
import { effectKey, type KeyWrites, keyWrites } from './key-writes.ts'

const WRITES = 30_000
const WRITERS = 12
const KILLS_EACH = 3
const MAX_GAP_MS = 10_000
const START_TRIES = 40

/** Twelve writers append to a set while the API and Postgres are killed; what was acknowledged must be in the set. */
export const invariant: Invariant = {
  id: 'I13',
  title: 'What was acknowledged is durable',
  async run(ground) {
    const wanted = ground.size ?? WRITES
    const load = await keyWrites(ground, { processes: 2, writers: WRITERS })
    try {
      const acknowledged: string[] = []
      let lastAt = Date.now()
      let longestGap = 0
      let unanswered = 0
      let next = 0
      const writing = load.writers.map(async (writer) => {
        while (next < wanted) {
          const name = `write-${ground.seed}-${next++}`
          const answer = await load.insist(writer, name, name)
          const now = Date.now()
          longestGap = Math.max(longestGap, now - lastAt)
          lastAt = now
          unanswered += answer.unanswered
          acknowledged.push(name)
        }
      })
      const killing = kill(ground, load, () => acknowledged.length / wanted)
      await Promise.all([...writing, killing])

      const effects = await load.effects()
      const lost = acknowledged.filter((name) => !effects.get(effectKey(name))).length
      const doubled = (await load.audited()) - effects.size
      const changes = await load.changes()
      return [
        {
          check: 'acknowledged writes',
          value: acknowledged.length,
          unit: 'writes',
          at_least: wanted,
          ok: acknowledged.length >= wanted,
        },
        { check: 'lost', value: lost, unit: 'writes', at_most: 0, ok: lost === 0 },
        { check: 'done twice', value: doubled, unit: 'writes', at_most: 0, ok: doubled === 0 },
        {
          check: 'changes the keys counted, beyond those acknowledged',
          value: changes - acknowledged.length,
          unit: 'changes',
          at_most: 0,
          ok: changes === acknowledged.length,
        },
        {
          check: 'requests that were left without an answer',
          value: unanswered,
          unit: 'requests',
          at_least: 1,
          ok: unanswered >= 1,
        },
        {
          check: 'longest time without an acknowledgement',
          value: longestGap,
          unit: 'ms',
          at_most: MAX_GAP_MS,
          ok: longestGap <= MAX_GAP_MS,
        },
      ]
    } finally {
      await load.close()
    }
  },
}

/** Kills an API process and Postgres in turn, spread over the run. */
async function kill(ground: Ground, load: KeyWrites, progress: () => number): Promise<void> {
  const kills = 2 * KILLS_EACH
  for (let index = 0; index < kills; index++) {
    while (progress() < (index + 0.5) / kills) await new Promise((done) => setTimeout(done, 20))
    if (index % 2 === 0) {
      const api = load.apis[(index / 2) % load.apis.length]
      ground.say(`kill -9 of an API process after ${Math.round(progress() * 100)} %`)
      await api?.kill()
      await api?.start()
    } else {
      ground.say(`kill -9 of Postgres after ${Math.round(progress() * 100)} %`)
      killPostgres(ground)
      await restartPostgres(ground)
    }
  }
}

/** The children of a killed Postgres need a moment to notice; until then its memory is in use and it does not start. */
async function restartPostgres(ground: Ground): Promise<void> {
  await ground.postgres.stop()
  for (let tries = 1; ; tries++) {
    try {
      return await ground.postgres.start()
    } catch (error) {
      if (tries === START_TRIES) throw error
      await new Promise((done) => setTimeout(done, 250))
    }
  }
}

function killPostgres(ground: Ground): void {
  const pidFile = join(ground.folder('postgres'), 'data', 'postmaster.pid')
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]), 'SIGKILL')
}
