import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { apiSettings } from '../../api/src/config.ts'
import { workerSettings } from '../../workers/src/config.ts'
import { queueDashboardSettings } from '../../workers/src/queue-dashboard/config.ts'
import { IMAGES, OWN_IMAGES } from '../images/images.ts'
import { configurations } from './configurations.ts'
import {
  type Container,
  type Environment,
  hasKubectl,
  type Manifest,
  podOf,
  renderOverlay,
} from './manifests.ts'
import { edgesOf, WORLD } from './network-graph.ts'
import { faultsOf } from './schemas.ts'

const notInstalled = hasKubectl()
  ? ''
  : ' (skipped: there is no kubectl on this machine, which renders the overlays)'
/** What the architecture promises: processors, memory, replicas from and to. */
const SIZES: Record<string, [cpu: string, memory: string]> = {
  portal: ['500m', '512Mi'],
  api: ['1', '2Gi'],
  workers: ['2', '4Gi'],
  scheduler: ['250m', '256Mi'],
  postgres: ['2', '4Gi'],
  'redis-queue': ['1', '2Gi'],
  'redis-cache': ['1', '2Gi'],
}
const REPLICAS: Record<string, [least: number, most: number]> = {
  portal: [2, 4],
  api: [2, 6],
  workers: [2, 8],
}
/** Seconds a program takes at most to end after SIGTERM, beside its drain. */
const PATIENCE: Record<string, number> = {
  api: 25,
  workers: 25,
  scheduler: 25,
  'queue-dashboard': 25,
  portal: 25,
  edge: 60,
  pgbouncer: 5,
}
/** One of each: without it for a moment nothing is lost. */
const ALONE = ['scheduler', 'queue-dashboard']
/** Everything that may talk to anything. */
const EDGES = [
  '(namespace monitoring) -> api:9090',
  '(namespace monitoring) -> scheduler:8001',
  '(namespace monitoring) -> workers:8001',
  `${WORLD} -> edge:8443`,
  'api -> (namespace monitoring):4318',
  `api -> ${WORLD}:443`,
  'api -> pgbouncer:6432',
  'api -> redis-cache:6379',
  `backup -> ${WORLD}:443`,
  'backup -> pgbouncer:6432',
  'backup -> postgres:5432',
  'backup -> redis-queue:6379',
  'edge -> api:8000',
  'edge -> portal:3000',
  'migrations -> postgres:5432',
  'pgbouncer -> postgres:5432',
  'portal -> api:8000',
  `postgres -> ${WORLD}:443`,
  'queue-dashboard -> redis-queue:6379',
  `restore-drill -> ${WORLD}:443`,
  'restore-drill -> pgbouncer:6432',
  'scheduler -> (namespace monitoring):4318',
  `scheduler -> ${WORLD}:443`,
  'scheduler -> pgbouncer:6432',
  'scheduler -> redis-cache:6379',
  'scheduler -> redis-queue:6379',
  'workers -> (namespace monitoring):4318',
  `workers -> ${WORLD}:443`,
  'workers -> pgbouncer:6432',
  'workers -> redis-cache:6379',
  'workers -> redis-queue:6379',
]

test('the configurations that the manifests carry are what is rendered: npm run kubernetes:render', () => {
  for (const [path, text] of Object.entries(configurations()))
    expect(readFileSync(join(import.meta.dirname, path), 'utf8') === text, path).toBe(true)
})

describe.skipIf(notInstalled !== '')(`the manifests${notInstalled}`, () => {
  describe.each(['staging', 'production'] as const)('of %s', (environment: Environment) => {
    let all: Manifest[]
    let workloads: { name: string; manifest: Manifest; pod: Manifest['spec']; container: Container }[]
    const ofKind = (kind: string) => all.filter((one) => one.kind === kind)
    const lasting = () =>
      workloads.filter(({ manifest }) => ['Deployment', 'StatefulSet'].includes(manifest.kind))
    beforeAll(() => {
      all = renderOverlay(environment)
      workloads = all.flatMap((manifest) => {
        const pod = podOf(manifest)
        return pod
          ? [{ name: manifest.metadata.name, manifest, pod, container: pod.containers[0] as Container }]
          : []
      })
    })

    test('fit the schemas of their kinds and name no field that is none', () => {
      expect(all.length).toBeGreaterThan(60)
      for (const manifest of all)
        expect(faultsOf(manifest), `${manifest.kind} ${manifest.metadata.name}`).toEqual([])
    })

    test('lie in one namespace, which takes only pods under the restricted standard', () => {
      const [namespace, ...others] = ofKind('Namespace')
      expect(others).toEqual([])
      expect(namespace?.metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' })
      const elsewhere = all.filter(
        ({ kind, metadata }) => kind !== 'Namespace' && metadata.namespace !== namespace?.metadata.name,
      )
      expect(elsewhere).toEqual([])
    })

    test('keep to that standard, with read-only file systems and no token of the cluster', () => {
      for (const { name, pod } of workloads) {
        expect(pod, name).toMatchObject({
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        })
        expect(pod.securityContext.runAsUser, name).toBeGreaterThan(0)
        for (const field of ['hostNetwork', 'hostPID', 'hostIPC', 'initContainers'])
          expect(pod[field], name).toBeUndefined()
        expect(
          pod.volumes.filter((volume: object) => 'hostPath' in volume),
          name,
        ).toEqual([])
        expect(pod.containers.length, name).toBe(1)
        for (const { securityContext, ports = [] } of pod.containers) {
          expect(securityContext, name).toEqual({
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          })
          for (const port of ports) expect(port, name).not.toHaveProperty('hostPort')
        }
      }
    })

    test('give each workload an account of its own that may do nothing', () => {
      const accounts = new Set(ofKind('ServiceAccount').map(({ metadata }) => metadata.name))
      for (const account of ofKind('ServiceAccount')) expect(account.automountServiceAccountToken).toBe(false)
      for (const { name, pod } of workloads) {
        expect(pod.serviceAccountName).toBe(name)
        expect(accounts.has(name), name).toBe(true)
      }
      for (const kind of ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'])
        expect(ofKind(kind)).toEqual([])
    })

    test('run listed images by digest, and ours by the tag of a release', () => {
      const ours = [...OWN_IMAGES, 'recovery'].join('|')
      for (const { name, container } of workloads) {
        const listed = (Object.values(IMAGES) as string[]).includes(container.image)
        if (!listed)
          expect(container.image, name).toMatch(new RegExp(`/sec-latent/(${ours}):v\\d+\\.\\d+\\.\\d+$`))
      }
    })

    test('give what serves or works the processors and the memory of the architecture', () => {
      for (const [name, [cpu, memory]] of Object.entries(SIZES)) {
        const found = workloads.find((one) => one.name === name)?.container.resources
        expect(found?.limits, name).toMatchObject({ cpu, memory, 'ephemeral-storage': '20Gi' })
        expect(found?.requests.memory, name).toBe(memory)
      }
      for (const { name, container } of workloads)
        expect(Object.keys(container.resources.limits).sort(), name).toEqual([
          'cpu',
          'ephemeral-storage',
          'memory',
        ])
    })

    test('scale within the bounds and by the triggers of the architecture', () => {
      const scaled = Object.fromEntries(
        ofKind('HorizontalPodAutoscaler').map(({ metadata, spec }) => [metadata.name, spec]),
      )
      expect(Object.keys(scaled).sort()).toEqual(Object.keys(REPLICAS).sort())
      for (const [name, [least, most]] of Object.entries(REPLICAS)) {
        const bounds = environment === 'production' ? [least, most] : [1, 2]
        expect([scaled[name].minReplicas, scaled[name].maxReplicas], name).toEqual(bounds)
        // At most one step in five minutes, and down only after fifteen quiet ones.
        expect(scaled[name].behavior.scaleDown.stabilizationWindowSeconds, name).toBe(900)
        for (const direction of ['scaleUp', 'scaleDown'])
          expect(scaled[name].behavior[direction].policies, name).toEqual([
            { type: 'Pods', value: 1, periodSeconds: 300 },
          ])
      }
      const triggers = JSON.stringify(Object.values(scaled).map(({ metrics }) => metrics))
      expect(scaled.portal.metrics[0].resource).toEqual({
        name: 'cpu',
        target: { type: 'Utilization', averageUtilization: 70 },
      })
      expect(scaled.portal.behavior.scaleUp.stabilizationWindowSeconds).toBe(300)
      expect(scaled.api.metrics[0].external).toMatchObject({
        metric: { name: 'http_requests_waiting' },
        target: { value: '100' },
      })
      expect(scaled.workers.metrics[0].external).toMatchObject({
        metric: { name: 'queue_jobs' },
        target: { value: '1000' },
      })
      expect(triggers).not.toContain('AverageValue')
    })

    test('ask three questions of what lasts, and restart nothing because a database is away', () => {
      for (const { name, container } of lasting()) {
        const { startupProbe, readinessProbe, livenessProbe } = container
        for (const probe of [startupProbe, readinessProbe, livenessProbe]) expect(probe, name).toBeDefined()
        expect(livenessProbe?.httpGet?.path ?? '/livez', name).toMatch(/^\/(livez|api\/health)$/)
        if (['api', 'workers', 'scheduler'].includes(name)) {
          expect(readinessProbe?.httpGet?.path, name).toBe('/readyz')
          expect(startupProbe?.httpGet?.path, name).toBe('/livez')
        }
      }
    })

    test('replace without a gap: a new pod first, the old one out of the way before it ends', () => {
      for (const { name, manifest, pod, container } of workloads.filter(
        (one) => one.manifest.kind === 'Deployment',
      )) {
        expect(manifest.spec.strategy, name).toEqual({
          type: 'RollingUpdate',
          rollingUpdate: { maxUnavailable: 0, maxSurge: 1 },
        })
        expect(manifest.spec.minReadySeconds, name).toBeGreaterThan(0)
        expect(manifest.spec.revisionHistoryLimit, name).toBe(10)
        const sleep = container.lifecycle?.preStop?.sleep?.seconds ?? 0
        expect(sleep, name).toBeGreaterThanOrEqual(5)
        const drain = name === 'api' ? Number(settingsOf(all, 'api-settings').DRAIN_SECONDS) : 0
        expect(pod.terminationGracePeriodSeconds, name).toBeGreaterThan(
          sleep + drain + (PATIENCE[name] as number),
        )
      }
    })

    test('spread over machines, and lose one pod at a time to their maintenance', () => {
      const guarded = new Set(
        ofKind('PodDisruptionBudget').map(({ spec }) => spec.selector.matchLabels['app.kubernetes.io/name']),
      )
      for (const budget of ofKind('PodDisruptionBudget')) expect(budget.spec.maxUnavailable).toBe(1)
      for (const { name, pod } of workloads.filter((one) => one.manifest.kind === 'Deployment')) {
        if (!ALONE.includes(name)) expect(guarded.has(name), name).toBe(true)
        const [apart] = pod.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution
        expect(apart.podAffinityTerm).toMatchObject({
          topologyKey: 'kubernetes.io/hostname',
          labelSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
        })
      }
    })

    test('let through these connections and no others', () => {
      expect(edgesOf(all)).toEqual(EDGES)
    })

    test('leave no way from outside to the data that does not pass two programs of ours', () => {
      const edges = edgesOf(all).map((edge) => edge.split(' -> ') as [string, string])
      const reached = (from: string) =>
        edges.filter(([source]) => source === from).map(([, target]) => target.split(':')[0])
      expect(reached(WORLD)).toEqual(['edge'])
      const data = ['postgres', 'redis-queue', 'redis-cache', 'pgbouncer']
      expect(reached('edge').filter((target) => data.includes(target ?? ''))).toEqual([])
      expect(reached('portal').filter((target) => data.includes(target ?? ''))).toEqual([])
      const published = ofKind('Service').filter(({ spec }) => !['ClusterIP', undefined].includes(spec.type))
      expect(published.map(({ metadata }) => metadata.name)).toEqual(['edge'])
      expect(ofKind('Ingress')).toEqual([])
    })

    test('would show a way to the data if a policy were missing or too wide', () => {
      const without = (name: string) =>
        all.filter((one) => !(one.kind === 'NetworkPolicy' && one.metadata.name === name))
      expect(edgesOf(without('default-deny')).length).toBeGreaterThanOrEqual(EDGES.length)
      const open = [
        ...without('default-deny').filter(
          (one) => one.metadata.name !== 'postgres' || one.kind !== 'NetworkPolicy',
        ),
      ]
      expect(edgesOf(open)).toContain(`${WORLD} -> postgres:5432`)
    })

    test('hold no secret: what is secret comes from the store of the platform, each workload its own', () => {
      expect(ofKind('Secret')).toEqual([])
      for (const { data, metadata } of ofKind('ConfigMap'))
        expect(Object.keys(data).join(), metadata.name).not.toMatch(
          /SECRET|TOKEN|PASSWORD|PEPPER|KEY|_DSN|DATABASE_URL/,
        )
      const owner = workloads.filter(({ container }) =>
        JSON.stringify(container.envFrom ?? []).includes('owner-secrets'),
      )
      expect(owner.map(({ name }) => name)).toEqual(['migrations'])
      const users = (name: string) =>
        workloads.filter(({ pod }) => JSON.stringify(pod).includes(`"${name}"`)).map((one) => one.name)
      expect(users('api-secrets')).toEqual(['api'])
      expect(users('queue-dashboard-secrets')).toEqual(['queue-dashboard'])
      expect(users('pgbouncer-secrets')).toEqual(['pgbouncer'])
      expect(users('postgres-secrets')).toEqual(['postgres'])
    })

    test('refer to nothing that is not there', () => {
      const there = new Set([
        ...ofKind('ConfigMap').map(({ metadata }) => `configMap ${metadata.name}`),
        ...ofKind('ExternalSecret').map(({ metadata }) => `secret ${metadata.name}`),
        // Of the issuer of certificates.
        'secret edge-certificate',
      ])
      for (const { name, pod, container } of workloads) {
        for (const { configMapRef, secretRef } of container.envFrom ?? [])
          expect(
            there.has(configMapRef ? `configMap ${configMapRef.name}` : `secret ${secretRef?.name}`),
            name,
          ).toBe(true)
        for (const { configMap, secret } of pod.volumes) {
          if (configMap) expect(there.has(`configMap ${configMap.name}`), name).toBe(true)
          if (secret) expect(there.has(`secret ${secret.secretName}`), name).toBe(true)
        }
        const volumes = [...pod.volumes, ...(manifestOf(all, name).spec.volumeClaimTemplates ?? [])]
        const named = volumes.map((volume) => volume.name ?? volume.metadata.name)
        for (const mount of container.volumeMounts) expect(named, name).toContain(mount.name)
      }
      for (const { metadata, spec } of ofKind('Service')) {
        const target = workloads.find(({ name }) => name === spec.selector['app.kubernetes.io/name'])
        const names = target?.container.ports?.map((port) => port.name)
        for (const port of spec.ports) expect(names, metadata.name).toContain(port.targetPort)
      }
    })

    test('say to the processes only what they read', () => {
      const unknown = (name: string, schema: { properties: object }) =>
        Object.keys(settingsOf(all, name)).filter((key) => !(key in schema.properties))
      expect(unknown('api-settings', apiSettings)).toEqual([])
      expect(unknown('workers-settings', workerSettings)).toEqual([])
      expect(unknown('platform-settings', workerSettings)).toEqual([])
      expect(unknown('queue-dashboard-settings', queueDashboardSettings)).toEqual([])
      expect(settingsOf(all, 'platform-settings')).toMatchObject({
        LATENT_ENV: 'production',
        DATABASE_ROLES: 'off',
      })
      for (const name of ['api-settings', 'workers-settings'])
        expect(settingsOf(all, name).PORTAL_URL, name).toMatch(/^https:\/\//)
    })

    test('migrate once, before the new version, back up every night, and drill after it', () => {
      expect(manifestOf(all, 'migrations')).toMatchObject({
        kind: 'Job',
        metadata: { annotations: { 'argocd.argoproj.io/hook': 'PreSync' } },
        spec: { backoffLimit: 3 },
      })
      expect(manifestOf(all, 'backup')).toMatchObject({
        kind: 'CronJob',
        spec: { schedule: '0 2 * * *', concurrencyPolicy: 'Forbid' },
      })
      expect(manifestOf(all, 'restore-drill')).toMatchObject({
        kind: 'CronJob',
        spec: { schedule: '0 7 * * *', concurrencyPolicy: 'Forbid' },
      })
    })
  })
})

describe('the check of manifests finds', () => {
  const good = parse(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: a, labels: { "any.example/label": b } }
spec:
  replicas: 2
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a } }
    spec: { containers: [{ name: a, image: b, resources: { limits: { cpu: "1" } } }] }
`) as Manifest
  const changed = (change: (copy: Manifest) => void) => {
    const copy = structuredClone(good)
    change(copy)
    return faultsOf(copy).join()
  }

  test('nothing in a good one', () => {
    expect(faultsOf(good)).toEqual([])
  })
  test.each<[string, (copy: Manifest) => void, RegExp]>([
    ['text for a number', (copy) => (copy.spec.replicas = '2'), /replicas/],
    [
      'a field that is none',
      (copy) => (copy.spec.template.spec.containers[0].livenesProbe = {}),
      /livenesProbe is no field/,
    ],
    ['a missing field', (copy) => delete copy.spec.selector, /selector/],
    ['a version that is gone', (copy) => (copy.apiVersion = 'extensions/v1beta9'), /there is no Deployment/],
  ])('%s', (_, change, message) => {
    expect(changed(change)).toMatch(message)
  })
})

function manifestOf(all: Manifest[], name: string): Manifest {
  return all.find((one) => one.metadata.name === name && podOf(one) !== undefined) as Manifest
}

/** Of a config map whose name ends with a hash of its contents. */
function settingsOf(all: Manifest[], name: string): Record<string, string> {
  return all.find((one) => one.kind === 'ConfigMap' && one.metadata.name.startsWith(`${name}-`))?.data ?? {}
}
