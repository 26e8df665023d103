import { openDatabase } from '../../db.ts'
import { askDirectly } from '../ask.ts'
import { ASKER, inventedQuestion, testClaude } from './invented-question.ts'

// One of several processes that ask until the day's budget is used up. Arguments: database, server, name, questions, USD a day.
const [databaseUrl = '', serverUrl = '', name = '', questions = '10', usd = '1'] = process.argv.slice(2)
const sql = openDatabase(databaseUrl, { max: 4 })
const claude = testClaude(sql, serverUrl, { usd: { day: Number(usd) }, maxRetries: 1, timeoutMs: 3_000 })
let next = 0
async function work(): Promise<void> {
  while (next < Number(questions)) {
    const index = next++
    const question = inventedQuestion(
      `Process ${name} asks question ${index}: we may lose our largest customer and with it much of our revenue.`,
    )
    const accession_number = `0009990001-24-${String(index).padStart(6, '0')}`
    const answered = await askDirectly(question, { ...ASKER, accession_number }, claude, { shared: false })
    process.stdout.write(`${answered.status}\n`)
  }
}
await Promise.all([work(), work(), work()])
await sql.end({ timeout: 5 })
