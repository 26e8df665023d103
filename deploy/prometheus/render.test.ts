import { expect, it } from 'vitest'
import { quickened, renderPrometheus } from './render.ts'
import { RUNBOOKS, ruleFiles } from './rule-files.ts'

it('another network has other names, and runbooks are where the portal is', () => {
  const files = renderPrometheus({
    suffix: '.railway.internal',
    record: 'AAAA',
    portal: 'https://docs.example.com',
  })
  expect([...files.keys()]).toEqual([
    'prometheus.yml',
    ...[...ruleFiles().keys()].map((name) => `rules/${name}`),
  ])
  const config = files.get('prometheus.yml') ?? ''
  expect(config).toContain('api.railway.internal')
  expect(config).toContain('alertmanager.railway.internal')
  expect(config).not.toContain('type: A\n')
  const rules = files.get('rules/founding.yml') ?? ''
  expect(rules).toContain('https://docs.example.com/docs/operate/runbooks/service-down')
  expect(rules).not.toContain(RUNBOOKS)
})

it('quickened rules differ in their times only', () => {
  const pace = { waiting: 45, looking: 20, shortest: 15, daySeconds: 40 }
  const found = [...ruleFiles().values()].map((file) => quickened(file, pace))
  const text = JSON.stringify(found)
  expect(text).toContain('[15s]')
  expect(text).toContain('[40s:1s]')
  expect(text).toContain('offset 40s')
  const timeless = (given: unknown) =>
    JSON.stringify(given)
      .replace(/\[\w+(:\w+)?\]|offset \w+/g, '')
      .replace(/"for":"\w+"/g, '')
  expect(timeless(found)).toBe(timeless([...ruleFiles().values()]))
  const waits = found.flatMap(({ groups }) =>
    groups.flatMap(({ rules }) => rules.map((rule) => ('for' in rule ? rule.for : undefined))),
  )
  expect(waits).toContain('20s')
  expect(waits).not.toContain('15m')
})
