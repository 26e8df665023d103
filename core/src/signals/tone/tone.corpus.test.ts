import { describe, expect, it } from 'vitest'
import { hasCorpus } from '../../accuracy/corpus.ts'
import { ownLexicon } from '../../lexicons/own-lexicon.ts'
import { documentWords } from '../document-words.ts'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { forwardLooking } from './forward-looking.ts'
import { readability } from './readability.ts'
import { readReport, reportFiles } from './real-reports.ts'
import { redundancy } from './redundancy.ts'
import { specificity } from './specificity.ts'
import { toneRule } from './tone.ts'
import { wording } from './wording.ts'

const rules = [toneRule(ownLexicon), readability, forwardLooking, wording, redundancy, specificity]

describe.skipIf(!hasCorpus())('tone and readability of real reports', () => {
  it('are quoted exactly, lie in their ranges, and cost milliseconds', { timeout: 120_000 }, async () => {
    const files = reportFiles().filter((_, index) => index % 4 === 0)
    let findings = 0
    let words = 0
    let milliseconds = 0
    for (const file of files) {
      const report = readReport(file)
      const text = report?.filing.documents[0]?.text
      if (!report || !text) continue
      // Other rules look at the words too: to split them is not the cost of these.
      words += documentWords(text).words.length
      const started = process.cpuUsage()
      const outcomes = rules.map((rule) => rule.extract(given(report.filing, {})))
      const { user, system } = process.cpuUsage(started)
      milliseconds += (user + system) / 1000
      for (const [index, outcome] of outcomes.entries()) {
        expect(outcome.status, file.path).not.toBe('failed')
        if (outcome.status !== 'ok_found') continue
        const rule = rules[index] as (typeof rules)[number]
        expect(await faultOf(rule, outcome.findings, report.sources), file.path).toBeNull()
        for (const { signal_type: type, value } of outcome.findings) {
          const range = rule.signal_types.find((each) => each.signal_type === type)?.range
          expect(Number(value), `${file.path} ${type}`).toBeGreaterThanOrEqual(
            range?.minimum ?? Number.NEGATIVE_INFINITY,
          )
          expect(Number(value), `${file.path} ${type}`).toBeLessThanOrEqual(
            range?.maximum ?? Number.POSITIVE_INFINITY,
          )
          findings++
        }
      }
    }
    const perHundredThousand = (milliseconds / words) * 100_000
    console.log(
      `${findings} findings in ${files.length} reports of ${words} words: ${perHundredThousand.toFixed(1)} ms of a core per 100,000 words`,
    )
    expect(findings).toBeGreaterThan(500)
    // Some 15 ms of a core when warm; here each text is met for the first time, beside other tests.
    expect(perHundredThousand).toBeLessThan(250)
  })
})
