// @ts-check
import { createServer } from 'node:net'

/**
 * A loopback port nobody listens on: the preferred one when it is free, otherwise one the system chooses.
 *
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  if (preferred && (await isPortFree(preferred))) return preferred
  return await new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/**
 * @param {number} port
 * @param {string} [host] Left out: every interface, which is what a server of ours would take.
 * @returns {Promise<boolean>}
 */
export async function isPortFree(port, host) {
  return await new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, ...(host ? { host } : {}) }, () => server.close(() => resolve(true)))
  })
}
