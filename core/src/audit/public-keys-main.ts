import { Type } from 'typebox'
import { parseConfig } from '../config.ts'
import { runMain } from '../run-main.ts'
import { parseSealingKeys } from '../secrets/seal.ts'
import { auditPublicKeysOf } from './public-keys.ts'

// npm run audit:keys
// Prints AUDIT_PUBLIC_KEYS of the API for the AUDIT_SIGNING_KEYS of the workers, where those are known.
await runMain(async () => {
  const settings = parseConfig(
    Type.Object({ AUDIT_SIGNING_KEYS: Type.String({ minLength: 1, description: 'The keys that sign.' }) }),
    process.env,
  )
  console.log(`AUDIT_PUBLIC_KEYS=${auditPublicKeysOf(parseSealingKeys(settings.AUDIT_SIGNING_KEYS))}`)
})
