import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse, stringify } from 'yaml'
import { quickened } from '../../deploy/prometheus/render.ts'
import { ruleFiles } from '../../deploy/prometheus/rule-files.ts'
import { succeeds } from '../cluster/answers.ts'
import { startProgram } from '../cluster/program.ts'
import { freePort } from '../services/ports.mjs'
import type { Receivers } from './receivers.ts'

const ALERTMANAGER = join(import.meta.dirname, '../../deploy/alertmanager/alertmanager.yml')
const TIMEOUT_MS = 5_000
const FORGOTTEN_EVERY_MS = 200
const FORGOTTEN_WITHIN_MS = 30_000

export type Job = 'api' | 'workers' | 'scheduler' | 'portal'

export interface FiringAlert {
  alertname: string
  severity: string
  labels: Record<string, string>
}

/** A real Prometheus and a real Alertmanager with our rules, quickened, and our channels, led to loopback. */
export async function startWatchers(folder: string, receivers: Receivers) {
  const alertmanagerPort = await freePort()
  const prometheusPort = await freePort()
  const home = (name: string) => {
    const path = join(folder, name)
    mkdirSync(path, { recursive: true })
    return path
  }

  writeFileSync(
    join(home('alertmanager'), 'alertmanager.yml'),
    alertmanagerConfig(receivers, home('alertmanager')),
  )
  const alertmanager = await startProgram({
    name: 'alertmanager',
    command: 'prometheus-alertmanager',
    args: [
      `--config.file=${join(home('alertmanager'), 'alertmanager.yml')}`,
      `--storage.path=${home('alertmanager/data')}`,
      `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
      '--cluster.listen-address=',
    ],
    cwd: folder,
    folder: home('alertmanager'),
    ready: () => succeeds(`http://127.0.0.1:${alertmanagerPort}/-/ready`),
  })

  const targets = home('targets')
  const rules = home('rules')
  for (const [name, file] of ruleFiles()) {
    const quick = quickened(file, { waiting: 45, looking: 20, shortest: 15, daySeconds: 40 })
    writeFileSync(join(rules, name), stringify(quick, { lineWidth: 0 }))
  }
  writeFileSync(
    join(home('prometheus'), 'prometheus.yml'),
    stringify({
      global: { scrape_interval: '3s', scrape_timeout: '3s', evaluation_interval: '1s' },
      rule_files: [`${rules}/*.yml`],
      alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${alertmanagerPort}`] }] }] },
      scrape_configs: (['api', 'workers', 'scheduler', 'portal'] as Job[]).map((job) => ({
        job_name: job,
        metrics_path: job === 'portal' ? '/api/metrics' : '/metrics',
        file_sd_configs: [{ files: [join(targets, `${job}.json`)], refresh_interval: '1s' }],
      })),
    }),
  )
  const prometheus = await startProgram({
    name: 'prometheus',
    command: 'prometheus',
    args: [
      `--config.file=${join(home('prometheus'), 'prometheus.yml')}`,
      `--storage.tsdb.path=${home('prometheus/data')}`,
      `--web.listen-address=127.0.0.1:${prometheusPort}`,
    ],
    cwd: folder,
    folder: home('prometheus'),
    ready: () => succeeds(`http://127.0.0.1:${prometheusPort}/-/ready`),
  })

  async function ask(path: string): Promise<{ data: unknown }> {
    const answer = await fetch(`http://127.0.0.1:${prometheusPort}${path}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return (await answer.json()) as { data: unknown }
  }

  async function value(query: string): Promise<number | undefined> {
    const { data } = (await ask(`/api/v1/query?query=${encodeURIComponent(query)}`)) as {
      data: { result: { value: [number, string] }[] }
    }
    const found = data.result[0]?.value[1]
    return found === undefined ? undefined : Number(found)
  }

  return {
    /** Which processes of a service there are, by port. */
    setTargets(job: Job, ports: number[]): void {
      const list = [{ targets: ports.map((port) => `127.0.0.1:${port}`) }]
      writeFileSync(join(targets, `${job}.json`), JSON.stringify(list))
    },
    async firing(): Promise<FiringAlert[]> {
      const { data } = (await ask('/api/v1/alerts')) as {
        data: { alerts: { state: string; labels: Record<string, string> }[] }
      }
      return data.alerts
        .filter(({ state }) => state === 'firing')
        .map(({ labels }) => ({
          alertname: labels.alertname ?? '',
          severity: labels.severity ?? '',
          labels,
        }))
    },
    value,
    /** Resolves when a process that is no target any more has been asked for the last time. */
    async untilForgotten(port: number): Promise<void> {
      const deadline = Date.now() + FORGOTTEN_WITHIN_MS
      while ((await value(`up{instance="127.0.0.1:${port}"}`)) !== undefined) {
        if (Date.now() > deadline) throw new Error(`Prometheus still asks the process at ${port}.`)
        await sleep(FORGOTTEN_EVERY_MS)
      }
    },
    async close(): Promise<void> {
      await prometheus.stop()
      await alertmanager.stop()
    },
  }
}
export type Watchers = Awaited<ReturnType<typeof startWatchers>>

/** The committed configuration; only its waits are shorter and its addresses on loopback. */
function alertmanagerConfig({ httpPort, smtpPort }: Receivers, folder: string): string {
  const config = parse(readFileSync(ALERTMANAGER, 'utf8'))
  const secret = (name: string) => {
    const path = join(folder, name)
    writeFileSync(path, name === 'slack-url' ? `http://127.0.0.1:${httpPort}/slack` : 'a-key-for-loopback')
    return path
  }
  config.global = {
    resolve_timeout: '5m',
    smtp_smarthost: `127.0.0.1:${smtpPort}`,
    smtp_from: config.global.smtp_from,
    smtp_require_tls: false,
    slack_api_url_file: secret('slack-url'),
    pagerduty_url: `http://127.0.0.1:${httpPort}/pagerduty`,
  }
  for (const route of [config.route, ...config.route.routes]) {
    if (route.group_wait) route.group_wait = route.group_wait === '0s' ? '0s' : '1s'
    if (route.group_interval) route.group_interval = '2s'
  }
  for (const { pagerduty_configs = [] } of config.receivers) {
    for (const one of pagerduty_configs) one.routing_key_file = secret('pagerduty-key')
  }
  return stringify(config, { lineWidth: 0 })
}
