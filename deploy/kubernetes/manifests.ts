import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'

export interface Manifest {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace?: string; labels?: Record<string, string> }
  // biome-ignore lint/suspicious/noExplicitAny: every kind has a shape of its own, which the schemas check
  [more: string]: any
}

export interface Container {
  name: string
  image: string
  command: string[]
  ports?: { name: string; containerPort: number }[]
  env?: { name: string; value?: string }[]
  envFrom?: { configMapRef?: { name: string }; secretRef?: { name: string } }[]
  resources: Record<'requests' | 'limits', Record<string, string>>
  securityContext: Record<string, unknown>
  lifecycle?: { preStop?: { sleep?: { seconds: number } } }
  startupProbe?: Probe
  readinessProbe?: Probe
  livenessProbe?: Probe
  volumeMounts: { name: string; mountPath: string }[]
}
export interface Probe {
  httpGet?: { path: string; port: string }
  tcpSocket?: { port: string }
  exec?: { command: string[] }
}

export type Environment = 'staging' | 'production'

/** Whether `kubectl` is on this machine; it renders without a cluster. */
export function hasKubectl(): boolean {
  return spawnSync('kubectl', ['kustomize', '--help'], { stdio: 'ignore' }).status === 0
}

/** What would be applied: the overlay as `kubectl kustomize` renders it. */
export function renderOverlay(environment: Environment): Manifest[] {
  const folder = join(import.meta.dirname, 'overlays', environment)
  const rendered = spawnSync('kubectl', ['kustomize', folder], { encoding: 'utf8', timeout: 60_000 })
  if (rendered.status !== 0) throw new Error(`kubectl does not render ${folder}: ${rendered.stderr}`)
  return parseAllDocuments(rendered.stdout).map((document) => document.toJS() as Manifest)
}

/** The pods that a manifest asks for, if it does. */
export function podOf(manifest: Manifest): Manifest['spec'] | undefined {
  const { kind, spec } = manifest
  if (['Deployment', 'StatefulSet', 'Job'].includes(kind)) return spec.template.spec
  if (kind === 'CronJob') return spec.jobTemplate.spec.template.spec
  return undefined
}
