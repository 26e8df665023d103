import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hasProgram } from '../prometheus/programs.ts'
import { alertRules } from '../prometheus/rule-files.ts'

const run = promisify(execFile)
const CONFIG = join(import.meta.dirname, 'alertmanager.yml')

interface Route {
  receiver: string
  matchers?: string[]
  group_wait: string
  group_interval: string
  repeat_interval: string
  routes: Route[]
}
const { route, inhibit_rules } = parse(readFileSync(CONFIG, 'utf8')) as {
  route: Route
  inhibit_rules: { source_matchers: string[]; target_matchers: string[] }[]
}

it('a critical alert goes out at once, and events go out once a day', () => {
  const of = (severity: string) =>
    route.routes.find(({ matchers }) => matchers?.[0] === `severity="${severity}"`) as Route
  expect(of('critical')).toMatchObject({ receiver: 'pagerduty', group_wait: '0s' })
  expect(of('warning')).toMatchObject({ receiver: 'slack' })
  expect(of('info')).toMatchObject({
    receiver: 'daily-mail',
    group_interval: '24h',
    repeat_interval: '24h',
  })
})

it('what keeps others silent is an alert that there is, and never keeps a critical one of another kind silent', () => {
  const names = new Set(alertRules().map(({ alert }) => alert))
  for (const { source_matchers, target_matchers } of inhibit_rules) {
    const matchers = [...source_matchers, ...target_matchers].filter((one) => one.startsWith('alertname'))
    for (const matcher of matchers) {
      for (const name of matcher.replace(/^alertname=~?"|"$/g, '').split('|')) expect(names).toContain(name)
    }
    const named = target_matchers.some((one) => one.startsWith('alertname'))
    expect(named || target_matchers.includes('severity="warning"')).toBe(true)
  }
})

describe.skipIf(!hasProgram('amtool'))(
  'amtool (skipped where it is not installed: apt-get install prometheus-alertmanager)',
  () => {
    it('accepts the configuration', async () => {
      const { stdout } = await run('amtool', ['check-config', CONFIG])
      expect(stdout).toContain('SUCCESS')
    })

    it('every alert reaches the channel of its severity, and one without a severity reaches people too', async () => {
      const channels = { critical: 'pagerduty', warning: 'slack', info: 'daily-mail', unknown: 'slack' }
      const kinds = new Map(alertRules().map(({ alert, labels }) => [`${alert} ${labels.severity}`, labels]))
      const reached = async (labels: string[]) =>
        (
          await run('amtool', ['config', 'routes', 'test', `--config.file=${CONFIG}`, ...labels])
        ).stdout.trim()
      for (const severity of new Set([...kinds.values()].map((labels) => labels.severity as string))) {
        expect(await reached([`severity=${severity}`, 'alertname=Any'])).toBe(
          channels[severity as keyof typeof channels],
        )
      }
      expect(await reached(['alertname=Any'])).toBe(channels.unknown)
    })
  },
)
