import type { Logger } from '@sec-latent/core/log'
import { expect, test } from 'vitest'
import { endWithin } from './shutdown.ts'

const warned: { status?: string; message?: string; metadata?: unknown }[] = []
const log = { warn: (event: (typeof warned)[number]) => warned.push(event) } as unknown as Logger

test('parts that end are waited for, those that fail are told, and one that hangs is left by its name', async () => {
  let ended = false
  const left = await endWithin(
    50,
    {
      carrier: new Promise<void>((resolve) => {
        setTimeout(() => {
          ended = true
          resolve()
        }, 5)
      }),
      webhooks: Promise.reject(new Error('the connection is closed')),
      'fetch-filing': new Promise(() => {}),
    },
    log,
  )
  expect(ended).toBe(true)
  expect(left).toEqual(['fetch-filing'])
  expect(warned).toMatchObject([
    { status: 'failed', message: 'webhooks: the connection is closed' },
    { status: 'incomplete', metadata: { parts: ['fetch-filing'] } },
  ])
})

test('nothing is said when everything ends', async () => {
  warned.length = 0
  expect(await endWithin(5_000, { carrier: Promise.resolve() }, log)).toEqual([])
  expect(warned).toEqual([])
})
