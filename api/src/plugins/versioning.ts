import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { API_VERSIONS, type ApiVersion, CURRENT_VERSION } from '../version.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The version of the wire behaviour this request is answered in. */
    apiVersion: ApiVersion
  }
}

/** Which version answers: the one the request names, else the one its key is pinned to, else the current one. */
export const versioning = fp(
  async (app: FastifyInstance) => {
    app.decorateRequest('apiVersion', CURRENT_VERSION)
    app.addHook('onRequest', async (request, reply) => {
      const pinned = request.account?.api_version
      if (pinned == null && request.headers['latent-version'] === undefined) return
      request.apiVersion = versionOf(request.headers['latent-version'], pinned)
      reply.header('latent-version', request.apiVersion)
    })
  },
  { name: 'versioning', dependencies: ['transport', 'auth'] },
)

/** A pinned version that is gone is answered by the oldest one there is: it differs least. */
export function versionOf(
  asked: FastifyRequest['headers'][string],
  pinned: string | null | undefined,
  versions: readonly ApiVersion[] = API_VERSIONS,
): ApiVersion {
  const wish = asked ?? pinned
  if (wish == null) return versions.at(-1) as ApiVersion
  return versions.find((version) => version === wish) ?? (versions[0] as ApiVersion)
}
