import { runMain } from '../run-main.ts'
import { openBackups } from './settings.ts'
import { archiveWal } from './wal.ts'

/**
 * `archive_command = 'node archive-wal-main.js "%p" "%f"'`: puts one file of the write-ahead log into the archive. Anything but
 * exit code 0 makes Postgres keep the file and try again.
 */
await runMain(async () => {
  const [path, name] = process.argv.slice(2)
  if (!path || !name) throw new Error('Usage: archive-wal <path> <name>')
  const { store, keys } = openBackups(process.env)
  await archiveWal(store, keys, { path, name })
})
