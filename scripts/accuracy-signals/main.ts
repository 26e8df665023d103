import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultCorpus, hasCorpus } from '../../core/src/accuracy/corpus.ts'
import { runMain } from '../../core/src/run-main.ts'
import { checkEvidence, type EvidenceCount } from './evidence.ts'
import { type GradedLabel, gradeSignals, measuredSignals } from './labels.ts'
import { type Ledger, readLedger } from './ledger.ts'
import { type CorpusRun, readCorpus } from './read-corpus.ts'
import { printGrades, printLedger } from './tables.ts'

// npm run accuracy:signals -- [--corpus DIR] [--runs 2] [--tampers 1000] [--skip-evidence] [--explain] [--write] [--json]
// Reads a corpus of real filings through the whole pipeline into empty stores, and says what every extractor answered, how
// far signals agree with what filers and the SEC say, and whether all evidence stands where it says.
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: defaultCorpus },
    runs: { type: 'string', default: '1' },
    tampers: { type: 'string', default: '1000' },
    'skip-evidence': { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const MEASURED = join(import.meta.dirname, '../../core/src/signals/accuracy/measured.ts')

interface Row {
  check: string
  value: number | string
  unit: string
  at_least?: number
  at_most?: number
  ok: boolean
}

await runMain(async () => {
  if (!hasCorpus(values.corpus)) throw new Error(`${values.corpus} has no MANIFEST.tsv`)
  const rows: Row[] = []
  const hashes = new Set<string>()
  for (let number = 1; number <= Math.max(1, Number(values.runs)); number++) {
    const run = await readCorpus(values.corpus)
    try {
      const ledger = await readLedger(run)
      hashes.add(ledger.fingerprints_sha256)
      console.log(
        `run ${number}: ${ledger.filings} filings and ${ledger.signals} signals in ${run.seconds.toFixed(1)} s; fingerprints ${ledger.fingerprints_sha256}`,
      )
      if (number === 1) rows.push(...(await reportRun(run, ledger)))
    } finally {
      await run.close()
    }
  }
  if (Number(values.runs) > 1)
    rows.push({
      check: `different hashes over all fingerprints in ${values.runs} runs from empty stores`,
      value: hashes.size,
      unit: 'hashes',
      at_most: 1,
      ok: hashes.size === 1,
    })
  if (values.json) console.log(JSON.stringify({ name: 'accuracy:signals', rows }))
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
})

async function reportRun(run: CorpusRun, ledger: Ledger): Promise<Row[]> {
  printLedger(ledger, values.explain)
  const graded = await gradeSignals(run)
  printGrades(graded, values.explain)
  if (values.write) writeMeasured(graded)
  const rows = [...ledgerRows(ledger), ...graded.map(gradeRow)]
  if (values['skip-evidence']) return rows
  const evidence = await checkEvidence(run, Number(values.tampers))
  for (const failure of [
    ...evidence.failures,
    ...evidence.not_reproduced,
    ...evidence.tampers_accepted,
  ].slice(0, 50))
    console.log(failure)
  console.log(`evidence by kind: ${JSON.stringify(evidence.by_kind)}`)
  return [...rows, ...evidenceRows(evidence)]
}

function ledgerRows({ expected, found, rows, signals }: Ledger): Row[] {
  const sum = (status: 'failed' | 'pending') => rows.reduce((total, row) => total + row.states[status], 0)
  return [
    {
      check: 'ledger rows, of filings × extractors',
      value: found,
      unit: 'rows',
      at_least: expected,
      ok: found === expected,
    },
    {
      check: 'ledger rows still pending',
      value: sum('pending'),
      unit: 'rows',
      at_most: 0,
      ok: sum('pending') === 0,
    },
    { check: 'signals', value: signals, unit: 'signals', at_least: 1, ok: signals > 0 },
  ]
}

function gradeRow({ label, check }: GradedLabel): Row {
  const value = check.precision ?? check.agreement
  return {
    check: `${label.signal_type}: ${label.name}`,
    value: value ?? 'too few',
    unit: check.precision === null ? 'agreement' : 'precision',
    ok: true,
  }
}

function evidenceRows(count: EvidenceCount): Row[] {
  const { pieces, verified, rerun, not_reproduced, tampers, tampers_accepted } = count
  return [
    {
      check: `signals not reproduced when their rule is run again, of ${rerun}`,
      value: not_reproduced.length,
      unit: 'signals',
      at_most: 0,
      ok: not_reproduced.length === 0 && rerun > 0,
    },
    {
      check: 'evidence verified through the public API with the SDK',
      value: verified,
      unit: 'pieces',
      at_least: pieces,
      ok: verified === pieces && pieces > 0,
    },
    {
      check: `tampered evidence accepted, of ${tampers}`,
      value: tampers_accepted.length,
      unit: 'pieces',
      at_most: 0,
      ok: tampers_accepted.length === 0,
    },
  ]
}

function writeMeasured(graded: GradedLabel[]): void {
  writeFileSync(
    MEASURED,
    `import type { MeasuredSignal } from './measure.ts'

/** What \`npm run accuracy:signals -- --write\` found on the corpus of real filings, by signal type. */
export const measuredSignals: Readonly<Record<string, MeasuredSignal>> = ${JSON.stringify(measuredSignals(graded), null, 2)}
`,
  )
}
