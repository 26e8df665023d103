import type { FaultKind } from '../fault.ts'
import { deliveryFaults } from './deliveries.ts'
import { edgarFaults } from './edgar.ts'
import { outsideFaults } from './outside.ts'
import { postgresFaults } from './postgres.ts'
import { processFaults } from './processes.ts'
import { redisFaults } from './redis.ts'

export const faultKinds: readonly FaultKind[] = [
  ...processFaults,
  ...postgresFaults,
  ...redisFaults,
  ...edgarFaults,
  ...outsideFaults,
  ...deliveryFaults,
]

/** Every row of the matrix, and what of it this run does not do, with the reason. */
export const MATRIX: Record<string, { title: string; notHere?: string }> = {
  F1: { title: 'API killed' },
  F2: { title: 'worker killed' },
  F3: { title: 'SIGTERM and rolling restart under load' },
  F4: { title: 'Postgres killed, stopped, frozen, failed over, cut off' },
  F5: {
    title: 'Postgres read-only, locked, statements cancelled, connections ended',
    notHere:
      'deadlocks and serialization failures are made in tests of the stores, where two transactions can be led into them',
  },
  F6: {
    title: 'Redis emptied, killed, busy, full, away',
    notHere:
      'MISCONF needs a disk that fails under Redis; NOREPLICAS refuses the same writes and stands for it',
  },
  F7: { title: 'Redis failed over by Sentinel' },
  F8: { title: 'EDGAR slow, broken, refusing' },
  F9: {
    title: 'Claude refusing, slow, broken',
    notHere:
      'spend limits and 413 end an extractor for good, so they are shown alone: core/src/claude/ask.test.ts',
  },
  F10: {
    title: 'object store away, slow, cut off',
    notHere: 'a full disk is shown alone, where the disk is small',
  },
  F11: {
    title: 'clocks five minutes off',
    notHere:
      '+90 days, 2038 and leap seconds end keys and certificates on purpose; they are shown with injected clocks in unit tests',
  },
  F12: { title: 'duplicate, reordered and repeated deliveries' },
  F13: {
    title: 'poison jobs',
    notHere: 'a job that ends its process or never ends is shown alone: npm run invariants -- --only I9,I10',
  },
  F14: { title: 'workers frozen past their locks' },
  F15: { title: 'pools and connections exhausted' },
  F16: { title: 'overload, slow clients, big bodies', notHere: 'the ramp to three times the knee is I17' },
  F17: { title: 'retry storm' },
  F18: { title: 'mixed versions', notHere: 'two builds side by side are npm run migration:load' },
  F19: { title: 'webhook receivers that fail' },
  F20: { title: 'scheduler killed, frozen, run twice' },
  F21: {
    title: 'audit log tampered with',
    notHere: 'a thousand tampers are I34; here the chain is computed again after everything',
  },
  F22: {
    title: 'DNS that fails or changes',
    notHere:
      'names are resolved by the system here, which we do not alter; lookups are injected in I32 and in tests of core/src/egress',
  },
}
