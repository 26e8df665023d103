import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto'

const SECRET_BYTES = 32
const SECRET_PREFIX = 'whsec_'
const PUBLIC_PREFIX = 'whpk_'
/** What comes before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_KEY_BYTES = 32

/** What an endpoint's messages are signed with: a secret that both sides know, and a key of which the other knows half. */
export interface SigningSecret {
  /** `whsec_` and 32 bytes in base64; shown once. */
  secret: string
  /** The Ed25519 private key, 32 bytes in base64; never shown. */
  private_key: string
}

export function newSigningSecret(): SigningSecret {
  const { privateKey } = generateKeyPairSync('ed25519')
  const der = privateKey.export({ type: 'pkcs8', format: 'der' })
  return {
    secret: SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64'),
    private_key: der.subarray(PKCS8_HEADER.length).toString('base64'),
  }
}

/** The half of the key that receivers may know: `whpk_` and 32 bytes in base64. */
export function publicKeyOf(secret: SigningSecret): string {
  const der = createPublicKey(privateKeyOf(secret)).export({ type: 'spki', format: 'der' })
  return PUBLIC_PREFIX + der.subarray(-PUBLIC_KEY_BYTES).toString('base64')
}

/**
 * The headers of one attempt (Standard Webhooks): `v1` is HMAC-SHA-256, `v1a` Ed25519, over `id.timestamp.body`. While a
 * rotation lasts there is one of each per secret; a receiver accepts when any matches.
 */
export function signatureHeaders(
  message: { id: string; body: string; at: Date },
  secrets: readonly SigningSecret[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(message.at.getTime() / 1_000))
  const content = `${message.id}.${timestamp}.${message.body}`
  const symmetric = secrets.map(({ secret }) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
  })
  const asymmetric = secrets.map(
    (secret) => `v1a,${sign(null, Buffer.from(content), privateKeyOf(secret)).toString('base64')}`,
  )
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': [...symmetric, ...asymmetric].join(' '),
  }
}

function privateKeyOf({ private_key }: SigningSecret) {
  const key = Buffer.concat([PKCS8_HEADER, Buffer.from(private_key, 'base64')])
  return createPrivateKey({ key, type: 'pkcs8', format: 'der' })
}
