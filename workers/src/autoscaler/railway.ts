import { type Static, type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'

const TIMEOUT_MS = 15_000

/** Whoever runs the replicas of services. */
export interface Platform {
  /** How many replicas each service has. */
  replicas(): Promise<Map<string, number>>
  setReplicas(service: string, change: { from: number; to: number }): Promise<void>
}

export interface RailwaySettings {
  url: string
  token: string
  environmentId: string
}

const Instances = Type.Object({
  environment: Type.Object({
    serviceInstances: Type.Object({
      edges: Type.Array(
        Type.Object({
          node: Type.Object({
            serviceId: Type.String(),
            serviceName: Type.String(),
            numReplicas: Type.Union([Type.Integer(), Type.Null()]),
          }),
        }),
      ),
    }),
  }),
})

/**
 * Railway through its public GraphQL API. A changed count takes effect with the next deployment, so one is asked for: Railway
 * starts the same image again and ends the old replicas after the overlap. Written from the queries of Railway's own
 * command line; never run against Railway itself.
 */
export function railwayPlatform({ url, token, environmentId }: RailwaySettings): Platform {
  const ids = new Map<string, string>()

  async function ask<T extends TSchema>(schema: T, query: string, variables: object): Promise<Static<T>> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'project-access-token': token },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    })
    const answer = (await response.json().catch(() => ({}))) as {
      data?: unknown
      errors?: { message?: string }[]
    }
    // GraphQL reports what went wrong with status 200.
    const [error] = answer.errors ?? []
    if (!response.ok || error)
      throw new Error(`Railway answered ${response.status}: ${error?.message ?? 'no reason given'}`)
    if (!Value.Check(schema, answer.data)) throw new Error('Railway answered in another shape than expected')
    return answer.data
  }

  return {
    async replicas() {
      const { environment } = await ask(
        Instances,
        `query Replicas($id: String!) {
          environment(id: $id) { serviceInstances { edges { node { serviceId serviceName numReplicas } } } }
        }`,
        { id: environmentId },
      )
      const nodes = environment.serviceInstances.edges.map(({ node }) => node)
      for (const { serviceName, serviceId } of nodes) ids.set(serviceName, serviceId)
      return new Map(nodes.map(({ serviceName, numReplicas }) => [serviceName, numReplicas ?? 1]))
    },

    async setReplicas(service, { from, to }) {
      const variables = { serviceId: ids.get(service), environmentId }
      if (variables.serviceId === undefined) throw new Error(`Railway has no service "${service}" here`)
      const update = (numReplicas: number) =>
        ask(
          Type.Object({ serviceInstanceUpdate: Type.Literal(true) }),
          `mutation Scale($serviceId: String!, $environmentId: String!, $input: ServiceInstanceUpdateInput!) {
            serviceInstanceUpdate(serviceId: $serviceId, environmentId: $environmentId, input: $input)
          }`,
          { ...variables, input: { numReplicas } },
        )
      await update(to)
      try {
        await ask(
          Type.Object({ serviceInstanceRedeploy: Type.Literal(true) }),
          `mutation Redeploy($serviceId: String!, $environmentId: String!) {
            serviceInstanceRedeploy(serviceId: $serviceId, environmentId: $environmentId)
          }`,
          variables,
        )
      } catch (error) {
        // Else it would look as if it were done, and nobody would deploy it.
        await update(from)
        throw error
      }
    },
  }
}
