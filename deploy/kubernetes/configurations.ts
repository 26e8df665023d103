import { renderNginx } from '../nginx/render.ts'
import { renderPgbouncer } from '../pgbouncer/render.ts'

const NAMES = {
  staging: { api: 'api.staging.example.com', portal: 'staging.example.com' },
  production: { api: 'api.example.com', portal: 'example.com' },
}

/** The files that Kustomize takes into config maps, by their paths in this folder; `npm run kubernetes:render` writes them. */
export function configurations(): Record<string, string> {
  return {
    'base/pgbouncer.ini': renderPgbouncer({
      databases: [{ name: 'sec_latent', host: 'postgres', port: 5432, database: 'sec_latent' }],
      listenAddress: '*',
      listenPort: 6432,
      authFile: '/etc/pgbouncer/userlist.txt',
      // Two poolers with three logins each stay below the 200 connections of Postgres.
      poolSize: 25,
      reserveSize: 5,
    }),
    'overlays/staging/nginx.conf': edge(NAMES.staging),
    'overlays/production/nginx.conf': edge(NAMES.production),
  }
}

function edge({ api, portal }: { api: string; portal: string }): string {
  return renderNginx({
    folder: '/tmp',
    httpsPort: 8443,
    statusListen: '127.0.0.1:8081',
    certificate: '/etc/nginx/tls/tls.crt',
    certificateKey: '/etc/nginx/tls/tls.key',
    portalUrl: `https://${portal}`,
    // Twice the same: behind the address stand several pods, so that a second attempt may meet another one.
    api: { names: [api], servers: ['api:8000', 'api:8000'] },
    portal: { names: [portal], servers: ['portal:3000', 'portal:3000'] },
  })
}
