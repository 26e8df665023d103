import { createPrivateKey, createPublicKey, type JsonWebKey, sign, verify } from 'node:crypto'
import type { SealingKey } from '../secrets/seal.ts'

/** DER of a PKCS #8 Ed25519 private key (RFC 8410) up to its 32 bytes. */
export const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A signed statement cannot be believed. */
export class StatementError extends Error {
  override name = 'StatementError'
}

/**
 * Signs statements as compact JWS with Ed25519 (RFC 7515, RFC 8037). The first key signs, all of them are believed, so a key
 * can be replaced while what it signed still counts.
 */
export function statementSigner(keys: readonly [SealingKey, ...SealingKey[]]) {
  const pairs = keys.map(({ key_id, key }) => {
    const privateKey = createPrivateKey({
      key: Buffer.concat([PKCS8_HEAD, key]),
      format: 'der',
      type: 'pkcs8',
    })
    return { key_id, privateKey, publicKey: createPublicKey(privateKey) }
  })
  const [current] = pairs as [(typeof pairs)[number]]
  const jwkOf = ({ key_id, publicKey }: (typeof pairs)[number]): JsonWebKey => ({
    ...publicKey.export({ format: 'jwk' }),
    kid: key_id,
    alg: 'EdDSA',
    use: 'sig',
  })

  return {
    sign(statement: object): string {
      const header = encode({ alg: 'EdDSA', kid: current.key_id, jwk: jwkOf(current) })
      const signed = `${header}.${encode(statement)}`
      return `${signed}.${sign(null, Buffer.from(signed), current.privateKey).toString('base64url')}`
    },

    /** What was signed. Throws `StatementError` when it was not one of our keys that signed it. */
    read<T>(jws: string): T {
      const [header = '', payload = '', signature = ''] = jws.split('.')
      const pair = pairs.find(({ key_id }) => key_id === decode<{ kid?: string }>(header)?.kid)
      const signed = Buffer.from(`${header}.${payload}`)
      if (!pair || !verify(null, signed, pair.publicKey, Buffer.from(signature, 'base64url'))) {
        throw new StatementError('the statement is signed by no key that is known')
      }
      return decode<T>(payload) as T
    },

    /** The public halves, current first. */
    jwks: () => ({ keys: pairs.map(jwkOf) }),
  }
}
export type StatementSigner = ReturnType<typeof statementSigner>

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function decode<T>(text: string): T | undefined {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as T
  } catch {
    return undefined
  }
}
