import { isMarketOpen } from '@sec-latent/core/edgar/market-hours'
import { Gauge } from 'prom-client'
import type { Services } from '../services.ts'
import { within } from './within.ts'

const BREAKER = { open: 0, probing: 1, paused: 2 } as const

/** Use of the budget of requests, state of the breaker, and whether filings are expected at the moment. */
export function edgarGauges({ metrics, config, edgarOf }: Pick<Services, 'metrics' | 'config' | 'edgarOf'>) {
  const { registry, secBudget } = metrics
  new Gauge({
    name: 'sec_budget_used_ratio',
    help: 'Requests this process sent to EDGAR in the last ten seconds, against those that all processes together may send. Their sum is the use of the budget.',
    registers: [registry],
    collect() {
      this.set(secBudget.usedRatio())
    },
  })
  new Gauge({
    name: 'sec_breaker_state',
    help: 'Of requests to EDGAR: 0 they are sent, 1 one is finding out whether EDGAR answers again, 2 nobody sends any.',
    labelNames: ['dataset'],
    registers: [registry],
    async collect() {
      this.reset()
      for (const dataset of ['live', 'test'] as const) {
        const edgar = edgarOf(dataset)
        if (edgar === undefined) continue
        const state = await within(edgar.throttleState(), undefined)
        if (state !== undefined && state.state !== 'unknown') this.set({ dataset }, BREAKER[state.state])
      }
    },
  })
  if (!config.readsLiveEdgar || config.DISCOVERY_SCOPE !== 'all') return
  new Gauge({
    name: 'ingest_expected',
    help: '1 while silence means that something is broken: everything is taken in, and the exchanges trade.',
    registers: [registry],
    collect() {
      this.set(isMarketOpen(Date.now()) ? 1 : 0)
    },
  })
}
