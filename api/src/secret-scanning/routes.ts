import { parseKey } from '@sec-latent/core/accounts/key-format'
import type { Leak } from '@sec-latent/core/accounts/leaks'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { publicAccess } from '../openapi.ts'
import { parseJson } from '../plugins/json-body.ts'
import { ProblemError } from '../problems.ts'
import { publishedKeys } from './public-keys.ts'

export interface SecretScanningServices {
  /** False: it is no key of ours. */
  handleLeak: (leak: Leak) => Promise<boolean>
  /** Where GitHub publishes the keys it signs with. */
  keysUrl: string
}

export const GITHUB_KEYS_URL = 'https://api.github.com/meta/public_keys/secret_scanning'

/** Matches in one message; GitHub sends fewer. */
const MAX_MATCHES = 1_000
const MAX_URL_CHARS = 500
const BASE64 = /^[A-Za-z0-9+/=]{1,256}$/

interface Match {
  token: string
  type: string
  url: string | null
}

/**
 * GitHub's programme for secrets found in public repositories: it sends what looks like one of our keys, signed; we say of each
 * whether it is one, and end those that matter. Not part of the API of our customers.
 */
export const secretScanningRoutes: FastifyPluginAsync<SecretScanningServices> = async (
  app,
  { handleLeak, keysUrl },
) => {
  const published = publishedKeys(keysUrl)

  // The signature is over the bytes as they came.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => body,
  )

  app.post(
    '/internal/secret-scanning/github',
    { config: publicAccess(), schema: { hide: true } as never },
    async (request, reply) => {
      const body = await signedBody(request)
      const answers = []
      for (const match of matchesOf(body)) {
        const ours = parseKey(match.token) !== undefined
        const known = ours && (await handleLeak({ key: match.token, source: 'github', url: match.url }))
        answers.push({
          token_raw: match.token,
          token_type: match.type,
          label: known ? 'true_positive' : 'false_positive',
        })
      }
      return reply.header('cache-control', 'no-store').send(answers)
    },
  )

  /** The body, if GitHub sent it. */
  async function signedBody(request: FastifyRequest): Promise<Buffer> {
    const keyId = request.headers['github-public-key-identifier']
    const signature = request.headers['github-public-key-signature']
    const { body } = request
    const isComplete =
      typeof keyId === 'string' &&
      keyId.length <= 128 &&
      typeof signature === 'string' &&
      BASE64.test(signature) &&
      Buffer.isBuffer(body)
    if (!isComplete || !(await published.verify(keyId, signature, body))) {
      throw new ProblemError('invalid_key', { detail: 'The message is not signed with a published key.' })
    }
    return body
  }
}

function matchesOf(body: Buffer): Match[] {
  const list = parseJson(body)
  if (!Array.isArray(list) || list.length > MAX_MATCHES) {
    throw new ProblemError('invalid_json', {
      detail: `The body is a list of at most ${MAX_MATCHES} matches.`,
    })
  }
  return list.map((entry) => {
    const { token, type, url } = (entry ?? {}) as Record<string, unknown>
    if (typeof token !== 'string') throw new ProblemError('invalid_json', { detail: 'A match has no token.' })
    return {
      token,
      type: typeof type === 'string' ? type : 'sec_latent_api_key',
      url: typeof url === 'string' ? url.slice(0, MAX_URL_CHARS) : null,
    }
  })
}
