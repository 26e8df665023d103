// @ts-check
import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

/**
 * The shell that stands between us and every long-running child. Its standard input is a pipe whose other end only
 * we hold: when we close it, or die in whatever way (SIGKILL included), the watcher sees the end of the pipe and stops
 * the child, so that no server is ever left behind. What the child started itself and did not end goes with it: the
 * guard is the leader of the group.
 */
const GUARD = `
signal=$1; shift
exec 3<&0 </dev/null
"$@" 3<&- & child=$!
{ cat >/dev/null; kill -"$signal" "$child"; } <&3 2>/dev/null &
exec 3<&-
wait "$child"; code=$?
trap '' TERM
kill -TERM -- -$$ 2>/dev/null
exit "$code"
`

/**
 * @typedef {object} GuardedProcess
 * @property {number} pid
 * @property {Promise<number>} exited Resolves with the exit code (128 + the signal's number after a signal).
 * @property {() => boolean} running
 * @property {(graceMs?: number) => Promise<void>} stop Asks the child to end, then kills its process group.
 */

/**
 * Starts a child that ends when this process ends.
 *
 * @param {object} options
 * @param {string} options.command
 * @param {string[]} options.args
 * @param {string} options.cwd
 * @param {Record<string, string | undefined>} [options.env]
 * @param {{ uid: number, gid: number }} [options.user] Who the child runs as; only root can choose.
 * @param {string} options.logFile Standard output and error are appended to it.
 * @param {'TERM' | 'INT'} [options.stopSignal]
 * @returns {GuardedProcess}
 */
export function startGuarded({ command, args, cwd, env, user, logFile, stopSignal = 'TERM' }) {
  const log = openSync(logFile, 'a')
  const guarded = process.platform !== 'win32'
  const child = spawn(
    guarded ? '/bin/sh' : command,
    guarded ? ['-c', GUARD, 'guard', stopSignal, command, ...args] : args,
    {
      cwd,
      env: /** @type {NodeJS.ProcessEnv} */ (env ?? process.env),
      stdio: ['pipe', log, log],
      detached: guarded,
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    },
  )
  closeSync(log)
  child.stdin?.on('error', () => {})
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => {
      child.stdin?.destroy()
      resolve(code ?? 128)
    })
  })
  let running = true
  exited.then(() => {
    running = false
  })
  return {
    pid: child.pid ?? -1,
    exited,
    running: () => running,
    async stop(graceMs = 10_000) {
      if (!running) return
      if (guarded) child.stdin?.end()
      else child.kill()
      const timer = setTimeout(() => killGroup(child.pid), graceMs)
      await exited
      clearTimeout(timer)
    },
  }
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // The group is already gone.
  }
}
