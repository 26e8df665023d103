import { type Manifest, podOf } from './manifests.ts'

/** Where a connection may come from or go to: a name of pods, or one of these. */
export const WORLD = '(world)'
export type Edge = `${string} -> ${string}:${number}`

interface Peer {
  podSelector?: { matchLabels: Record<string, string> }
  namespaceSelector?: { matchLabels: Record<string, string> }
  ipBlock?: { cidr: string; except?: string[] }
}
interface Rule {
  from?: Peer[]
  to?: Peer[]
  ports?: { protocol: string; port: number }[]
}

const NAME = 'app.kubernetes.io/name'
const NAMESPACE = 'kubernetes.io/metadata.name'

/**
 * Every connection the policies let through: both ends must agree where both are ours. A pod that no policy selects may do
 * anything, as Kubernetes has it.
 */
export function edgesOf(manifests: Manifest[]): Edge[] {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy')
  const pods = manifests.flatMap((one) => (podOf(one) ? [labelOf(one)] : []))
  const ports = new Map(
    manifests.flatMap((one) => (podOf(one) ? [[labelOf(one), portsOf(one)] as const] : [])),
  )
  const edges = new Set<Edge>()
  for (const target of pods) {
    for (const port of ports.get(target) ?? []) {
      for (const source of [...pods, WORLD, ...namespacesOf(policies)]) {
        const isOurs = pods.includes(source)
        if (
          allows(policies, 'Ingress', target, source, port) &&
          (!isOurs || allows(policies, 'Egress', source, target, port))
        )
          edges.add(`${source} -> ${target}:${port}`)
      }
    }
  }
  for (const source of pods) {
    for (const port of [22, 25, 53, 80, 443, 5432, 6379]) {
      if (allows(policies, 'Egress', source, WORLD, port)) edges.add(`${source} -> ${WORLD}:${port}`)
    }
    for (const namespace of namespacesOf(policies)) {
      for (const port of [443, 4318, 8005, 9090])
        if (allows(policies, 'Egress', source, namespace, port))
          edges.add(`${source} -> ${namespace}:${port}`)
    }
  }
  return [...edges].sort()
}

function allows(
  policies: Manifest[],
  direction: 'Ingress' | 'Egress',
  pod: string,
  other: string,
  port: number,
): boolean {
  const about = policies.filter(
    ({ spec }) => spec.policyTypes.includes(direction) && selects(spec.podSelector, pod),
  )
  if (about.length === 0) return true
  const rules = about.flatMap(
    ({ spec }) => (direction === 'Ingress' ? spec.ingress : spec.egress) ?? [],
  ) as Rule[]
  return rules.some((rule) => {
    const peers = (direction === 'Ingress' ? rule.from : rule.to) ?? []
    const open = peers.length === 0 || peers.some((peer) => isPeer(peer, other))
    return open && (rule.ports === undefined || rule.ports.some((one) => one.port === port))
  })
}

function selects(selector: { matchLabels?: Record<string, string> } | undefined, pod: string): boolean {
  const labels = Object.entries(selector?.matchLabels ?? {})
  return labels.every(([label, value]) => label === NAME && value === pod)
}

function isPeer({ podSelector, namespaceSelector, ipBlock }: Peer, other: string): boolean {
  if (ipBlock) return other === WORLD
  if (namespaceSelector) return other === namespaceName(namespaceSelector)
  return other !== WORLD && !other.startsWith('(') && selects(podSelector, other)
}

function namespacesOf(policies: Manifest[]): string[] {
  const peers = policies.flatMap(({ spec }) =>
    [...((spec.ingress ?? []) as Rule[]), ...((spec.egress ?? []) as Rule[])].flatMap(
      ({ from = [], to = [] }) => [...from, ...to],
    ),
  )
  return [
    ...new Set(
      peers.flatMap(({ namespaceSelector }) => (namespaceSelector ? [namespaceName(namespaceSelector)] : [])),
    ),
  ]
}

function namespaceName({ matchLabels }: { matchLabels: Record<string, string> }): string {
  return `(namespace ${matchLabels[NAMESPACE]})`
}

function labelOf({ kind, spec }: Manifest): string {
  const template = kind === 'CronJob' ? spec.jobTemplate.spec.template : spec.template
  return template.metadata.labels[NAME]
}

function portsOf(manifest: Manifest): number[] {
  const containers = podOf(manifest).containers as { ports?: { containerPort: number }[] }[]
  return containers.flatMap(({ ports = [] }) => ports.map(({ containerPort }) => containerPort))
}
