import { hashKey, parsePeppers } from '@sec-latent/core/accounts/key-format'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { Sql } from '@sec-latent/core/db'
import { readSecrets, writeSecrets } from './services/services.mjs'

const ORGANISATION = 'Demo'
const MODES = ['live', 'test'] as const

export interface DemoKeys {
  live: string
  test: string
}

/**
 * The demo organisation with one live and one test key. Only the hash of a key is in the database, so the keys
 * themselves are kept in `.latent/secrets.json`; a key the database no longer knows is made anew. Keys of a demo do not
 * expire: a checkout that rests for a year still starts.
 */
export async function demoAccount(sql: Sql, pepperSetting: string, state: string): Promise<DemoKeys> {
  const [pepper] = parsePeppers(pepperSetting)
  if (!pepper) throw new Error('KEY_PEPPER is empty.')
  const accounts = accountStore(sql)
  const organisation =
    (await accounts.findOrganisationByName(ORGANISATION)) ??
    (await accounts.createOrganisation({ name: ORGANISATION, plan: 'pro' }))
  const keys = { live: '', test: '' }
  for (const mode of MODES) {
    const name = `demo_${mode}_key`
    const kept = readSecrets(state)[name]
    const known = kept ? await accounts.findKeyByHash([hashKey(kept, pepper)]) : undefined
    if (kept && known && !known.revoked_at && !known.disabled_at) {
      keys[mode] = kept
      continue
    }
    const { key } = await accounts.createKey(
      { organisation_id: organisation.id, name: `Demo ${mode}`, mode, expiresInDays: null },
      pepper,
    )
    writeSecrets(state, { ...readSecrets(state), [name]: key })
    keys[mode] = key
  }
  return keys
}
