import { connect } from 'node:tls'
import { Gauge, type Registry } from 'prom-client'

const TIMEOUT_MS = 5_000
/** A certificate is renewed weeks before its end; looking more often tells nothing new. */
const EVERY_MS = 3_600_000

/** `tls_certificate_expiry_timestamp_seconds`: until when the certificates of our own addresses are valid. */
export function certificateGauge(
  registry: Registry,
  urls: readonly (string | undefined)[],
  options: { everyMs?: number; now?: () => number } = {},
): void {
  const { everyMs = EVERY_MS, now = () => performance.now() } = options
  const hosts = new Map(
    urls
      .filter((url) => url?.startsWith('https://'))
      .map((url) => new URL(url as string))
      .map(({ host, hostname, port }) => [host, { hostname, port: Number(port || 443) }]),
  )
  if (hosts.size === 0) return
  let looked: number | undefined
  let known = new Map<string, number>()
  let underWay: Promise<void> | undefined

  async function look(): Promise<void> {
    const found = new Map<string, number>()
    await Promise.all(
      [...hosts].map(async ([host, address]) => {
        const until = await expiryOf(address).catch(() => undefined)
        if (until !== undefined) found.set(host, until)
      }),
    )
    known = found
    looked = now()
  }

  new Gauge({
    name: 'tls_certificate_expiry_timestamp_seconds',
    help: 'Until when the certificate that an address of ours shows is valid.',
    labelNames: ['host'],
    registers: [registry],
    async collect() {
      if (looked === undefined || now() - looked > everyMs) {
        underWay ??= look().finally(() => {
          underWay = undefined
        })
        await underWay
      }
      this.reset()
      for (const [host, until] of known) this.set({ host }, until)
    },
  })
}

/** Looks at the certificate, whether or not it is valid: it is not used for anything. */
function expiryOf({ hostname, port }: { hostname: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port, servername: hostname, rejectUnauthorized: false }, () => {
      const { valid_to } = socket.getPeerCertificate()
      socket.destroy()
      const until = Date.parse(valid_to) / 1000
      if (Number.isNaN(until)) reject(new Error(`${hostname} showed no certificate`))
      else resolve(until)
    })
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`${hostname} did not answer`)))
    socket.on('error', reject)
  })
}
