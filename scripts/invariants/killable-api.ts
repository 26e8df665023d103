import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from '../services/ports.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
const START_TIMEOUT_MS = 240_000

/** An API as it runs in production: a process of its own that can be killed and started again at the same address. */
export interface ApiProcess {
  url: string
  /** `kill -9`: nothing is finished, nothing is flushed. */
  kill(): Promise<void>
  start(): Promise<void>
  isRunning(): boolean
  pid(): number
}

export async function apiProcess(env: Record<string, string>): Promise<ApiProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const one: ApiProcess = {
    url,
    isRunning: () => child !== undefined,
    pid: () => child?.pid as number,
    async kill() {
      const gone = child
      child = undefined
      if (!gone || gone.exitCode !== null || gone.signalCode !== null) return
      gone.kill('SIGKILL')
      await once(gone, 'exit')
    },
    async start() {
      const started = spawn(process.execPath, ['--import', 'tsx', 'api/src/main.ts'], {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH ?? '',
          HOST: '127.0.0.1',
          PORT: String(port),
          LOG_LEVEL: 'error',
          ...env,
        },
      })
      let complaint = ''
      const listen = (chunk: Buffer) => {
        complaint = (complaint + chunk.toString()).slice(-2_000)
      }
      started.stderr?.on('data', listen)
      started.stdout?.on('data', listen)
      child = started
      started.once('exit', (code) => {
        if (child === started) console.log(`  the API ended by itself with ${code}: ${complaint}`)
      })
      const deadline = Date.now() + START_TIMEOUT_MS
      while (started.exitCode === null && Date.now() < deadline) {
        const answer = await fetch(`${url}/livez`).catch(() => undefined)
        if (answer?.ok) return
        await new Promise((done) => setTimeout(done, 50))
      }
      throw new Error(`the API did not start: ${complaint}`)
    },
  }
  await one.start()
  return one
}
