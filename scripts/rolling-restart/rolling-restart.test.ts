import { expect, test } from 'vitest'
import { startCluster } from '../cluster/cluster.ts'
import { missingPrograms } from '../cluster/programs-there.ts'
import { restart } from './restart.ts'
import { steadyLoad } from './steady-load.ts'

const missing = missingPrograms()
const CLIENTS = 4

// The whole of it, with figures: npm run rolling:restart.
test.skipIf(missing.length > 0)(
  `a rolling restart of two processes behind nginx fails no request${missing.length > 0 ? ` (missing: ${missing.join(', ')})` : ''}`,
  { timeout: 300_000 },
  async () => {
    const cluster = await startCluster({
      workers: 0,
      scheduler: false,
      faults: false,
      apiEnv: { DRAIN_SECONDS: '1' },
    })
    try {
      const dispatcher = cluster.nginx.agent({ connections: CLIENTS })
      const load = await steadyLoad({
        sql: cluster.sql(),
        url: cluster.nginx.url,
        dispatcher,
        clients: CLIENTS,
        pauseMs: 10,
      })
      for (const api of cluster.apis) {
        const before = load.answers.length
        expect(await restart(api)).toEqual({ code: 0, ready: 503, closes: true })
        expect(load.answers.length).toBeGreaterThan(before)
      }
      await load.stop()
      await dispatcher.close()
      expect(load.failed()).toEqual([])
      expect(new Set(load.answers.map(({ method }) => method))).toEqual(new Set(['GET', 'POST', 'PATCH']))
    } finally {
      await cluster.close()
    }
  },
)
