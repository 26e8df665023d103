import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Operation } from './contract.ts'
import { type Language, languageNames, samplesOf } from './languages.ts'
import { type Ground, NotPossible, type Prepared, prepare } from './prepare.ts'

const ROOT = join(import.meta.dirname, '../..')
const TIMEOUT_MS = 60_000

export interface Outcome {
  operationId: string
  language: Language
  /** Empty when the sample ran as it should; of `skipped` ones the reason why they could not be run. */
  fault: string
  skipped: boolean
}

/** Languages that can be run here. For Go there is no compiler in our images. */
export const runnable = ['sdk', 'curl', 'fetch', 'python'] as const satisfies Language[]
type Runnable = (typeof runnable)[number]

interface Job extends Prepared {
  operationId: string
  language: Runnable
  file: string
}

/** Writes the samples into a folder and runs every one of them against the API. */
export async function executeSamples(
  ground: Ground,
  options: {
    operations: Operation[]
    folder: string
    languages?: readonly Runnable[]
    say?: (line: string) => void
  },
): Promise<Outcome[]> {
  const { operations, folder, languages = runnable, say = () => {} } = options
  await writeFile(join(folder, 'tsconfig.json'), tsconfig())
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  const outcomes: Outcome[] = []
  for (const language of languages) {
    for (const round of rounds(operations)) {
      outcomes.push(...(await executeRound(ground, round, language, folder)))
    }
    const own = outcomes.filter((outcome) => outcome.language === language)
    const skipped = own.filter((one) => one.skipped)
    const failed = own.filter((one) => one.fault !== '' && !one.skipped)
    for (const { operationId, fault } of failed) say(`FAILED ${operationId} in ${language}: ${fault}`)
    say(`${language}: ${own.length - skipped.length - failed.length} ran, ${skipped.length} could not`)
  }
  return outcomes
}

/**
 * Modules are prepared together before they run, so those that need the present version of an object come first, and those
 * that delete come last.
 */
function rounds(operations: Operation[]): Operation[][] {
  const rank = ({ method, operation }: Operation) => {
    if (operation['x-require-if-match']) return 0
    return method === 'delete' ? 2 : 1
  }
  return [0, 1, 2].map((round) => operations.filter((entry) => rank(entry) === round))
}

async function executeRound(
  ground: Ground,
  operations: Operation[],
  language: Runnable,
  folder: string,
): Promise<Outcome[]> {
  const jobs: Job[] = []
  const outcomes: Outcome[] = []
  for (const entry of operations) {
    try {
      const job = await jobFor(ground, entry, language, folder)
      if (!job) continue
      jobs.push(job)
      if (!isModule(language)) outcomes.push(await runProgram(job))
    } catch (error) {
      if (!(error instanceof NotPossible)) throw error
      const { operationId } = entry.operation
      outcomes.push({ operationId, language, fault: error.message, skipped: true })
    }
  }
  if (isModule(language) && jobs.length > 0) outcomes.push(...(await runModules(jobs, folder)))
  return outcomes
}

async function jobFor(
  ground: Ground,
  entry: Operation,
  language: Runnable,
  folder: string,
): Promise<Job | undefined> {
  const { operationId } = entry.operation
  const prepared = await prepare(ground, entry)
  const sample = samplesOf(prepared.call).find((one) => one.language === language)
  if (!sample) return undefined
  const file = join(folder, `${operationId}.${language}.${languageNames[language].extension}`)
  await writeFile(file, sample.code)
  return { ...prepared, operationId, language, file }
}

function isModule(language: Language): boolean {
  return language === 'sdk' || language === 'fetch'
}

/** Samples import the SDK by its name; its sources stand for it. */
function tsconfig(): string {
  const source = (name: string) => [join(ROOT, 'sdk/src', name)]
  return JSON.stringify({
    compilerOptions: {
      module: 'nodenext',
      target: 'es2023',
      paths: { '@sec-latent/sdk': source('index.ts') },
    },
  })
}

async function runModules(jobs: Job[], folder: string): Promise<Outcome[]> {
  const list = join(folder, 'jobs.json')
  await writeFile(
    list,
    JSON.stringify(jobs.map(({ file, env, call }) => ({ file, env, isStream: call.answer === 'stream' }))),
  )
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const runner = join(import.meta.dirname, 'module-runner.mjs')
  const { output } = await run(process.execPath, ['--import', tsx, runner, list], {
    cwd: folder,
    env: {},
    timeoutMs: 10 * TIMEOUT_MS,
  })
  const said = new Map(
    output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { file: string; outputs: number; error?: string })
      .map((one) => [one.file, one]),
  )
  return jobs.map(({ operationId, language, file, call }) => {
    const one = said.get(file)
    const fault = one === undefined ? `it never ended\n${output.slice(-2000)}` : (one.error ?? '')
    const isSilent = fault === '' && one?.outputs === 0 && mustWrite(call)
    return { operationId, language, fault: isSilent ? 'it wrote nothing' : fault, skipped: false }
  })
}

/** A page may be empty, and what answers nothing leaves nothing to write. */
function mustWrite({ answer }: Prepared['call']): boolean {
  return answer !== 'page' && answer !== 'none'
}

async function runProgram({ operationId, language, file, env, call }: Job): Promise<Outcome> {
  const [command, ...args] = language === 'curl' ? ['bash', file] : ['python3', file]
  const isStream = call.answer === 'stream'
  const { code, output } = await run(command as string, args, {
    cwd: join(file, '..'),
    env,
    timeoutMs: TIMEOUT_MS,
    until: isStream ? /^data:/m : undefined,
  })
  const failed = isStream ? !/^data:/m.test(output) : code !== 0
  return {
    operationId,
    language,
    fault: failed ? `ended with ${code}: ${output.slice(-2000)}` : '',
    skipped: false,
  }
}

/** Runs a program to its end, or until it has written what was waited for. */
async function run(
  command: string,
  args: string[],
  options: { cwd: string; env: Record<string, string>; timeoutMs: number; until?: RegExp },
): Promise<{ code: number | null; output: string }> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    // The whole group: a shell that is killed leaves what it started.
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(end, options.timeoutMs)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        if (options.until?.test(output)) end()
      })
    }
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output })
    })
  })
}
