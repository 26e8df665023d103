import { Type } from 'typebox'

export const TokenRequest = Type.Object(
  {
    grant_type: Type.Optional(
      Type.String({ description: 'Always `client_credentials`.', examples: ['client_credentials'] }),
    ),
    scope: Type.Optional(
      Type.String({
        description:
          'Scopes of the token, separated by spaces; at most those of the account. Default: all of them.',
        examples: ['filings:read signals:read'],
      }),
    ),
    client_id: Type.Optional(
      Type.String({ description: 'Id of the service account, when the secret is in the body.' }),
    ),
    client_secret: Type.Optional(
      Type.String({ description: 'Its secret. Better in an `Authorization: Basic` header.' }),
    ),
    client_assertion_type: Type.Optional(
      Type.String({
        description: '`urn:ietf:params:oauth:client-assertion-type:jwt-bearer`, with an assertion.',
      }),
    ),
    client_assertion: Type.Optional(
      Type.String({
        description:
          'A JWT (RFC 7523) signed by a registered key of the account: `iss` and `sub` its id, `aud` the issuer, `jti`, `iat`, `exp` within five minutes. Each works once.',
      }),
    ),
  },
  { description: 'A request for a token (RFC 6749, 4.4). Names that are not known are ignored.' },
)

const { grant_type: _grant, scope: _scope, ...clientFields } = TokenRequest.properties

export const RevocationRequest = Type.Object(
  {
    token: Type.Optional(Type.String({ description: 'The access token to take back.' })),
    token_type_hint: Type.Optional(
      Type.String({ description: '`access_token`, the only kind there is.', examples: ['access_token'] }),
    ),
    ...clientFields,
  },
  { description: 'A request to take a token back (RFC 7009, 2.1). Names that are not known are ignored.' },
)

export const Revocation = Type.Object({}, { $id: 'Revocation', description: 'Says nothing (RFC 7009, 2.2).' })

export const AccessToken = Type.Object(
  {
    access_token: Type.String({ description: 'The token (RFC 9068): `Authorization: Bearer …`.' }),
    token_type: Type.Literal('Bearer'),
    expires_in: Type.Integer({ description: 'Seconds for which it works.', examples: [600] }),
    scope: Type.String({ description: 'What it may do, separated by spaces.', examples: ['filings:read'] }),
  },
  { $id: 'AccessToken', description: 'A short-lived access token.' },
)

export const OAuthError = Type.Object(
  {
    error: Type.Unsafe<string>({
      type: 'string',
      enum: [
        'invalid_request',
        'invalid_client',
        'unauthorized_client',
        'unsupported_grant_type',
        'invalid_scope',
      ],
      description: 'What is wrong, by the names of RFC 6749.',
    }),
    error_description: Type.String({ description: 'The same as a sentence.' }),
  },
  { $id: 'OAuthError', description: 'A refused request for a token, or to take one back (RFC 6749, 5.2).' },
)

export const JsonWebKeySet = Type.Object(
  {
    keys: Type.Array(
      Type.Object({
        kty: Type.String({ description: 'Kind of key.', examples: ['EC'] }),
        crv: Type.String({ description: 'Curve.', examples: ['P-256'] }),
        x: Type.String({ description: 'Coordinate.' }),
        y: Type.String({ description: 'Coordinate.' }),
        kid: Type.String({ description: 'Name of the key, as tokens state it.' }),
        alg: Type.String({ description: 'What it signs with.', examples: ['ES256'] }),
        use: Type.String({ description: 'What it is for.', examples: ['sig'] }),
      }),
      { description: 'Keys whose tokens are good, newest first. There are two while keys change.' },
    ),
  },
  { $id: 'JsonWebKeySet', description: 'The public keys of access tokens (RFC 7517).' },
)

const names = (description: string) => Type.Array(Type.String(), { description })

export const AuthorizationServer = Type.Object(
  {
    issuer: Type.String({ description: '`iss` and `aud` of access tokens.' }),
    token_endpoint: Type.String({ description: 'Where tokens are.' }),
    revocation_endpoint: Type.String({ description: 'Where tokens are taken back.' }),
    jwks_uri: Type.String({ description: 'Where the public keys are.' }),
    response_types_supported: names('None: no browser is sent here.'),
    grant_types_supported: names('How tokens can be got.'),
    token_endpoint_auth_methods_supported: names('How programs say who they are.'),
    revocation_endpoint_auth_methods_supported: names('The same, when they take a token back.'),
    token_endpoint_auth_signing_alg_values_supported: names('What assertions may be signed with.'),
    scopes_supported: names('Every scope.'),
    service_documentation: Type.String({ description: 'The page about it.' }),
  },
  { $id: 'AuthorizationServer', description: 'What this authorization server can do (RFC 8414).' },
)
