import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { type AlertRule, RUNBOOKS, type RuleFile, ruleFiles } from './rule-files.ts'

const CONFIG = join(import.meta.dirname, 'prometheus.yml')

export interface Rendering {
  /** Behind the name of each service: `.railway.internal`. */
  suffix?: string | undefined
  /** How the names are looked up. */
  record?: 'A' | 'AAAA' | undefined
  /** Address of the portal with the runbooks, without a slash at the end. */
  portal?: string | undefined
}

/** The files of a Prometheus, by path, for another network than that of the committed ones. */
export function renderPrometheus({ suffix = '', record = 'A', portal }: Rendering): Map<string, string> {
  const config = parse(readFileSync(CONFIG, 'utf8'))
  for (const { dns_sd_configs = [] } of [...config.scrape_configs, ...config.alerting.alertmanagers]) {
    for (const lookUp of dns_sd_configs) {
      lookUp.names = lookUp.names.map((name: string) => `${name}${suffix}`)
      lookUp.type = record
    }
  }
  const rules = [...ruleFiles()].map(
    ([name, file]) => [`rules/${name}`, withRunbooksAt(stringify(file, { lineWidth: 0 }), portal)] as const,
  )
  return new Map([['prometheus.yml', stringify(config, { lineWidth: 0 })], ...rules])
}

function withRunbooksAt(text: string, portal: string | undefined): string {
  return portal === undefined ? text : text.replaceAll(RUNBOOKS, `${portal}/docs/operate/runbooks`)
}

export interface Pace {
  /** So many times sooner does an alert fire. */
  waiting: number
  /** So many times shorter is the stretch that is looked at, but not shorter than `shortest` seconds. */
  looking: number
  shortest: number
  /** In the place of a day. */
  daySeconds: number
}

/** The same rules for somebody who cannot wait: stretches and waits are shorter, and nothing else is different. */
export function quickened(file: RuleFile, pace: Pace): RuleFile {
  const shorter = (text: string) => {
    const seconds = secondsOf(text)
    if (seconds >= 86_400) return `${Math.round((seconds / 86_400) * pace.daySeconds)}s`
    return `${Math.max(pace.shortest, Math.round(seconds / pace.looking))}s`
  }
  const quickExpr = (expr: string) =>
    expr
      .replace(/\[(\w+):(\w+)\]/g, (_, stretch: string) => `[${shorter(stretch)}:1s]`)
      .replace(/\[(\d+[smhd])\]/g, (_, stretch: string) => `[${shorter(stretch)}]`)
      .replace(/\boffset (\w+)/g, (_, stretch: string) => `offset ${shorter(stretch)}`)
  return {
    groups: file.groups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) => ({
        ...rule,
        expr: quickExpr(rule.expr),
        ...('for' in rule ? { for: sooner(rule as AlertRule, pace) } : {}),
      })),
    })),
  }
}

function sooner(rule: AlertRule, { waiting }: Pace): string {
  return `${Math.max(3, Math.round(secondsOf(rule.for ?? '0s') / waiting))}s`
}

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 }

function secondsOf(text: string): number {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? []
  if (count === undefined || unit === undefined) throw new Error(`${text} is no duration.`)
  return Number(count) * (UNITS[unit] as number)
}
