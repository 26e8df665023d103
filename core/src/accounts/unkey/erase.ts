import { type UnkeySettings, unkeyClient } from './unkey-client.ts'

/** An answer lists at most twelve hundred secrets; an organisation has fewer, unless some were just made. */
const ROUNDS = 3

/** Removes every key of an organisation at Unkey. */
export function eraseUnkeyKeys(settings: UnkeySettings): (organisationId: string) => Promise<void> {
  const unkey = unkeyClient(settings, { now: () => Date.now(), elapsed: () => performance.now() })
  return async (organisationId) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const keys = await unkey.list(organisationId)
      if (keys.length === 0) return
      for (const { keyId } of keys) await unkey.remove(keyId)
    }
    throw new Error('Unkey still lists keys of the organisation')
  }
}
