import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { forEachPostgres, testDatabase } from '../testing/database.ts'
import { costOf, DEFAULT_PRICES, PICO_PER_USD } from './prices.ts'
import { startMessagesServer } from './testing/messages-server.ts'
import { honest } from './testing/scripted-replies.ts'

const PROCESS = fileURLToPath(new URL('./testing/cap-process.ts', import.meta.url))

const VICTIMS = ['a', 'b']

function startProcess(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', PROCESS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

forEachPostgres((version) => {
  it('of a day is never exceeded, with four processes, kill -9 between promise and settlement, and cut connections', async () => {
    const usd = 0.15
    const cap = usd * PICO_PER_USD
    const database = await testDatabase({ version })
    // The worst server there is: a token for every byte, replies that use all they may, connections that go after the work.
    const server = await startMessagesServer({ tokensPerByte: 1 })
    let turn = 0
    const caught = new Set<string>()
    server.script(async (request, attempt) => {
      turn += 1
      const question = request.messages[0]?.content.map(({ text }) => text).join(' ') ?? ''
      const victim = VICTIMS.findIndex((name) => question.includes(`Process ${name} `))
      if (victim >= 0 && turn > 6 * (victim + 1)) {
        caught.add(VICTIMS[victim] as string)
        return { kind: 'never' }
      }
      await new Promise((resolve) => setTimeout(resolve, 15))
      if (turn % 11 === 0) return { kind: 'cut_connection', counted: true }
      const reply = await honest(request, attempt)
      return reply.kind === 'message' ? { ...reply, output_tokens: request.max_tokens } : reply
    })
    const spent = () => {
      const { messages: _, ...use } = server.ledger.direct
      // The sum of many small requests is none of the large ones that cost more.
      const small = { ...DEFAULT_PRICES, models: { 'claude-haiku-5-5': { input: 0.1, output: 0.5 } } }
      return costOf('claude-haiku-5-5', { ...use, thinking_tokens: 0 }, 'direct', small)
    }
    try {
      const names = ['a', 'b', 'c', 'd']
      const processes = names.map((name) => startProcess(database.url, server.url, name, '40', String(usd)))
      const highest: number[] = []
      const watch = setInterval(async () => {
        const [row] =
          await database.sql`select committed_picousd as sum from claude_budgets where scope = 'day'`
        highest.push(Number(row?.sum ?? 0))
      }, 20)
      // Two of them die while a call of theirs is under way.
      for (const victim of VICTIMS) {
        await expect.poll(() => caught.has(victim), { timeout: 60_000, interval: 10 }).toBe(true)
        processes[names.indexOf(victim)]?.kill('SIGKILL')
      }
      await Promise.all(processes.slice(2).map((one) => once(one, 'exit')))
      clearInterval(watch)

      const [budget] =
        await database.sql`select committed_picousd as sum from claude_budgets where scope = 'day'`
      const rows = await database.sql<{ state: string; count: number; cost: number }[]>`
        select state, count(*)::int as count, sum(coalesce(cost_picousd, reserved_picousd))::float8 as cost
        from claude_calls group by state order by state`
      const asked = await database.sql`select 1 from claude_calls`
      expect(Math.max(...highest)).toBeLessThanOrEqual(cap)
      expect(Number(budget?.sum)).toBeLessThanOrEqual(cap)
      expect(spent()).toBeLessThanOrEqual(cap)
      // What is counted is at least what the server billed, and the cap was really reached.
      expect(Number(budget?.sum)).toBeGreaterThanOrEqual(spent())
      expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(Number(budget?.sum))
      expect(Number(budget?.sum)).toBeGreaterThan(cap * 0.9)
      expect(asked.length).toBeLessThan(160)
      // Calls of the dead stay promised until their lease ends, then they count as lost.
      expect(rows.find(({ state }) => state === 'reserved')?.count).toBeGreaterThan(0)
      expect(server.calls.length).toBeLessThanOrEqual(asked.length)
    } finally {
      await server.close()
      await database.close()
    }
  }, 120_000)
})
