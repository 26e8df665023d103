import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { median } from '../../../api/src/bench/report.ts'
import type { Peer } from '../peers/peer.ts'
import type { Row } from '../verdict.ts'

const run = promisify(execFile)
const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const CLOCK = join(import.meta.dirname, 'processor-time.cjs')
const MAX_MS = 120_000
/** Of the best: what two runs differ by. */
const TIME_SLACK = 0.1
const MEMORY_SLACK = 0.03

interface Checked {
  /** Of processor time: others may use the machine as well. */
  seconds: number[]
  megabytes: number[]
}

/** What the compiler needs for a program of three lines that uses the package, and for one that uses nothing. */
export async function measureTypes(
  peers: readonly { peer: Peer; folder: string }[],
  rounds: number,
): Promise<Row[]> {
  const programs = await Promise.all([
    ...peers.map(async ({ peer, folder }) => ({
      name: peer.name,
      config: await written(folder, 'program', peer.program),
    })),
    written(peers[0]?.folder ?? '', 'empty', 'export const page = 1\n').then((config) => ({
      name: 'empty',
      config,
    })),
  ])
  const found = new Map<string, Checked>(programs.map(({ name }) => [name, { seconds: [], megabytes: [] }]))
  for (let round = 0; round < rounds; round++) {
    for (const { name, config } of round % 2 ? programs.toReversed() : programs) {
      const { seconds, megabytes } = await checked(config)
      found.get(name)?.seconds.push(seconds)
      found.get(name)?.megabytes.push(megabytes)
    }
  }
  const of = (name: string, what: keyof Checked) => median(found.get(name)?.[what] ?? [])
  const row = (
    id: string,
    check: string,
    unit: string,
    what: keyof Checked,
    slack: number,
    digits: number,
  ): Row => {
    const values = peers.map(({ peer: { name } }) => ({ name, value: of(name, what) }))
    return {
      id,
      check,
      unit,
      better: 'less',
      slack: slack * Math.min(...values.map(({ value }) => value)),
      entries: Object.fromEntries(
        values.map(({ name, value }) => [name, { value, told: `${value.toFixed(digits)} ${unit}` }]),
      ),
      beside: `a program that uses nothing: ${of('empty', what).toFixed(digits)} ${unit}`,
    }
  }
  return [
    row('types-time', 'type check of a small program, processor time', 's', 'seconds', TIME_SLACK, 2),
    row('types-memory', 'memory of that type check', 'MB', 'megabytes', MEMORY_SLACK, 0),
  ]
}

async function written(folder: string, name: string, program: string): Promise<string> {
  await writeFile(join(folder, `${name}.ts`), program)
  const config = join(folder, `tsconfig.${name}.json`)
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    types: [],
    skipLibCheck: true,
  }
  await writeFile(config, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }))
  return config
}

/** A program with an error in it would be measured at what it takes to find out: then the compiler fails, and so does this. */
async function checked(config: string): Promise<{ seconds: number; megabytes: number }> {
  const { stdout } = await run(
    process.execPath,
    ['--require', CLOCK, TSC, '-p', config, '--extendedDiagnostics'],
    {
      timeout: MAX_MS,
    },
  )
  const figure = (label: string) => Number(new RegExp(`${label}:\\s+([\\d.]+)`).exec(stdout)?.[1])
  const [seconds, kilobytes] = [figure('Processor time'), figure('Memory used')]
  if (!(seconds > 0) || !(kilobytes > 0)) throw new Error(`the compiler told no time or no memory: ${stdout}`)
  return { seconds, megabytes: kilobytes / 1000 }
}
