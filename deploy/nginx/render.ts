import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { fillTemplate, indented } from '../template.ts'
import { problemLocation, problemPages } from './problem-pages.ts'

/** A part of the traffic that goes to a new version; each client stays with the version it was given. */
export interface Canary {
  /** Above 0 and below 100, with two decimals at most. */
  percent: number
  servers: string[]
}

export interface NginxSettings {
  /** For the process id and for temporary files; nginx's workers must be able to write into it. */
  folder: string
  /** Account and group of the workers. Only for a master that is started by root. */
  user?: string | undefined
  /** A number, or one per processor. */
  workerProcesses?: number | 'auto'
  workerConnections?: number
  errorLog?: string
  accessLog?: string
  /** Address to listen on for the public; all of them unless set. */
  address?: string
  httpsPort: number
  /** Sends browsers of the portal on to https; the API is not there, so that no key travels in the clear. Unset: nobody listens. */
  httpPort?: number | undefined
  /** Where `/healthz` and `/stub_status` are, as `address:port`; for the platform only. */
  statusListen: string
  certificate: string
  certificateKey: string
  /** Where the portal is; problems point at its pages. */
  portalUrl: string
  api: { names?: string[]; servers: string[]; canary?: Canary | undefined }
  portal?: { names: string[]; servers: string[] } | undefined
  /** Requests that one address may send in a minute, and how many it may be early by. */
  perAddress?: { perMinute?: number; burst?: number; connections?: number; exempt?: string[] }
  /** Networks of proxies in front whose X-Forwarded-For is believed; the last address in it that is not theirs is the client. */
  trustedProxies?: string[]
  maxBody?: string
  /** How long a server may stay silent before its answer is given up. */
  answerSeconds?: number
  /** A file with one directive, `proxy_set_header Latent-Edge-Secret "…";`, where nginx itself is the edge. */
  edgeSecretFile?: string | undefined
}

/** Addresses whose answers go on for as long as somebody listens. */
const API_STREAMS = ['/v1/stream']
const PORTAL_STREAMS = ['/mcp']
/** Options of the socket belong to one server of it. Connections that come all at once wait here. */
const DEFAULT_SERVER = ' default_server backlog=4096'
const REVISION = 'THE-REVISION'
const REVISION_CHARS = 16
/** Of the architecture: what one address may send in a minute. How much it may be early by is ours. */
export const FOUNDING_LIMIT = { perMinute: 100, burst: 20, connections: 200, exempt: [] as string[] }

/** The configuration of nginx. Throws when a setting would mean something else than it says. */
export function renderNginx(settings: NginxSettings): string {
  const { api, portal } = settings
  const limit = { ...FOUNDING_LIMIT, ...settings.perAddress }
  const connections = positive(settings.workerConnections ?? 8192)
  const template = readFileSync(join(import.meta.dirname, 'nginx.conf.template'), 'utf8')
  const text = fillTemplate(template, {
    revision: REVISION,
    folder: plain(settings.folder),
    user: settings.user ? `user ${plain(settings.user)};` : '',
    worker_processes: String(settings.workerProcesses ?? 'auto'),
    worker_connections: String(connections),
    // A request takes two: of the client and of the server.
    open_files: String(connections * 2 + 1024),
    error_log: plain(settings.errorLog ?? '/dev/stderr'),
    access_log: plain(settings.accessLog ?? '/dev/stdout'),
    real_ip: realIp(settings.trustedProxies ?? []),
    exempt: limit.exempt.map((network) => `${networkOf(network)} 1;`).join('\n'),
    zone_size: '20m',
    rate_per_minute: String(positive(limit.perMinute)),
    max_body: plain(settings.maxBody ?? '1m'),
    answer_seconds: String(positive(settings.answerSeconds ?? 35)),
    certificate: plain(settings.certificate),
    certificate_key: plain(settings.certificateKey),
    edge_secret: settings.edgeSecretFile ? `include ${plain(settings.edgeSecretFile)};` : '',
    upstreams: upstreams(api, portal),
    servers: [
      ...(settings.httpPort === undefined ? [] : [plainHttp(settings)]),
      ...((api.names ?? []).length === 0 ? [] : [unknownNames(settings)]),
      apiServer(settings, limit),
      ...(portal ? [portalServer(settings, portal, limit)] : []),
    ].join('\n\n'),
    status_listen: plain(settings.statusListen),
  })
  return text.replace(REVISION, createHash('sha256').update(text).digest('hex').slice(0, REVISION_CHARS))
}

/** What `/healthz` answers while this configuration is in use. */
export function revisionOf(configuration: string): string {
  const revision = /location = \/healthz \{[^}]*return 200 "([0-9a-f]+)/.exec(configuration)?.[1]
  if (revision === undefined) throw new Error('The configuration names no revision.')
  return revision
}

function upstreams(api: NginxSettings['api'], portal: NginxSettings['portal']): string {
  return [
    upstream('api_stable', api.servers),
    api.canary ? `${upstream('api_canary', api.canary.servers, api.servers)}\n\n${split(api.canary)}` : '',
    portal ? upstream('portal', portal.servers) : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

/**
 * `max_fails=0`: a server is never put aside for having failed. With few servers nginx would soon have put all of them aside
 * and refuse everything by itself; a request that meets a dead one goes to the next at once.
 */
function upstream(name: string, servers: string[], backups: string[] = []): string {
  if (servers.length === 0) throw new Error(`${name} has no server.`)
  const lines = [
    `zone ${name} 256k;`,
    ...servers.map((server) => `server ${plain(server)} max_fails=0;`),
    ...backups.map((server) => `server ${plain(server)} max_fails=0 backup;`),
    'keepalive 128;',
    'keepalive_requests 10000;',
    // Shorter than the 72 seconds of the API, which never closes a connection that is about to be used.
    'keepalive_timeout 60s;',
  ]
  return `upstream ${name} {\n${indented(lines.join('\n'), 2)}\n}`
}

/** By key, and by address for those who have none: nobody meets both versions in turn. */
function split({ percent, servers }: Canary): string {
  if (!(percent > 0 && percent < 100) || servers.length === 0)
    throw new Error('A canary takes more than 0 and less than 100 percent, and has servers.')
  return `map $http_authorization $rollout_key {
  default $http_authorization;
  "" $remote_addr;
}
split_clients $rollout_key $api_group {
  ${percent.toFixed(2)}% api_canary;
  * api_stable;
}`
}

function apiServer(settings: NginxSettings, limit: typeof FOUNDING_LIMIT): string {
  const { api, portalUrl } = settings
  const names = api.names ?? []
  const group = api.canary ? '$api_group' : 'api_stable'
  const lines = [
    listenLine(settings, names.length === 0 ? DEFAULT_SERVER : ''),
    `server_name ${names.length === 0 ? '_' : names.map(plain).join(' ')};`,
    limits(limit),
    problemPages(portalUrl),
    // Only from inside, where the API has a port of its own for it.
    problemLocation('= /metrics', {
      status: 404,
      code: 'route_not_found',
      detail: 'No operation lives at this path.',
      portalUrl,
    }),
    ...API_STREAMS.map((path) => streaming(path, group)),
    `location / {\n  proxy_pass http://${group};\n}`,
  ]
  return `server {\n${indented(lines.join('\n'), 2)}\n}`
}

function portalServer(
  settings: NginxSettings,
  portal: { names: string[]; servers: string[] },
  limit: typeof FOUNDING_LIMIT,
): string {
  const lines = [
    listenLine(settings),
    `server_name ${portal.names.map(plain).join(' ')};`,
    problemPages(settings.portalUrl),
    // A page is one request and dozens of files that never change: only the page counts.
    'location /_next/static/ {\n  proxy_pass http://portal;\n}',
    ...PORTAL_STREAMS.map((path) => streaming(path, 'portal', limits(limit))),
    `location / {\n${indented(limits(limit), 2)}\n  proxy_pass http://portal;\n}`,
  ]
  return `server {\n${indented(lines.join('\n'), 2)}\n}`
}

/** Every part reaches the client when it is sent, also after minutes of silence. */
function streaming(path: string, group: string, more = ''): string {
  const lines = [
    ...(more === '' ? [] : [more]),
    'proxy_buffering off;',
    'proxy_read_timeout 1h;',
    'proxy_send_timeout 1h;',
    `proxy_pass http://${group};`,
  ]
  return `location ${path} {\n${indented(lines.join('\n'), 2)}\n}`
}

/** Who asks for a name that is not ours gets no certificate to look at. */
function unknownNames(settings: NginxSettings): string {
  return `server {\n  ${listenLine(settings, DEFAULT_SERVER)}\n  server_name _;\n  ssl_reject_handshake on;\n}`
}

function plainHttp({ portal, httpPort, address }: NginxSettings): string {
  const listen = `listen ${address ? `${plain(address)}:` : ''}${httpPort}`
  const portalNames = portal
    ? `

server {
  ${listen};
  server_name ${portal.names.map(plain).join(' ')};
  location / {
    return 308 https://$host$request_uri;
  }
}`
    : ''
  return `server {\n  ${listen} default_server;\n  server_name _;\n  return 444;\n}${portalNames}`
}

function listenLine({ address, httpsPort }: NginxSettings, more = ''): string {
  return `listen ${address ? `${plain(address)}:` : ''}${httpsPort} ssl http2${more};`
}

function limits({ burst, connections }: typeof FOUNDING_LIMIT): string {
  return `limit_req zone=per_address burst=${positive(burst)} nodelay;\nlimit_conn connections ${positive(connections)};`
}

function realIp(proxies: string[]): string {
  if (proxies.length === 0) return ''
  return [
    ...proxies.map((network) => `set_real_ip_from ${networkOf(network)};`),
    'real_ip_header X-Forwarded-For;',
    'real_ip_recursive on;',
  ].join('\n')
}

function networkOf(text: string): string {
  const [address = '', bits = ''] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] as number
  if (most === -1 || (text.includes('/') && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
    throw new Error(`${text} is no address and no network.`)
  return text
}

/** A word of the configuration, which cannot end its directive. */
function plain(text: string): string {
  if (!/^[\w./:@,*[\] -]+$/.test(text))
    throw new Error(`${JSON.stringify(text)} cannot stand in a configuration.`)
  return text
}

function positive(count: number): number {
  if (!Number.isInteger(count) || count < 1) throw new Error(`${count} is no whole number above 0.`)
  return count
}
