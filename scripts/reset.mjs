// @ts-check
// Removes everything `npm start` made: the data, the logs, the keys. Servers that were left behind are ended first.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, endLeftover } from './services/leftover.mjs'

const STATE = join(import.meta.dirname, '..', '.latent')

async function main() {
  if (!existsSync(STATE)) {
    console.log('There is nothing to remove.')
    return
  }
  const startFile = join(STATE, 'start.pid')
  if (existsSync(startFile)) {
    const pid = Number(readFileSync(startFile, 'utf8'))
    if (commandOf(pid)?.includes('start.mjs')) {
      throw new Error(`npm start is still running (process ${pid}): stop it with Ctrl-C first.`)
    }
  }
  const note = join(STATE, 'postgres-folder')
  const elsewhere = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
  for (const folder of [STATE, ...(elsewhere && existsSync(elsewhere) ? [elsewhere] : [])]) {
    for (const name of readdirSync(folder)) {
      await endLeftover(join(folder, name, 'data', 'postmaster.pid'), 'postgres', 'SIGINT')
      await endLeftover(join(folder, name, 'redis.pid'), 'redis-server', 'SIGTERM')
    }
  }
  // Only a folder that we named ourselves is removed outside the project.
  if (elsewhere?.startsWith('/var/tmp/sec-latent-')) rmSync(elsewhere, { recursive: true, force: true })
  rmSync(STATE, { recursive: true, force: true })
  console.log('The data, the logs and the keys of this checkout are gone.')
}

main().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
