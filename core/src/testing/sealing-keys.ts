import type { SealingKey } from '../secrets/seal.ts'

/** Keys for tests and measurements, which seal nothing that matters. */
export const TEST_SEALING_KEYS: [SealingKey] = [{ key_id: 'test', key: Buffer.alloc(32, 7) }]
