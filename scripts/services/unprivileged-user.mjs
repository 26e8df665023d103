// @ts-check
import { spawnSync } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'

/**
 * Postgres refuses to run as root, so root hands it to an existing account: a bare number without an entry in
 * /etc/passwd makes initdb fail.
 *
 * @returns {{ name: string, uid: number, gid: number } | undefined} Nothing when this process is not root.
 */
export function unprivilegedUser() {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined
  const accounts = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name, , uid, gid]) => [name, { name: String(name), uid: Number(uid), gid: Number(gid) }]),
  )
  return accounts.get('postgres') ?? accounts.get('nobody')
}

/**
 * Whether the account can run a program at this path: a checkout below a 0700 home is closed to everybody else.
 *
 * @param {{ uid: number, gid: number } | undefined} user
 * @param {string} path An executable that knows `--version`.
 */
export function canRun(user, path) {
  const result = spawnSync(path, ['--version'], {
    cwd: '/',
    stdio: 'ignore',
    timeout: 10_000,
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  })
  return result.status === 0
}

/**
 * Whether the account can enter a folder, that is, pass every folder on the way.
 *
 * @param {{ uid: number, gid: number } | undefined} user
 * @param {string} folder
 */
export function canEnter(user, folder) {
  if (!user) return true
  const result = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    cwd: '/',
    stdio: 'ignore',
    timeout: 10_000,
    uid: user.uid,
    gid: user.gid,
  })
  return result.status === 0
}

/**
 * Whether a folder in a place where everybody may write is really ours: nobody else made it or can write into it.
 *
 * @param {string} folder
 */
export function isOwnFolder(folder) {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return Boolean(found?.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0)
}
