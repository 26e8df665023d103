import type { Ground } from './invariant.ts'
import { apiProcess } from './killable-api.ts'

/** Keys made for an invariant are hashed with it. */
export const PEPPER = 'v1:a-pepper-for-the-invariants-only'

let started = 0

/** A real process of the API on the ground. */
export async function startApi(
  ground: Ground,
  { databaseUrl, redisUrl }: { databaseUrl: string; redisUrl: string },
) {
  const api = await apiProcess({
    DATABASE_URL: databaseUrl,
    REDIS_CACHE_URL: redisUrl,
    OBJECT_STORE_URL: `file://${ground.folder('objects')}`,
    METER_FOLDER: ground.folder(`meter-of-${started++}`),
    KEY_PEPPER: PEPPER,
    FAILED_AUTH_PER_MINUTE: '100000',
  })
  return { ...api, stop: api.kill }
}
