import { openBackups } from './settings.ts'
import { fetchWal } from './wal.ts'

const NOT_THERE = 1
/**
 * Above 125 Postgres gives the recovery up. Were an archive that does not answer taken for one that has ended, a database would
 * open that lacks its latest commits.
 */
const CANNOT_SAY = 200

/** `restore_command = 'node fetch-wal-main.js "%f" "%p"'`: brings one file of the write-ahead log back from the archive. */
try {
  const [name, path] = process.argv.slice(2)
  if (!name || !path) throw new Error('Usage: fetch-wal <name> <path>')
  const { store, keys } = openBackups(process.env)
  process.exitCode = (await fetchWal(store, keys, { name, path })) ? 0 : NOT_THERE
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = CANNOT_SAY
}
