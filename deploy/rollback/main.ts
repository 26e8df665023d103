import { parseArgs } from 'node:util'
import { kubernetes, type Platform, railway } from './platforms.ts'
import { registry } from './registry.ts'
import { listReleases } from './releases.ts'
import { rollBack } from './rollback.ts'

// npm run rollback -- v1.4.2 [--platform railway|kubernetes] [--dry-run]      npm run rollback -- --list
// Runs one of the ten latest releases again. REGISTRY_URL and REGISTRY_NAMESPACE say where the images are, REGISTRY_USER and
// REGISTRY_PASSWORD who asks; Railway needs RAILWAY_API_TOKEN and RAILWAY_ENVIRONMENT_ID, Kubernetes KUBERNETES_NAMESPACE.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    platform: { type: 'string', default: 'railway' },
    list: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
})

try {
  const url = needed('REGISTRY_URL')
  const namespace = process.env.REGISTRY_NAMESPACE || 'sec-latent'
  const from = registry({ url, user: process.env.REGISTRY_USER, password: process.env.REGISTRY_PASSWORD })
  if (values.list) {
    for (const tag of await listReleases(from, namespace)) console.log(tag)
  } else {
    const [tag, ...more] = positionals
    if (!tag || more.length > 0) throw new Error('Say which release: npm run rollback -- v1.4.2')
    const request = { url, namespace, tag, dryRun: values['dry-run'], say: console.log }
    await rollBack(from, platformOf(values.platform), request)
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

function platformOf(name: string): Platform {
  if (name === 'kubernetes')
    return kubernetes({ namespace: process.env.KUBERNETES_NAMESPACE || 'sec-latent' })
  if (name !== 'railway') throw new Error(`There is no platform ${name}; there are railway and kubernetes.`)
  return railway({
    url: process.env.RAILWAY_API_URL || 'https://backboard.railway.com/graphql/v2',
    token: needed('RAILWAY_API_TOKEN'),
    environmentId: needed('RAILWAY_ENVIRONMENT_ID'),
  })
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} must be set.`)
  return value
}
