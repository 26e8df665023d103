import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'

const run = promisify(execFile)
const MAX_MS = 120_000
const INSTALL_MS = 300_000
export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export interface Outcome {
  runtime: string
  version: string | null
  status: 'passed' | 'failed' | 'skipped'
  /** Why it was skipped or could not be run. */
  reason: string | null
  /** Each thing that was tried, with `ok` or what went wrong. */
  checks: Record<string, string>
}

/** Runtimes that npm delivers: name, pinned package, the program in it, and how it is asked to run a file. */
interface Delivered {
  name: string
  package: string
  program: string
  args: string[]
}

const PLATFORM = `${process.platform}-${process.arch}`
const EXE = process.platform === 'win32' ? '.exe' : ''

const DELIVERED: Delivered[] = [
  {
    name: 'node 24',
    package: `node-${PLATFORM}@24.21.0`,
    program: `node-${PLATFORM}/bin/node${EXE}`,
    args: [],
  },
  {
    name: 'deno',
    package: `@deno/${PLATFORM}${process.platform === 'linux' ? '-glibc' : ''}@2.9.6`,
    program: `@deno/${PLATFORM}${process.platform === 'linux' ? '-glibc' : ''}/deno${EXE}`,
    // Nothing more than a program of a user would need: the network, and the environment for its key.
    args: ['run', '--quiet', '--no-prompt', '--allow-net=127.0.0.1', '--allow-env', '--allow-read=.'],
  },
  {
    name: 'bun',
    package: `@oven/bun-${PLATFORM}@1.4.5`,
    program: `@oven/bun-${PLATFORM}/bin/bun${EXE}`,
    args: ['run'],
  },
]

/** Node as it runs here. `folder` is a project that has the package installed. */
export async function inNode(folder: string, apiUrl: string): Promise<Outcome> {
  return await inProgram({ name: 'node', program: process.execPath, args: [] }, folder, apiUrl)
}

/** The newer Node, Deno and Bun, as far as they can be had from npm: one that cannot is skipped and says why. */
export async function inDelivered(folder: string, apiUrl: string): Promise<Outcome[]> {
  const home = join(folder, 'runtimes')
  await mkdir(home)
  await writeFile(join(home, 'package.json'), '{"private":true}')
  const outcomes: Outcome[] = []
  for (const one of DELIVERED) {
    const refusal = await installed(one, home)
    const program = join(home, 'node_modules', one.program)
    outcomes.push(
      refusal === null && existsSync(program)
        ? await inProgram({ ...one, program }, folder, apiUrl)
        : skipped(one.name, refusal ?? `${one.package} has no ${one.program}`),
    )
  }
  return outcomes
}

/** Null when it is there now, else what npm said. */
async function installed({ package: name }: Delivered, home: string): Promise<string | null> {
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--force', name]
  try {
    await run('npm', args, { cwd: home, timeout: INSTALL_MS, shell: process.platform === 'win32' })
    return null
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string }
    const [line = message] = stderr.split('\n').filter((one) => one.startsWith('npm error'))
    return `${name} could not be installed: ${line}`
  }
}

async function inProgram(
  { name, program, args }: { name: string; program: string; args: string[] },
  folder: string,
  apiUrl: string,
): Promise<Outcome> {
  for (const file of ['smoke.mjs', 'smoke-main.mjs'])
    await cp(join(import.meta.dirname, file), join(folder, file))
  try {
    const { stdout: version } = await run(program, ['--version'], { timeout: MAX_MS })
    const { stdout } = await run(program, [...args, 'smoke-main.mjs', apiUrl], {
      cwd: folder,
      timeout: MAX_MS,
    })
    const checks = JSON.parse(stdout.trim().split('\n').pop() ?? '')
    return outcome(name, version.trim().split('\n')[0] ?? null, checks)
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }
    return { ...skipped(name, stderr?.trim() || message), status: 'failed' }
  }
}

/** A page of another origin than the API, in headless Chromium. */
export async function inChromium(pagesUrl: string, apiUrl: string): Promise<Outcome> {
  if (!existsSync(CHROMIUM)) return skipped('chromium', `there is no ${CHROMIUM}; set CHROMIUM_PATH`)
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  try {
    const page = await browser.newPage()
    await page.goto(pagesUrl)
    // As text, so that nothing of a build of this file gets into the page.
    const program = `import('/smoke.mjs').then(({ smoke }) => smoke(${JSON.stringify(apiUrl)}))`
    const checks = (await page.evaluate(program)) as Record<string, string>
    return outcome('chromium', browser.version(), checks)
  } finally {
    await browser.close()
  }
}

function outcome(runtime: string, version: string | null, checks: Record<string, string>): Outcome {
  const passed = Object.keys(checks).length > 0 && Object.values(checks).every((result) => result === 'ok')
  return { runtime, version, status: passed ? 'passed' : 'failed', reason: null, checks }
}

function skipped(runtime: string, reason: string): Outcome {
  return { runtime, version: null, status: 'skipped', reason, checks: {} }
}
