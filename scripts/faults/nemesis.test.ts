import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { FaultKind, Field } from './fault.ts'
import { runNemesis } from './nemesis.ts'

const field = {} as Field
const kind = (resource: string, inject: FaultKind['inject']): FaultKind => ({
  fault: 'F1',
  name: `of ${resource}`,
  part: 'api',
  resource,
  weight: 1,
  holdMs: [0, 0],
  inject,
})
const planned = (one: FaultKind, atMs = 0, holdMs = 5) => ({ kind: one, atMs, holdMs, seed: 1 })

test('faults of one resource wait for each other, those of two do not, and all of them are healed', async () => {
  const log: string[] = []
  const at = (resource: string) =>
    kind(resource, async () => {
      log.push(`${resource} begins`)
      return async () => void log.push(`${resource} ends`)
    })
  const [one, two] = [at('one'), at('two')]
  const events = await runNemesis(
    [planned(one, 0, 40), planned(one, 0, 40), planned(two, 0, 40)],
    field,
    () => {},
  )
  expect(log.filter((line) => line.startsWith('one'))).toEqual([
    'one begins',
    'one ends',
    'one begins',
    'one ends',
  ])
  expect(log.indexOf('two begins')).toBeLessThan(log.indexOf('one ends'))
  expect(events.map(({ failed }) => failed)).toEqual([undefined, undefined, undefined])
  expect(events.every(({ from, to }) => to >= from)).toBe(true)
})

test('a fault that takes two parts waits for both, and what comes after waits for it', async () => {
  const log: string[] = []
  const at = (name: string, alsoTakes: string[] = []): FaultKind => ({
    ...kind(name, async () => {
      log.push(`${name} begins`)
      return async () => void log.push(`${name} ends`)
    }),
    alsoTakes,
  })
  await runNemesis(
    [planned(at('two'), 0, 40), planned(at('one', ['two']), 0, 20), planned(at('two'), 0, 5)],
    field,
    () => {},
  )
  expect(log).toEqual(['two begins', 'two ends', 'one begins', 'one ends', 'two begins', 'two ends'])
})

test('a fault that cannot be done is told, and the others go on', async () => {
  const said: string[] = []
  const done: string[] = []
  const broken = kind('one', async () => {
    throw new Error('no such process')
  })
  const fine = kind('one', async () => {
    await sleep(1)
    done.push('fine')
    return undefined
  })
  const events = await runNemesis([planned(broken), planned(fine)], field, (line) => said.push(line))
  expect(events.map(({ failed }) => failed)).toEqual(['no such process', undefined])
  expect(said).toEqual(['F1 of one: no such process'])
  expect(done).toEqual(['fine'])
})

test('what a fault decides by chance is the same for the same seed', async () => {
  const drawn: number[] = []
  const chance = kind('one', async (_field, random) => {
    drawn.push(random.below(1_000_000))
    return undefined
  })
  await runNemesis([planned(chance), planned(chance)], field, () => {})
  expect(drawn[0]).toBe(drawn[1])
})
