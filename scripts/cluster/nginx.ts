import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Agent } from 'undici'
import { renderNginx } from '../../deploy/nginx/render.ts'
import { selfSigned } from '../../deploy/nginx/start.ts'
import { freePort } from '../services/ports.mjs'
import { unprivilegedUser } from '../services/unprivileged-user.mjs'
import { listens } from './answers.ts'
import { startProgram } from './program.ts'

const CONNECTIONS = 16_384

/** nginx with the configuration of production before the processes of the API; loopback is exempt from the limit per address. */
export async function startNginx(options: { folder: string; apiPorts: number[] }) {
  const { folder, apiPorts } = options
  mkdirSync(folder, { recursive: true })
  const [port, statusPort] = [await freePort(), await freePort()]
  const config = join(folder, 'nginx.conf')
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined
  const certificate = selfSigned(folder)
  writeFileSync(
    config,
    renderNginx({
      folder,
      user: user?.name,
      workerProcesses: 1,
      workerConnections: CONNECTIONS,
      errorLog: join(folder, 'error.log'),
      accessLog: '/dev/null',
      address: '127.0.0.1',
      httpsPort: port,
      statusListen: `127.0.0.1:${statusPort}`,
      ...certificate,
      portalUrl: 'http://localhost:3000',
      api: { servers: apiPorts.map((one) => `127.0.0.1:${one}`) },
      perAddress: { exempt: ['127.0.0.0/8'] },
    }),
  )
  if (user) chownSync(folder, user.uid, user.gid)
  const program = await startProgram({
    name: 'nginx',
    command: 'nginx',
    args: ['-c', config, '-p', folder, '-e', join(folder, 'error.log'), '-g', 'daemon off;'],
    cwd: folder,
    folder,
    ready: () => listens(port),
  })
  const ca = readFileSync(certificate.certificate, 'utf8')
  return {
    program,
    port,
    url: `https://127.0.0.1:${port}`,
    /** The certificate, which nobody else trusts. */
    ca,
    errorLog: () => readFileSync(join(folder, 'error.log'), 'utf8'),
    /** For clients: they know the certificate. */
    agent: (more: Agent.Options = {}) => new Agent({ ...more, connect: { ca } }),
  }
}
