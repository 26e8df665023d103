import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@sec-latent/core/db'
import { Queue } from 'bullmq'
import type { Ground, Service } from './ground.ts'
import type { startLoad } from './load.ts'
import type { Channel } from './receivers.ts'
import type { Watchers } from './watchers.ts'

export const USUAL = { kept: 20, fresh: 1, subsidiaries: 1 }
/** Five times what the alert is about. */
const FLOOD = 5_000
const FLOOD_EVERY_MS = 200
const UNKEPT_JOB = {
  name: 'count-answers',
  data: {},
  opts: { removeOnComplete: true, removeOnFail: true },
}

export interface Scene {
  ground: Ground
  watchers: Watchers
  load: ReturnType<typeof startLoad>
  /** The processes of the API that are asked. */
  apis: Service[]
  tellTargets(): void
}

export interface Fault {
  alert: string
  severity: 'critical' | 'warning' | 'info'
  channel: Channel
  what: string
  /** Makes it; what it returns ends it. */
  begin(scene: Scene): Promise<() => Promise<void>>
  /** What else it brings about, and rightly. */
  brings?: string[]
}

/** The ten alerts of the founding document, each with what it is there for. */
export const FAULTS: Fault[] = [
  {
    alert: 'ServiceDown',
    severity: 'critical',
    channel: 'pagerduty',
    what: 'kill -9 of the worker',
    async begin({ ground: { workers } }) {
      await workers.program.kill()
      return () => workers.program.start()
    },
  },
  {
    alert: 'DatabaseConnectionFailure',
    severity: 'critical',
    channel: 'pagerduty',
    what: 'Postgres is stopped',
    brings: ['HighErrorRate', 'ErrorBudgetBurn', 'ServiceDown'],
    async begin({ ground: { servers } }) {
      await servers.postgres.stop()
      return () => servers.postgres.start()
    },
  },
  {
    alert: 'DiskSpaceLow',
    severity: 'critical',
    channel: 'pagerduty',
    what: 'the file system of the journal is filled to 94 %',
    async begin({ ground: { disk } }) {
      if (!disk.isSmall) throw new Error('a small file system can be mounted by root only')
      disk.fill(6)
      return async () => disk.empty()
    },
  },
  {
    alert: 'HighErrorRate',
    severity: 'critical',
    channel: 'pagerduty',
    what: 'a right is taken from the API, and 6 % of the requests need it',
    brings: ['ErrorBudgetBurn'],
    async begin({ ground: { sql }, load }) {
      await sql`revoke select on subsidiaries from latent_api`
      load.ask({ ...USUAL, subsidiaries: 1.4 })
      return async () => {
        await sql`grant select on subsidiaries to latent_api`
        load.ask(USUAL)
      }
    },
  },
  {
    alert: 'HighLatency',
    severity: 'warning',
    channel: 'slack',
    what: 'a lock on the table of filings is held for three seconds, again and again',
    brings: ['ErrorBudgetBurn', 'CacheMissRateHigh'],
    async begin({ ground, load }) {
      const locker = openDatabase(ground.databaseUrl, { max: 1, applicationName: 'lock' })
      let over = false
      load.ask({ ...USUAL, fresh: 4 })
      const holding = (async () => {
        while (!over) {
          await locker
            .begin(async (tx) => {
              await tx`lock table filings in access exclusive mode`
              await sleep(3_000)
            })
            .catch(() => sleep(200))
          await sleep(50)
        }
      })()
      return async () => {
        over = true
        await holding
        await locker.end({ timeout: 5 })
        load.ask(USUAL)
      }
    },
  },
  {
    alert: 'CacheMissRateHigh',
    severity: 'warning',
    channel: 'slack',
    what: 'half of the requests ask what nobody asked before',
    async begin({ load }) {
      load.ask({ kept: 10, fresh: 10, subsidiaries: 0 })
      return async () => load.ask(USUAL)
    },
  },
  {
    alert: 'QueueDepthHigh',
    severity: 'warning',
    channel: 'slack',
    what: `jobs come faster than they are done, and ${FLOOD} wait at all times`,
    async begin({ ground }) {
      const { hostname, port } = new URL(ground.queue.url)
      const queue = new Queue('count-answers', { connection: { host: hostname, port: Number(port) } })
      let ended = false
      const flooding = (async () => {
        while (!ended) {
          const missing = FLOOD - (await queue.getWaitingCount())
          if (missing > 0) await queue.addBulk(Array.from({ length: missing }, () => UNKEPT_JOB))
          await sleep(FLOOD_EVERY_MS)
        }
      })()
      return async () => {
        ended = true
        await flooding
        await queue.drain()
        await queue.close()
      }
    },
  },
  {
    alert: 'ScalingEvent',
    severity: 'info',
    channel: 'mail',
    what: 'a second process of the API is started',
    async begin(scene) {
      const second = await scene.ground.api('api-2', 'v1')
      scene.apis.push(second)
      scene.tellTargets()
      return async () => {}
    },
  },
  {
    alert: 'DeploymentCompleted',
    severity: 'info',
    channel: 'mail',
    what: 'another release takes the place of the second process',
    brings: ['ScalingEvent'],
    async begin(scene) {
      const third = await scene.ground.api('api-3', 'v2')
      const [, second] = scene.apis
      scene.apis.splice(1, 1, third)
      scene.tellTargets()
      // A deployment takes as long as the quickened alert is patient: nobody may ask a process that has gone on purpose.
      if (second) {
        await scene.watchers.untilForgotten(second.metricsPort)
        await second.program.stop()
      }
      return async () => {}
    },
  },
  {
    alert: 'BackupCompleted',
    severity: 'info',
    channel: 'mail',
    what: 'the daily backup puts the queue away',
    brings: ['ScalingEvent', 'DeploymentCompleted'],
    async begin({ ground }) {
      await ground.backUp()
      return async () => {}
    },
  },
]
