import { expect, test } from 'vitest'
import { decide, waitForStandby } from './failover.ts'

test.each([
  ['both answer', { primarySilentMs: 0, standby: 'standby', isReceiving: true }, 'wait'],
  [
    'the primary is silent, but not for long',
    { primarySilentMs: 2_999, standby: 'standby', isReceiving: false },
    'wait',
  ],
  [
    'only we do not see the primary',
    { primarySilentMs: 60_000, standby: 'standby', isReceiving: true },
    'wait',
  ],
  [
    'we see neither: it is us',
    { primarySilentMs: 60_000, standby: 'unreachable', isReceiving: false },
    'wait',
  ],
  ['nobody sees the primary', { primarySilentMs: 3_000, standby: 'standby', isReceiving: false }, 'promote'],
  ['somebody else promoted', { primarySilentMs: 0, standby: 'primary', isReceiving: false }, 'promoted'],
] as const)('%s', (_, sight, decision) => {
  expect(decide(sight, 3_000)).toBe(decision)
})

test('a name of a standby becomes no statement', async () => {
  await expect(waitForStandby({} as never, "x'; drop table filings")).rejects.toThrow(TypeError)
})
