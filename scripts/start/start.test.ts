import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freePort, isPortFree } from '../services/ports.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
const START_TIMEOUT_MS = 180_000

let state: string
const running = new Set<ReturnType<typeof start>>()

beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'sec-latent-start-'))
  chmodSync(state, 0o755)
})

// A test that failed must not leave its checkout started: the next would be refused for it.
afterEach(async () => {
  for (const one of running) await one.stop()
})

afterAll(() => {
  rmSync(state, { recursive: true, force: true })
})

/** `npm start` as a user types it, with data of its own. */
function start(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, LATENT_STATE: state, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (bytes) => {
    output += bytes
  })
  child.stderr.on('data', (bytes) => {
    output += bytes
  })
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  const one = {
    output: () => output,
    exited,
    async ready(): Promise<string> {
      const printed = new Promise<void>((resolve) => {
        child.stdout.on('data', () => {
          if (/^ready/m.test(output)) resolve()
        })
      })
      await Promise.race([printed, exited])
      if (!/^ready/m.test(output)) throw new Error(`npm start ended:\n${output}`)
      return output
    },
    async stop(): Promise<number | null> {
      child.kill('SIGINT')
      running.delete(one)
      return await exited
    },
  }
  running.add(one)
  return one
}

describe('npm start', () => {
  test(
    'loads the sample corpus, prints a curl line that works as pasted, stops cleanly and keeps its data',
    async () => {
      const port = await freePort()
      const env = { API_PORT: String(port) }
      const first = start(['--no-portal'], env)
      const printed = await first.ready()
      const curl = String(/^ {2}(curl .*)$/m.exec(printed)?.[1])
      expect(answerTo(curl).data).toHaveLength(3)
      expect(printed).toMatch(/^ {2}10-K +\d/m)
      expect(await first.stop()).toBe(0)
      expect(await isPortFree(port)).toBe(true)
      expect(leftPidFiles(state)).toEqual([])

      const second = start(['--no-portal'], env)
      const again = await second.ready()
      expect(String(/^ {2}(curl .*)$/m.exec(again)?.[1])).toBe(curl)
      expect(answerTo(curl).data).toHaveLength(3)

      const third = start(['--no-portal'], { API_PORT: String(await freePort()) })
      expect(await third.exited).toBe(1)
      expect(third.output()).toContain('This checkout is already started')
      expect(await second.stop()).toBe(0)
    },
    2 * START_TIMEOUT_MS,
  )

  test('a port in use is one sentence that names the setting', async () => {
    const other = createServer().listen(0)
    const { port } = other.address() as AddressInfo
    const one = start(['--no-portal'], { API_PORT: String(port) })
    expect(await one.exited).toBe(1)
    expect(one.output().trim()).toBe(
      `Port ${port}, where the API would listen, is in use: stop that program, or start with API_PORT=${port + 1}.`,
    )
    other.close()
  })

  test('a database that does not answer is one sentence, and nothing stays behind', async () => {
    const closed = await freePort()
    const one = start(['--no-portal'], {
      API_PORT: String(await freePort()),
      DATABASE_URL: `postgres://nobody@127.0.0.1:${closed}/none`,
    })
    expect(await one.exited).toBe(1)
    expect(one.output()).toMatch(/The Postgres of DATABASE_URL cannot be used: .*ECONNREFUSED/)
    expect(one.output()).not.toMatch(/^ +at /m)
    expect(leftPidFiles(state)).toEqual([])
  })

  test('a setting with a wrong value is told by its name', async () => {
    const one = start(['--no-portal'], { API_PORT: String(await freePort()), LOG_LEVEL: 'loud' })
    expect(await one.exited).toBe(1)
    expect(one.output()).toContain('LOG_LEVEL is not valid')
    expect(one.output()).not.toMatch(/^ +at /m)
  })
})

function answerTo(curl: string): { data: unknown[] } {
  return JSON.parse(
    execFileSync('/bin/sh', ['-c', curl], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
}

/** Process id files of servers that did not end. */
function leftPidFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /(postmaster|redis)\.pid$/.test(name) && existsSync(join(folder, name)))
    .map((name) => `${name}: ${readFileSync(join(folder, name), 'utf8')}`)
}
