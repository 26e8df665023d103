import { spawn } from 'node:child_process'
import type { OwnImage } from '../images/images.ts'

const TIMEOUT_MS = 15_000
/** Longer than a deployment is given to become ready, in its manifest. */
const ROLLOUT_SECONDS = 330

/** Where our images run. */
export interface Platform {
  /** Runs this image from now on, and returns when it does. Throws when it does not become well; then the old one still runs. */
  run(image: OwnImage, reference: string): Promise<void>
}

/** What the images are called as services. */
const DEPLOYMENTS: Record<OwnImage, string> = {
  api: 'api',
  workers: 'workers',
  scheduler: 'scheduler',
  'docs-site': 'portal',
}

/** Kubernetes through `kubectl`, with whatever it is configured for. */
export function kubernetes({
  namespace,
  program = 'kubectl',
}: {
  namespace: string
  program?: string
}): Platform {
  return {
    async run(image, reference) {
      const name = DEPLOYMENTS[image]
      const where = ['--namespace', namespace]
      await execute(program, ['set', 'image', `deployment/${name}`, `${name}=${reference}`, ...where])
      await execute(program, [
        'rollout',
        'status',
        `deployment/${name}`,
        `--timeout=${ROLLOUT_SECONDS}s`,
        ...where,
      ])
    },
  }
}

async function execute(program: string, args: string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const timer = setTimeout(() => child.kill(), (ROLLOUT_SECONDS + 30) * 1000)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', resolve)
    })
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}.`)
  } finally {
    clearTimeout(timer)
  }
}

export interface RailwaySettings {
  url: string
  token: string
  environmentId: string
  /** How often and for how long a deployment is looked at. */
  lookMs?: number
  patienceMs?: number
}

/**
 * Railway through its public GraphQL API: the service gets the image as its source, and the new deployment is watched until it is
 * well. One that fails its health check never gets traffic. Never run against Railway itself.
 */
export function railway({
  url,
  token,
  environmentId,
  lookMs = 5_000,
  patienceMs = ROLLOUT_SECONDS * 1000,
}: RailwaySettings): Platform {
  async function ask(query: string, variables: object): Promise<Record<string, unknown>> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'project-access-token': token },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    })
    const answer = (await response.json().catch(() => ({}))) as {
      data?: Record<string, unknown>
      errors?: { message?: string }[]
    }
    // GraphQL reports what went wrong with status 200.
    const [error] = answer.errors ?? []
    if (!response.ok || error || !answer.data)
      throw new Error(`Railway answered ${response.status}: ${error?.message ?? 'no reason given'}`)
    return answer.data
  }

  async function serviceId(name: string): Promise<string> {
    const data = (await ask(
      `query Services($id: String!) {
        environment(id: $id) { serviceInstances { edges { node { serviceId serviceName } } } }
      }`,
      { id: environmentId },
    )) as {
      environment: { serviceInstances: { edges: { node: { serviceId: string; serviceName: string } }[] } }
    }
    const found = data.environment.serviceInstances.edges.find(({ node }) => node.serviceName === name)
    if (!found) throw new Error(`Railway has no service "${name}" here`)
    return found.node.serviceId
  }

  async function untilWell(deploymentId: string, name: string): Promise<void> {
    const deadline = Date.now() + patienceMs
    for (;;) {
      const { deployment } = (await ask('query Deployment($id: String!) { deployment(id: $id) { status } }', {
        id: deploymentId,
      })) as { deployment: { status: string } }
      if (deployment.status === 'SUCCESS') return
      if (['FAILED', 'CRASHED', 'REMOVED', 'SKIPPED'].includes(deployment.status))
        throw new Error(`${name} did not become well: its deployment is ${deployment.status}.`)
      if (Date.now() > deadline) throw new Error(`${name} is still ${deployment.status}.`)
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    }
  }

  return {
    async run(image, reference) {
      const id = await serviceId(image)
      const where = { serviceId: id, environmentId }
      await ask(
        `mutation Source($serviceId: String!, $environmentId: String!, $input: ServiceInstanceUpdateInput!) {
          serviceInstanceUpdate(serviceId: $serviceId, environmentId: $environmentId, input: $input)
        }`,
        { ...where, input: { source: { image: reference } } },
      )
      const { serviceInstanceDeployV2: deployment } = await ask(
        `mutation Deploy($serviceId: String!, $environmentId: String!) {
          serviceInstanceDeployV2(serviceId: $serviceId, environmentId: $environmentId)
        }`,
        where,
      )
      await untilWell(String(deployment), image)
    },
  }
}
