import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findPostgres } from '../services/postgres-binaries.mjs'

const ROOT = join(import.meta.dirname, '..', '..')

/** The programs of a cluster that this machine lacks; none: a cluster can be started. */
export function missingPrograms(): string[] {
  const missing = [
    ['nginx', '-v'],
    ['pgbouncer', '--version'],
    ['redis-sentinel', '--version'],
    ['openssl', 'version'],
  ]
    .filter(([program = '', flag = '']) => spawnSync(program, [flag], { stdio: 'ignore' }).status !== 0)
    .map(([program = '']) => program)
  const postgres = findPostgres(ROOT, process.env).some(
    ({ major, folder }) => major === 15 && existsSync(join(folder, 'pg_basebackup')),
  )
  return postgres ? missing : [...missing, 'postgresql-15']
}
