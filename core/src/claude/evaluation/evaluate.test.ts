import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { filingFixture } from '../../signals/filing-fixture.ts'
import { givenNeeds } from '../../signals/meet-needs.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { testClaude } from '../testing/invented-question.ts'
import { type MessagesServer, startMessagesServer } from '../testing/messages-server.ts'
import { answerOf, readRequest, replyOf } from '../testing/scripted-replies.ts'
import { type EvaluationCase, evaluate } from './evaluate.ts'
import { compare, graded, type HiddenLabel, hiddenLabels } from './grade.ts'

const labelOf = (signal: string, positive?: string) =>
  hiddenLabels.find(
    (one) => one.signal_type === signal && (!positive || one.positive === positive),
  ) as HiddenLabel

function fact(over: Partial<StatedFact>): StatedFact {
  return {
    concept: '',
    dimensions: [],
    value: null,
    value_text: null,
    period_end: null,
    ...over,
  } as StatedFact
}
const share = (value: number, period_end: string, customer: string) =>
  fact({
    concept: 'us-gaap:ConcentrationRiskPercentage1',
    value,
    period_end,
    dimensions: [
      { axis: 'srt:MajorCustomersAxis', member: customer, typed_value: null },
      {
        axis: 'us-gaap:ConcentrationRiskByBenchmarkAxis',
        member: 'us-gaap:SalesRevenueNetMember',
        typed_value: null,
      },
    ],
  })

describe('labels', () => {
  it('of customers are the shares of revenue in the latest year', () => {
    const label = labelOf('llm_customers')
    const facts = [
      share(0.234, '2024-12-31', 'a:One'),
      share(0.11, '2024-12-31', 'a:Two'),
      share(0.2, '2023-12-31', 'a:One'),
    ]
    expect(label.expected(facts)).toEqual(['11', '23'])
    expect(label.expected([])).toBeNull()
    expect(
      label.found([
        { signal_type: 'llm_customers', value: 'named_customer', payload: { percent: 23.4 } },
        { signal_type: 'llm_customers', value: 'customer_group', payload: { percent: 70 } },
      ]),
    ).toEqual(['23'])
  })

  it('of cybersecurity are the flag, and no flag is no answer', () => {
    const flag = (value_text: string) =>
      fact({
        concept: 'cyd:CybersecurityRiskMateriallyAffectedOrReasonablyLikelyToMateriallyAffectRegistrantFlag',
        value_text,
      })
    expect(labelOf('llm_cyber_material', 'material').expected([flag('true')])).toEqual(['yes'])
    expect(labelOf('llm_cyber_material', 'not_material').expected([flag('true')])).toEqual([])
    expect(labelOf('llm_cyber_material', 'material').expected([])).toBeNull()
  })

  it('are compared each once', () => {
    expect(compare(['11', '23'], ['23', '23', '50'])).toEqual({ tp: 1, fp: 2, fn: 1 })
  })

  it('under 30 positives give no figure', () => {
    const label = labelOf('llm_customers')
    const one = { expected: ['yes'], found: ['yes'] }
    expect(graded(label, Array(29).fill(one))).toMatchObject({
      positives: 29,
      precision: null,
      recall: null,
      f1: null,
    })
    expect(graded(label, Array(30).fill(one))).toMatchObject({
      recall: { value: 1, lower: expect.closeTo(0.8865, 3), upper: 1 },
      f1: 1,
    })
  })
})

describe('an evaluation', () => {
  let database: TestDatabase
  let server: MessagesServer
  beforeAll(async () => {
    database = await testDatabase()
    server = await startMessagesServer()
  })
  afterAll(async () => {
    await server?.close()
    await database?.close()
  })

  const cases = Array.from({ length: 32 }, (_, index): EvaluationCase => {
    const text = `In this section number ${index} we say that threats have not materially affected us and are not likely to do so.`
    const { filing, sources } = filingFixture({
      accession_number: `0009990001-24-${String(index).padStart(6, '0')}`,
      blocks: [{ text: 'Item 1C', section: '10k.item_1c', kind: 'heading' }, text],
    })
    const concept = labelOf('llm_cyber_material').concepts[0] as string
    return { filing, sources, met: givenNeeds({}), facts: [fact({ concept, value_text: 'false' })] }
  })

  it('asks each run anew, grades what was grounded, and goes on where it stood', async () => {
    // Right but for every eighth, whose quote is invented.
    server.script((request) => {
      const { passages } = readRequest(request)
      const [{ id = '', text = '' } = {}] = passages
      const number = Number(/number (\d+)/.exec(text)?.[1])
      const quote =
        number % 8 === 0
          ? 'threats have not affected anybody anywhere at all'
          : 'threats have not materially affected us'
      return {
        kind: 'message',
        text: replyOf([
          answerOf({ signal: 'llm_cyber_material', label: 'not_material', paragraph_id: id, quote }),
        ]),
      }
    })
    const claude = testClaude(database.sql, server.url)
    const label = labelOf('llm_cyber_material', 'not_material')
    const runs = await evaluate(label, cases, 2, claude)
    expect(server.calls).toHaveLength(64)
    for (const run of runs) {
      expect(run).toMatchObject({
        filings: 32,
        positives: 32,
        tp: 28,
        fp: 0,
        fn: 4,
        grounding_failed: 4,
        unanswered: 0,
      })
      expect(run.precision).toMatchObject({ value: 1 })
      expect(run.recall).toMatchObject({
        value: 0.875,
        lower: expect.closeTo(0.7193, 3),
        upper: expect.closeTo(0.9503, 3),
      })
    }
    expect(await evaluate(label, cases, 2, claude)).toEqual(runs)
    expect(server.calls).toHaveLength(64)
  })
})

it('without a key it says so and gives no figure', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const { ANTHROPIC_API_KEY: _, ...env } = process.env
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', main, '--json'], {
    env,
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ status: 'llm_not_configured', evaluations: [] })
})
