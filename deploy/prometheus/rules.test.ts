import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALERT_CASES, type AlertCases } from './alert-cases.ts'
import { hasProgram } from './programs.ts'
import { promtoolFiles } from './promtool-cases.ts'
import {
  type AlertRule,
  alertRules,
  RULES_FOLDER,
  RUNBOOKS,
  recordingRules,
  ruleFiles,
  ruleKey,
} from './rule-files.ts'
import { type Objectives, readObjectives, sloRules } from './slo.ts'

const run = promisify(execFile)
const files = [...ruleFiles().keys()].map((name) => join(RULES_FOLDER, name))
const rules = alertRules()
const keys = rules.map(ruleKey)

describe('every alert', () => {
  it('has a case on which it fires and one on which it is silent, and no case is of an alert that is gone', () => {
    expect(Object.keys(ALERT_CASES).sort()).toEqual([...keys].sort())
  })

  it.each(rules.map((rule) => [ruleKey(rule), rule] as const))(
    '%s has a severity, words and a runbook',
    (_, rule) => {
      expect(['critical', 'warning', 'info']).toContain(rule.labels.severity)
      expect(rule.annotations.summary?.length).toBeGreaterThan(10)
      expect(rule.annotations.description?.length).toBeGreaterThan(10)
      const page = rule.alert.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
      expect(rule.annotations.runbook_url).toBe(`${RUNBOOKS}/${page}`)
    },
  )

  it('of the founding document is there, critical at once and warnings after a quarter of an hour', () => {
    const of = (severity: string) =>
      rules
        .filter(({ alert, labels }) => FOUNDING.includes(alert) && labels.severity === severity)
        .map(({ alert, for: wait }) => [alert, wait])
    expect(of('critical').every(([, wait]) => wait === '1m' || wait === '30s')).toBe(true)
    expect(of('critical')).toHaveLength(4)
    expect(of('warning').map(([, wait]) => wait)).toEqual(['15m', '15m', '15m'])
    expect(of('info')).toHaveLength(3)
  })
})

const FOUNDING = [
  ...['ServiceDown', 'DatabaseConnectionFailure', 'DiskSpaceLow', 'HighErrorRate'],
  ...['HighLatency', 'CacheMissRateHigh', 'QueueDepthHigh'],
  ...['DeploymentCompleted', 'ScalingEvent', 'BackupCompleted'],
]

describe('objectives', () => {
  it('the rules that are committed are those that slo.yaml gives', () => {
    expect(readFileSync(join(RULES_FOLDER, 'slo.yml'), 'utf8')).toBe(sloRules(readObjectives()))
  })

  it('are those that were promised', () => {
    const { window, objectives } = readObjectives()
    expect(window).toBe('30d')
    expect(objectives.map(({ name, objective }) => [name, objective])).toEqual([
      ['availability', 0.999],
      ['latency', 0.95],
      ['freshness', 0.95],
      ['webhooks', 0.95],
    ])
  })

  it('a pair that could never fire is refused, and so is an objective of nothing', () => {
    const { burn_rates, objectives, window } = readObjectives()
    const [first] = objectives as [Objectives['objectives'][number]]
    const loose = { window, burn_rates, objectives: [{ ...first, objective: 0.9 }] }
    expect(() => sloRules(loose)).toThrow('more than everything')
    const { bad: _, ...nothing } = first
    expect(() => sloRules({ window, burn_rates, objectives: [nothing] })).toThrow('neither what is good')
  })
})

describe.skipIf(!hasProgram('promtool'))(
  'promtool (skipped where it is not installed: apt-get install prometheus)',
  () => {
    let folder: string
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'latent-rules-'))
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    it('accepts every rule and the configuration', async () => {
      const checked = await run('promtool', ['check', 'rules', ...files])
      expect(checked.stdout.match(/SUCCESS/g)).toHaveLength(files.length)
      const config = join(import.meta.dirname, 'prometheus.yml')
      // Files it names are elsewhere; what it says is looked at here.
      const { stdout } = await run('promtool', ['check', 'config', '--syntax-only', config])
      expect(stdout).toContain('SUCCESS')
    })

    /** Writes what promtool needs for a rule, and gives the file of its tests. */
    function written(rule: AlertRule, cases: AlertCases): string {
      const name = join(folder, ruleKey(rule).replaceAll(' ', '-'))
      const { rules, test } = promtoolFiles(rule, cases, recordingRules(), `${name}.rules.yml`)
      writeFileSync(`${name}.rules.yml`, rules)
      writeFileSync(`${name}.test.yml`, test)
      return `${name}.test.yml`
    }

    it('every alert fires on its fault and is silent otherwise', async () => {
      const tests = rules.map((rule) => written(rule, ALERT_CASES[ruleKey(rule)] as AlertCases))
      const { stdout } = await run('promtool', ['test', 'rules', ...tests])
      expect(stdout.match(/SUCCESS/g)).toHaveLength(rules.length)
    })

    it('says so when an alert does not fire, and when it does not keep silent', async () => {
      const rule = rules.find(({ alert }) => alert === 'SecBreakerOpen') as AlertRule
      const { fires, silent } = ALERT_CASES.SecBreakerOpen as AlertCases
      for (const wrong of [
        { fires: silent, silent },
        { fires, silent: fires },
      ]) {
        await expect(run('promtool', ['test', 'rules', written(rule, wrong)])).rejects.toThrow(
          'SecBreakerOpen',
        )
      }
    })
  },
)
