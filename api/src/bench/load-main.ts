import { drive, type LoadOrder } from './load.ts'

// The load generator: a process of its own, so that it never takes the core of the server.
process.on('message', async (order: LoadOrder) => {
  try {
    process.send?.({ result: await drive(order) })
  } catch (error) {
    process.send?.({ error: (error as Error).stack ?? String(error) })
  }
})
process.send?.({ ready: true })
