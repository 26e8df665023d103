import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export const RULES_FOLDER = join(import.meta.dirname, 'rules')
/** Where the runbooks are in a portal that nobody configured; `render.ts` puts another address in its place. */
export const RUNBOOKS = 'http://localhost:3000/docs/operate/runbooks'

export interface AlertRule {
  alert: string
  expr: string
  for?: string
  labels: Record<string, string>
  annotations: Record<string, string>
}
export interface RecordingRule {
  record: string
  expr: string
  labels?: Record<string, string>
}
export interface RuleFile {
  groups: { name: string; rules: (AlertRule | RecordingRule)[] }[]
}

/** The rule files by name, as they are committed. */
export function ruleFiles(): Map<string, RuleFile> {
  const names = readdirSync(RULES_FOLDER).filter((name) => name.endsWith('.yml'))
  return new Map(
    names.sort().map((name) => [name, parse(readFileSync(join(RULES_FOLDER, name), 'utf8')) as RuleFile]),
  )
}

export function alertRules(): AlertRule[] {
  return allRules().filter((rule): rule is AlertRule => 'alert' in rule)
}

export function recordingRules(): RecordingRule[] {
  return allRules().filter((rule): rule is RecordingRule => 'record' in rule)
}

function allRules(): (AlertRule | RecordingRule)[] {
  return [...ruleFiles().values()].flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
}

/** What tells one rule from another: of some alerts there are several. */
export function ruleKey({ alert, labels }: Pick<AlertRule, 'alert' | 'labels'>): string {
  return [alert, labels.slo, labels.burn].filter(Boolean).join(' ')
}
