import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db.ts'
import { createLogger } from '../log.ts'
import { deliveryStore } from './delivery-store.ts'
import type { ShipAnswer, ShipOrder, ShipThreadData } from './ship-thread.ts'
import { startShipping } from './shipping.ts'

// The thread that ships journals. It has connections of its own, and nothing it does holds up a request.
const { databaseUrl, folder, epoch, logLevel } = workerData as ShipThreadData
const sql = openDatabase(databaseUrl, { max: 2, role: 'latent_service', applicationName: 'metering' })
const logger = createLogger('api', logLevel)
const shipping = startShipping(deliveryStore(sql), { folder, epoch, logger })

parentPort?.on('message', async ({ id, order }: ShipOrder) => {
  let failure: string | undefined
  try {
    await (order === 'flush' ? shipping.flush() : shipping.close())
  } catch (error) {
    failure = (error as Error).message
  }
  if (order === 'close') await sql.end({ timeout: 1 })
  parentPort?.postMessage({ id, failure } satisfies ShipAnswer)
  if (order === 'close') parentPort?.close()
})
