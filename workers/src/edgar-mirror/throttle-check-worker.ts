/**
 * One process of the throttle check: asks the mirror for the same submission, as fast as it is let, until its parent
 * says stop. Its wall clock is wrong on purpose.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { EdgarError } from '@sec-latent/core/edgar/errors'
import { edgarGateway } from '@sec-latent/core/edgar/gateway'
import { edgarThrottle } from '@sec-latent/core/edgar/throttle'
import { Redis } from 'ioredis'

export interface ThrottleCheckTask {
  mirrorUrl: string
  redisUrl: string
  key: string
  limit: number
  pauseMs: number
  concurrency: number
  skewMs: number
  accession_number: string
  cik: string
}

const task = JSON.parse(process.argv[2] ?? '') as ThrottleCheckTask
const trueNow = Date.now
Date.now = () => trueNow() + task.skewMs

const redis = new Redis(task.redisUrl, { maxRetriesPerRequest: null, retryStrategy: () => 100 })
// Losing Redis is part of the check.
redis.on('error', () => {})
const throttle = edgarThrottle(redis, { limit: task.limit, key: task.key })
const edgar = edgarGateway({
  baseUrl: task.mirrorUrl,
  dataUrl: task.mirrorUrl,
  userAgent: 'Throttle Check check@example.com',
  throttle,
  pauseMs: task.pauseMs,
})

let stopping = false
process.on('message', () => {
  stopping = true
})
process.on('disconnect', () => process.exit(1))

/** Asks more often than a queue would, so that leaks in a pause would show. */
const PAUSED_RETRY_MS = 200

async function lane(): Promise<void> {
  while (!stopping) {
    try {
      await edgar.fetchSubmission(task)
    } catch (error) {
      if (!(error instanceof EdgarError)) throw error
      if (error.retryable) await sleep(PAUSED_RETRY_MS)
    }
  }
}

await Promise.all(Array.from({ length: task.concurrency }, lane))
redis.disconnect()
await edgar.close()
process.exit(0)
