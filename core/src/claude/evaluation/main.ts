import { Type } from 'typebox'
import { dataSettings, parseConfig } from '../../config.ts'
import { openDatabase } from '../../db.ts'
import { statedFactStore } from '../../facts/stated-facts-store.ts'
import { openObjectStore } from '../../objects/open.ts'
import { runMain } from '../../run-main.ts'
import { claudeExtractors } from '../../signals/claude/index.ts'
import { loadFiling, needSources } from '../../signals/load-filing.ts'
import { meetNeeds } from '../../signals/meet-needs.ts'
import { storedSources } from '../../signals/stored-sources.ts'
import { openClaude } from '../claude.ts'
import { DEFAULT_PRICES } from '../prices.ts'
import { claudeConfig, claudeSettings } from '../settings.ts'
import { type Evaluation, type EvaluationCase, evaluate } from './evaluate.ts'
import { hiddenLabels } from './grade.ts'
import { filingsTagging } from './store.ts'

// npm run eval:claude -- [--json] [--filings 100] [--runs 3]: how often the answers of Claude agree with what filers tagged.
const settings = Type.Object({
  DATABASE_URL: dataSettings.DATABASE_URL,
  OBJECT_STORE_URL: dataSettings.OBJECT_STORE_URL,
  ...claudeSettings,
})

const optionOf = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(name)
  const value = at === -1 ? otherwise : Number(process.argv[at + 1])
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} wants a whole number from 1 on`)
  return value
}

await runMain(async () => {
  const json = process.argv.includes('--json')
  if (!process.env.ANTHROPIC_API_KEY) {
    const message = 'No ANTHROPIC_API_KEY is set: nothing was asked, and there are no figures.'
    console.log(json ? JSON.stringify({ status: 'llm_not_configured', message, evaluations: [] }) : message)
    return
  }
  const env = parseConfig(settings, process.env)
  const [filings, runs] = [optionOf('--filings', 100), optionOf('--runs', 3)]
  const sql = openDatabase(env.DATABASE_URL, { max: 4, applicationName: 'eval-claude' })
  const objects = openObjectStore(env.OBJECT_STORE_URL)
  const usd = { sum: 0 }
  const claude = openClaude(claudeConfig(env), sql, ({ cost_picousd }) => {
    usd.sum += cost_picousd / 1e12
  })
  try {
    const evaluations: Evaluation[] = []
    for (const label of hiddenLabels) {
      const extractor = claudeExtractors.find(({ name }) => name === label.signal_type)
      if (!extractor) continue
      const cases: EvaluationCase[] = []
      for (const { accession_number } of await filingsTagging(sql, label.concepts, filings)) {
        const filing = await loadFiling(accession_number, { sql, objects })
        cases.push({
          filing,
          met: await meetNeeds([extractor], filing, needSources(sql, objects)),
          facts: await statedFactStore(sql).ofFiling(accession_number),
          sources: storedSources({ sql, objects }),
        })
      }
      evaluations.push(...(await evaluate(label, cases, runs, claude)))
    }
    if (json)
      console.log(
        JSON.stringify({ status: 'ok', prices_as_of: DEFAULT_PRICES.as_of, usd: usd.sum, evaluations }),
      )
    else printTable(evaluations, usd.sum)
  } finally {
    await sql.end({ timeout: 5 })
  }
})

function printTable(evaluations: readonly Evaluation[], usd: number): void {
  const percent = (value: number | undefined) => (value === undefined ? '' : `${(100 * value).toFixed(1)} %`)
  console.table(
    evaluations.map((one) => ({
      signal: one.signal_type,
      positive: one.positive.slice(0, 40),
      model: one.model,
      prompt: one.prompt,
      run: one.run,
      filings: one.filings,
      positives: one.positives,
      precision: one.precision
        ? `${percent(one.precision.value)} (${percent(one.precision.lower)}–${percent(one.precision.upper)})`
        : 'too few',
      recall: one.recall
        ? `${percent(one.recall.value)} (${percent(one.recall.lower)}–${percent(one.recall.upper)})`
        : 'too few',
      f1: one.f1 === null ? 'too few' : one.f1.toFixed(3),
      abstained: one.abstained,
      grounding_failed: one.findings === 0 ? '' : percent(one.grounding_failed / one.findings),
      unanswered: one.unanswered,
    })),
  )
  console.log(`Cost of what was asked anew: $${usd.toFixed(4)}. Under 30 positives no figure is given.`)
}
