// @ts-check
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const GRACE_MS = 10_000

/**
 * Ends the server a pid file names when it outlived the process that started it, and removes the file. A number
 * that meanwhile belongs to some other program is left alone: only the file goes.
 *
 * @param {string} pidFile
 * @param {string} program Part of the command line that must be there.
 * @param {NodeJS.Signals} signal
 */
export async function endLeftover(pidFile, program, signal) {
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (Number.isInteger(pid) && pid > 1 && commandOf(pid)?.includes(program)) {
    const deadline = Date.now() + GRACE_MS
    send(pid, signal)
    while (commandOf(pid)?.includes(program)) {
      if (Date.now() > deadline) send(pid, 'SIGKILL')
      await sleep(50)
    }
  }
  rmSync(pidFile, { force: true })
}

/**
 * The command line of a living process; nothing when there is none.
 *
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux') {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      return command === '' ? undefined : command
    }
    if (process.platform === 'win32') {
      process.kill(pid, 0)
      return 'postgres redis-server valkey-server node'
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself.
  }
}
