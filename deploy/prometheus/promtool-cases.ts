import { stringify } from 'yaml'
import { type AlertCases, type Case, TO_THE_END } from './alert-cases.ts'
import { type AlertRule, type RecordingRule, ruleKey } from './rule-files.ts'

export interface PromtoolFiles {
  /** The rule, with those that it rests on: the others would only be evaluated for nothing, thousands of times. */
  rules: string
  test: string
}

/** What `promtool test rules` is given: a rule on its fault and on what only looks like it. */
export function promtoolFiles(
  rule: AlertRule,
  { fires, silent, step = '1m' }: AlertCases,
  recordings: RecordingRule[],
  rulesFile: string,
): PromtoolFiles {
  const restsOn = recordings.filter(
    ({ record, labels }) => rule.expr.includes(record) && labels?.slo === rule.labels.slo,
  )
  return {
    rules: stringify({ groups: [{ name: 'one', rules: [...restsOn, rule] }] }, { lineWidth: 0 }),
    test: stringify(
      {
        rule_files: [rulesFile],
        evaluation_interval: step,
        tests: [testOf(rule, fires, step, true), testOf(rule, silent, step, false)],
      },
      { lineWidth: 0 },
    ),
  }
}

function testOf(rule: AlertRule, { series, at }: Case, step: string, fires: boolean) {
  const labels = { alertname: rule.alert, alertstate: 'firing', ...rule.labels }
  const selector = Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')
  const samples = Math.ceil(Number.parseInt(at, 10) / Number.parseInt(step, 10)) + 1
  return {
    interval: step,
    name: `${ruleKey(rule)} ${fires ? 'fires' : 'is silent'}`,
    input_series: Object.entries(series).map(([one, values]) => ({
      series: one,
      values: values.replace(TO_THE_END, String(samples)),
    })),
    promql_expr_test: [
      {
        // The rule itself and its severity, as it goes to Alertmanager.
        expr: `group(ALERTS{${selector}})`,
        eval_time: at,
        exp_samples: fires ? [{ labels: '{}', value: 1 }] : [],
      },
    ],
  }
}
