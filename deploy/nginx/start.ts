import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGuarded } from '../../scripts/services/guarded-process.mjs'
import { unprivilegedUser } from '../../scripts/services/unprivileged-user.mjs'
import { type NginxSettings, renderNginx, revisionOf } from './render.ts'

const PROGRAM = process.env.NGINX_PATH ?? 'nginx'
const START_TIMEOUT_MS = 60_000
const ROOT_USER = 0
const ANSWERS_ENOUGH = 10

/** Whether there is an nginx on this machine. */
export function hasNginx(): boolean {
  return spawnSync(PROGRAM, ['-v'], { stdio: 'ignore' }).status === 0
}

/** Settings that belong to the machine rather than to the deployment are filled in here. */
export type OwnNginxSettings = Omit<
  NginxSettings,
  'folder' | 'user' | 'certificate' | 'certificateKey' | 'errorLog' | 'accessLog'
> &
  Partial<Pick<NginxSettings, 'certificate' | 'certificateKey'>>

export interface OwnNginx {
  /** Takes other settings without losing a request, as `nginx -s reload` does. */
  reload(settings: OwnNginxSettings): Promise<void>
  /** Lines of the access log so far. */
  accessLog(): string[]
  errorLog(): string
  stop(): Promise<void>
}

/** A real nginx with the configuration of production, in a folder of its own. Without a certificate it makes one that nobody trusts. */
export async function startNginx(folder: string, settings: OwnNginxSettings): Promise<OwnNginx> {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const files = {
    configuration: join(folder, 'nginx.conf'),
    accessLog: join(folder, 'access.log'),
    errorLog: join(folder, 'error.log'),
  }
  const user = unprivilegedUser()
  const configure = (wanted: OwnNginxSettings) => {
    const complete = withOwnFiles(folder, files, user?.name, wanted)
    const text = renderNginx(complete)
    writeFileSync(files.configuration, text)
    return revisionOf(text)
  }
  const revision = configure(settings)
  if (user) chownSync(folder, user.uid, user.gid)
  const flags = ['-c', files.configuration, '-p', folder, '-e', files.errorLog]
  const checked = spawnSync(PROGRAM, ['-t', ...flags], { encoding: 'utf8' })
  if (checked.status !== 0) throw new Error(`nginx refuses its configuration: ${checked.stderr}`)
  const server = startGuarded({
    command: PROGRAM,
    args: [...flags, '-g', 'daemon off;'],
    cwd: folder,
    logFile: join(folder, 'output.log'),
  })
  const accessLog = () => linesOf(files.accessLog)
  const errorLog = () => linesOf(files.errorLog).join('\n')
  const inUse = (wanted: OwnNginxSettings, text: string) =>
    untilInUse(wanted.statusListen, text, server.running, errorLog)
  await inUse(settings, revision)
  return {
    async reload(wanted) {
      const next = configure(wanted)
      const told = spawnSync(PROGRAM, [...flags, '-s', 'reload'], { encoding: 'utf8' })
      if (told.status !== 0) throw new Error(`nginx does not take its new configuration: ${told.stderr}`)
      await inUse(wanted, next)
    },
    accessLog,
    errorLog,
    stop: () => server.stop(5_000),
  }
}

/** What `nginx -t` finds wrong with a configuration; empty when it takes it. */
export function checkNginx(folder: string, configuration: string): string {
  const file = join(folder, 'checked.conf')
  writeFileSync(file, configuration)
  const checked = spawnSync(PROGRAM, ['-t', '-q', '-c', file, '-p', folder, '-e', 'stderr'], {
    encoding: 'utf8',
  })
  return checked.status === 0 ? '' : checked.stderr
}

/** `openssl` makes a certificate that nobody trusts, for these names and for this machine. */
export function selfSigned(
  folder: string,
  names: string[] = [],
): { certificate: string; certificateKey: string } {
  const alternatives = ['DNS:localhost', 'IP:127.0.0.1', ...names.map((name) => `DNS:${name}`)]
  const certificate = join(folder, 'certificate.pem')
  const certificateKey = join(folder, 'certificate-key.pem')
  const made = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
      ...['-subj', '/CN=localhost', '-addext', `subjectAltName=${alternatives.join(',')}`],
      ...['-keyout', certificateKey, '-out', certificate],
    ],
    { encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.stderr || String(made.error)}`)
  return { certificate, certificateKey }
}

function withOwnFiles(
  folder: string,
  files: { accessLog: string; errorLog: string },
  user: string | undefined,
  settings: OwnNginxSettings,
): NginxSettings {
  const { certificate, certificateKey } = settings
  const pair =
    certificate !== undefined && certificateKey !== undefined
      ? { certificate, certificateKey }
      : ownCertificate(folder)
  return { ...settings, ...pair, ...files, folder, user: process.getuid?.() === ROOT_USER ? user : undefined }
}

function ownCertificate(folder: string) {
  const pair = {
    certificate: join(folder, 'certificate.pem'),
    certificateKey: join(folder, 'certificate-key.pem'),
  }
  return existsSync(pair.certificate) ? pair : selfSigned(folder)
}

/** Old workers take connections until they are told to end, so one answer is no proof. */
async function untilInUse(
  statusListen: string,
  revision: string,
  running: () => boolean,
  log: () => string,
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  let seen = 0
  while (running() && Date.now() < deadline) {
    const answer = await fetch(`http://${statusListen}/healthz`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined)
    seen = (await answer?.text())?.trim() === revision ? seen + 1 : 0
    if (seen === ANSWERS_ENOUGH) return
    await sleep(10)
  }
  throw new Error(`nginx does not use its configuration: ${log()}`)
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}
