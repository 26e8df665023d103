import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from '@sec-latent/core/log'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PermanentFailure, WaitUntil } from '../job-errors.ts'
import { carried, carriedBack } from './carried-error.ts'
import { type Isolation, isolation, JobDied } from './isolation.ts'

/** The other side, as short as it can be: it does what the payload says. */
const PROGRAM = `
setInterval(() => process.send({ alive: true }), 100)
process.on('disconnect', () => process.exit(0))
process.on('message', ({ id, payload }) => {
  if (payload.does === 'dies') process.kill(process.pid, 'SIGKILL')
  if (payload.does === 'hangs') for (;;);
  const error = payload.does === 'fails'
    ? { name: 'PermanentFailure', message: 'not_found: nowhere', stack: 'there', reason: 'not_found', moment: null }
    : null
  setTimeout(() => process.send({ id, error }), 20)
})
`
const silent = new Proxy({}, { get: () => () => {} }) as Logger
let folder: string
let alone: Isolation
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isolation-'))
  const program = join(folder, 'program.mjs')
  writeFileSync(program, PROGRAM)
  alone = isolation(silent, { program, silenceMs: 1_500 })
})
afterAll(async () => {
  await alone.stop()
  await rm(folder, { recursive: true, force: true })
})

test('jobs that are harmless are done one after another by one process', async () => {
  await Promise.all([1, 2, 3].map((n) => alone.run('parse-filing', { does: 'nothing', n })))
  const pid = alone.pid()
  await alone.run('parse-filing', { does: 'nothing' })
  expect(alone.pid()).toBe(pid)
})

test('the job that ends its process is known as the cause, and those that waited behind it are done', async () => {
  const results = await Promise.allSettled([
    alone.run('parse-filing', { does: 'nothing' }),
    alone.run('parse-filing', { does: 'dies' }),
    alone.run('parse-filing', { does: 'nothing' }),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const { reason } = results[1] as PromiseRejectedResult
  expect(reason).toBeInstanceOf(JobDied)
  expect(reason.reason).toBe('worker_died')
})

test('the job that makes its process hang is known too, and the process is ended', async () => {
  const hanging = alone.run('parse-filing', { does: 'hangs' })
  await expect(hanging).rejects.toMatchObject({ name: 'JobDied', reason: 'unresponsive' })
  await alone.run('parse-filing', { does: 'nothing' })
})

test('a process whose starter is gone before it is ready ends, and does not stay for ever', async () => {
  const program = join(folder, 'late.mts')
  writeFileSync(
    program,
    `import { answerAlone } from ${JSON.stringify(new URL('./isolated.ts', import.meta.url).href)}
if (process.connected) await new Promise((resolve) => process.once('disconnect', resolve))
answerAlone([], {} as never)
`,
  )
  const child = fork(program, { execArgv: ['--import', 'tsx'] })
  child.disconnect()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
}, 30_000)

test('an error of the job comes back as what it was', async () => {
  const error = await alone.run('fetch-filing', { does: 'fails' }).catch((thrown: Error) => thrown)
  expect(error).toBeInstanceOf(PermanentFailure)
  expect(error).toMatchObject({ message: 'not_found: nowhere', reason: 'not_found', stack: 'there' })
})

test('errors keep their class, reason, moment and stack on their way between processes', () => {
  const wait = new WaitUntil(5_000, 'until then')
  expect(carriedBack(carried(wait))).toBeInstanceOf(WaitUntil)
  expect(carriedBack(carried(wait))).toMatchObject({
    moment: 5_000,
    message: 'until then',
    stack: wait.stack,
  })
  const permanent = new PermanentFailure('truncated', 'half of it')
  expect(carriedBack(carried(permanent))).toMatchObject({
    message: 'truncated: half of it',
    reason: 'truncated',
  })
  const other = Object.assign(new TypeError('x'), { reason: 'network' })
  expect(carriedBack(carried(other))).toMatchObject({ message: 'x', reason: 'network' })
})
