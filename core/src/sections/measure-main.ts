import { measureAgreement } from './measure.ts'
import { hasCorpus } from './real-filings.ts'

// npx tsx core/src/sections/measure-main.ts [--json] [--disagreements]
const AT_LEAST_FOUND = 95

interface Row {
  check: string
  value: number
  unit: string
  at_least: number | null
  ok: boolean
}

function main(): void {
  if (!hasCorpus()) {
    process.stdout.write('The corpus of real filings is not there; nothing was measured.\n')
    if (process.argv.includes('--json'))
      process.stdout.write(`${JSON.stringify({ name: 'sections', rows: [] })}\n`)
    return
  }
  const result = measureAgreement()
  const rows: Row[] = []
  const add = (check: string, value: number, unit: string, atLeast: number | null = null) =>
    rows.push({
      check,
      value: Math.round(value * 100) / 100,
      unit,
      at_least: atLeast,
      ok: atLeast === null || value >= atLeast,
    })
  const percent = ({ of, agreed }: { of: number; agreed: number }) => (of === 0 ? 100 : (100 * agreed) / of)

  add('filings read', result.filings, 'filings')
  add(
    'filings whose sections tile the text',
    result.filings - result.untiled.length,
    'filings',
    result.filings,
  )
  for (const [peer, counts] of result.peerFound) {
    add(`items ${peer} found`, counts.of, 'items')
    add(`items ${peer} found that we found`, percent(counts), '%', AT_LEAST_FOUND)
  }
  for (const [peer, counts] of result.starts) add(`items that begin as with ${peer}`, percent(counts), '%')
  for (const [peer, counts] of result.lengths) add(`items of a length like ${peer}'s`, percent(counts), '%')
  for (const [peer, counts] of result.extra) add(`items ${peer} did not find, nor we`, percent(counts), '%')
  for (const [key, count] of [...result.sections].sort()) add(`items ${key}`, count, 'items')
  add('section speed', result.characters / 1e6 / (result.milliseconds / 1000), 'MB/s')

  for (const row of rows) {
    const bound = row.at_least === null ? '' : `   (at least ${row.at_least}: ${row.ok ? 'ok' : 'MISSED'})`
    process.stdout.write(`${row.check.padEnd(56)} ${String(row.value).padStart(10)} ${row.unit}${bound}\n`)
  }
  for (const { path, error } of result.unread) process.stdout.write(`not read: ${path}: ${error}\n`)
  if (process.argv.includes('--disagreements')) {
    for (const one of result.disagreements)
      process.stdout.write(
        `${one.kind}\t${one.peer}\t${one.section_key}\t${one.path}\n    ours   ${one.ours}\n    theirs ${one.theirs}\n`,
      )
  }
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ name: 'sections', rows })}\n`)
  if (rows.some((row) => !row.ok)) process.exitCode = 1
}

main()
