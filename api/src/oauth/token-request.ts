import { ASSERTION_TYPE, type ClientCredential } from '@sec-latent/core/identity/client-authentication'

export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'

/** A refusal in the words of RFC 6749, 5.2. */
export class OAuthRefusal extends Error {
  override name = 'OAuthRefusal'
  readonly code: OAuthErrorCode
  constructor(code: OAuthErrorCode, description: string) {
    super(description)
    this.code = code
  }
}

const CLIENT_NAMES = ['client_id', 'client_secret', 'client_assertion', 'client_assertion_type']
const MAX_VALUE_CHARS = 4_096
const SCOPE_PATTERN = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/

type FormValue = (name: string) => string | undefined

/** The values of a form, each of which may be there once (RFC 6749, 3.2). An empty one counts as one that is not there. */
function valuesOf(form: URLSearchParams, names: readonly string[]): FormValue {
  for (const name of [...CLIENT_NAMES, ...names]) {
    const values = form.getAll(name)
    if (values.length > 1) throw new OAuthRefusal('invalid_request', `${name} is there more than once.`)
    if ((values[0]?.length ?? 0) > MAX_VALUE_CHARS)
      throw new OAuthRefusal('invalid_request', `${name} is too long.`)
  }
  return (name) => form.get(name) || undefined
}

/** A token request as it was asked. Throws `OAuthRefusal`. */
export function readTokenRequest(
  form: URLSearchParams,
  authorization: string | undefined,
): { credential: ClientCredential; scopes: string[] | undefined } {
  const value = valuesOf(form, ['grant_type', 'scope'])
  const credential = credentialOf(value, authorization)
  const grant = value('grant_type')
  if (grant === undefined) throw new OAuthRefusal('invalid_request', 'grant_type is missing.')
  if (grant !== 'client_credentials') {
    throw new OAuthRefusal('unsupported_grant_type', 'The only grant type is client_credentials.')
  }
  const scope = value('scope')
  if (scope !== undefined && !SCOPE_PATTERN.test(scope)) {
    throw new OAuthRefusal('invalid_scope', 'scope is a list of scopes, separated by single spaces.')
  }
  return { credential, scopes: scope === undefined ? undefined : [...new Set(scope.split(' '))] }
}

/** A request to take a token back (RFC 7009, 2.1); there is one kind of token, so what the hint says does not matter. */
export function readRevocationRequest(
  form: URLSearchParams,
  authorization: string | undefined,
): { credential: ClientCredential; token: string } {
  const value = valuesOf(form, ['token', 'token_type_hint'])
  const credential = credentialOf(value, authorization)
  const token = value('token')
  if (token === undefined) throw new OAuthRefusal('invalid_request', 'token is missing.')
  return { credential, token }
}

function credentialOf(value: FormValue, authorization: string | undefined): ClientCredential {
  const client_id = value('client_id')
  const secret = value('client_secret')
  const assertion = value('client_assertion')
  const ways = [authorization, secret, assertion].filter((one) => one !== undefined).length
  if (ways > 1) throw new OAuthRefusal('invalid_request', 'The client says who it is in more than one way.')
  if (assertion !== undefined) {
    if (value('client_assertion_type') !== ASSERTION_TYPE) {
      throw new OAuthRefusal('invalid_request', `client_assertion_type must be ${ASSERTION_TYPE}.`)
    }
    return { method: 'private_key_jwt', client_id, assertion }
  }
  if (authorization !== undefined) {
    const basic = readBasic(authorization)
    if (client_id !== undefined && client_id !== basic?.client_id) {
      throw new OAuthRefusal(
        'invalid_request',
        'client_id names another client than the Authorization header.',
      )
    }
    if (!basic) throw unknownClient()
    return { method: 'client_secret_basic', ...basic }
  }
  if (client_id === undefined || secret === undefined) throw unknownClient()
  return { method: 'client_secret_post', client_id, client_secret: secret }
}

/** Name and secret of a Basic header; RFC 6749 2.3.1 has both percent-encoded before they are joined. */
function readBasic(header: string): { client_id: string; client_secret: string } | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(header) ?? []
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 1) return undefined
  try {
    const decode = (part: string) => decodeURIComponent(part.replaceAll('+', ' '))
    return { client_id: decode(text.slice(0, colon)), client_secret: decode(text.slice(colon + 1)) }
  } catch {
    return undefined
  }
}

/** The one answer for clients that are not there, not themselves, or not allowed. */
export function unknownClient(): OAuthRefusal {
  return new OAuthRefusal('invalid_client', 'The client is unknown or its credential is wrong.')
}
