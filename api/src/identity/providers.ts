import { Type } from 'typebox'
import { Value } from 'typebox/value'

const Provider = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9-]{1,31}$' }),
    name: Type.Optional(Type.String({ maxLength: 60 })),
    /** The issuer; its `/.well-known/openid-configuration` says the rest. */
    issuer: Type.String({ pattern: '^https?://' }),
    client_id: Type.String({ minLength: 1 }),
    client_secret: Type.String({ minLength: 1 }),
    scopes: Type.Optional(Type.Array(Type.String())),
  },
  { additionalProperties: false },
)

/** A sign-in provider that speaks OpenID Connect. */
export interface OidcProvider {
  id: string
  name?: string
  issuer: string
  client_id: string
  client_secret: string
  scopes?: string[]
}

/** Who people may sign in with, besides e-mail. */
export interface SignInProviders {
  oidc: OidcProvider[]
  github: { client_id: string; client_secret: string } | undefined
  google: { client_id: string; client_secret: string } | undefined
}

/** Reads the settings of the providers. Throws an error that says which one is wrong, never with a secret in it. */
export function parseProviders(settings: {
  AUTH_OIDC_PROVIDERS?: string
  GITHUB_CLIENT_ID?: string
  GITHUB_CLIENT_SECRET?: string
  GOOGLE_CLIENT_ID?: string
  GOOGLE_CLIENT_SECRET?: string
}): SignInProviders {
  return {
    oidc: parseOidc(settings.AUTH_OIDC_PROVIDERS),
    github: pairOf('GITHUB', settings.GITHUB_CLIENT_ID, settings.GITHUB_CLIENT_SECRET),
    google: pairOf('GOOGLE', settings.GOOGLE_CLIENT_ID, settings.GOOGLE_CLIENT_SECRET),
  }
}

function pairOf(name: string, client_id: string | undefined, client_secret: string | undefined) {
  if (client_id === undefined && client_secret === undefined) return undefined
  if (client_id === undefined || client_secret === undefined) {
    throw new Error(`${name}_CLIENT_ID and ${name}_CLIENT_SECRET belong together`)
  }
  return { client_id, client_secret }
}

function parseOidc(setting: string | undefined): OidcProvider[] {
  if (setting === undefined) return []
  let value: unknown
  try {
    value = JSON.parse(setting)
  } catch {
    throw new Error('AUTH_OIDC_PROVIDERS is not JSON')
  }
  if (!Array.isArray(value)) throw new Error('AUTH_OIDC_PROVIDERS is a list')
  for (const [index, one] of value.entries()) {
    if (!Value.Check(Provider, one)) {
      throw new Error(
        `AUTH_OIDC_PROVIDERS[${index}] needs id (a-z0-9-), issuer, client_id and client_secret, and may have name and scopes`,
      )
    }
  }
  const providers = value as OidcProvider[]
  const ids = providers.map((one) => one.id)
  if (new Set([...ids, 'github', 'google']).size !== ids.length + 2) {
    throw new Error('AUTH_OIDC_PROVIDERS names a provider twice, or one that has settings of its own')
  }
  return providers
}
