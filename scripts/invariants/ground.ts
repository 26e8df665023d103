import { ownServers } from '../services/own-servers.ts'
import type { Ground } from './invariant.ts'

/** The ground an invariant is tried on; `close` removes it. */
export async function openGround(options: {
  seed: number
  size: number | undefined
}): Promise<Ground & { close(): Promise<void> }> {
  const servers = await ownServers({ durable: true })
  return {
    ...options,
    database: () => servers.database(),
    redis: () => servers.redis(),
    postgres: servers.postgres,
    folder: (name) => servers.folder(name),
    say: (line) => console.log(`  ${line}`),
    close: () => servers.close(),
  }
}
