import { describe, expect, it } from 'vitest'
import { hasCorpus } from '../../accuracy/corpus.ts'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import type { Outcome } from '../signal.ts'
import { readReport, reportFiles } from '../tone/real-reports.ts'
import { goingConcern } from './going-concern.ts'
import { materialWeakness } from './material-weakness.ts'

const files = reportFiles()

const said = (outcome: Outcome) =>
  outcome.status === 'ok_found' ? outcome.findings[0]?.value : `${outcome.status} ${outcome.reason}`

const EFFECTIVE = 'ok_none controls_effective'
const NO_DOUBT = 'ok_none no_substantial_doubt'

// Each was read by hand: its item on controls, and wherever it says "going concern" or "substantial doubt".
const READ_BY_HAND: [company: string, file: string, doubt: string, weakness: string][] = [
  ['a shell', '000157587216000308/10k.htm', 'raised', 'present'],
  ['a start-up', '000155889119000066/sgrp-20190630_10k.htm', 'raised', 'present'],
  ['a software maker', '000168316821006644/fingravity_i10k-093021.htm', 'raised', 'present'],
  ['a maker of cars', '000155837023014900/muln-20230630.htm', 'raised', 'present'],
  ['a maker of drugs', 'aeon-20230930/aeon-20230930x10q.htm', 'raised', 'present'],
  ['an amended report of a shell', '1104462-10-K-A-20170405/ncre-20161231.htm', 'raised', 'present'],
  ['a shell with controls', '000107997415000209/spatz10k12312014.htm', 'raised', EFFECTIVE],
  ['a shell with controls, lately', '000141057822000504/sdon-20211231x10k.htm', 'raised', EFFECTIVE],
  // Its note explains the accounting standard at length and raises nothing.
  ['a leasing fund', '0001376474-16-000635.html', 'mentioned', EFFECTIVE],
  // Imagines bankruptcies of others and of itself in its risk factors.
  ['a miner', '000155837024001550/riot-20231231.htm', NO_DOUBT, EFFECTIVE],
  ['a miner after its weakness', '000155837023014305/riot-20230630.htm', NO_DOUBT, 'remediated'],
  ['another miner', '000149315223027174/mara-20230630.htm', NO_DOUBT, 'present'],
  ['another miner, at the end of its year', '000162828024007680/mara-20231231.htm', NO_DOUBT, 'present'],
  ['a manufacturer whose weakness is gone', '000083344424000064/jci-20240930.htm', NO_DOUBT, 'remediated'],
]

describe.skipIf(!hasCorpus())('real reports read by hand', () => {
  it.each(READ_BY_HAND)(
    '%s (%s): doubt %s, weakness %s',
    { timeout: 30_000 },
    async (_company, name, doubt, weakness) => {
      const file = files.find(({ path }) => path.includes(name))
      const report = file && readReport(file)
      if (!report) throw new Error(`the corpus has no ${name}`)
      const outcomes = [
        goingConcern.extract(given(report.filing, { annual_reports: [] })),
        materialWeakness.extract(given(report.filing, {})),
      ] as const
      expect(outcomes.map(said)).toEqual([doubt, weakness])
      for (const outcome of outcomes) {
        if (outcome.status !== 'ok_found') continue
        const rule = outcome.findings[0]?.signal_type === 'going_concern' ? goingConcern : materialWeakness
        expect(await faultOf(rule, outcome.findings, report.sources)).toBeNull()
      }
    },
  )
})
