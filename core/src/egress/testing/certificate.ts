import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'

const DAY_MS = 86_400_000

export interface TestCertificate {
  /** PEM. */
  cert: string
  /** PEM. */
  key: string
  issuer: string
}

/** A certificate for tests (X.509 v3, ECDSA P-256), signed by `issuer` or by itself. */
export function makeCertificate(
  wish: {
    names?: string[]
    authority?: boolean
    issuer?: TestCertificate
    notBefore?: Date
    notAfter?: Date
    commonName?: string
  } = {},
): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const commonName = wish.commonName ?? wish.names?.[0] ?? 'test'
  const signer: KeyObject = wish.issuer ? createPrivateKey(wish.issuer.key) : privateKey
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    name(wish.issuer?.issuer ?? commonName),
    sequence(
      time(wish.notBefore ?? new Date(Date.now() - DAY_MS)),
      time(wish.notAfter ?? new Date(Date.now() + DAY_MS)),
    ),
    name(commonName),
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(
      3,
      sequence(
        // basicConstraints
        extension(
          [0x55, 0x1d, 0x13],
          wish.authority ? sequence(Buffer.from([0x01, 0x01, 0xff])) : sequence(),
        ),
        ...(wish.names ? [extension([0x55, 0x1d, 0x11], sequence(...wish.names.map(generalName)))] : []),
      ),
    ),
  )
  const certificate = sequence(body, ECDSA_WITH_SHA256, bitString(sign('sha256', body, signer)))
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    issuer: commonName,
  }
}

/** DER (X.690): a tag, the length, the content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), content])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const explicit = (number: number, content: Buffer) => der(0xa0 + number, content)
const integer = (bytes: Buffer) => der(0x02, bytes)
const bitString = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes)
const oid = (bytes: number[]) => der(0x06, Buffer.from(bytes))
const ECDSA_WITH_SHA256 = sequence(oid([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]))
const name = (commonName: string) =>
  sequence(der(0x31, sequence(oid([0x55, 0x04, 0x03]), der(0x0c, Buffer.from(commonName)))))
const extension = (id: number[], content: Buffer) => sequence(oid(id), der(0x04, content))
const time = (moment: Date) =>
  der(0x18, Buffer.from(`${moment.toISOString().replace(/\D/g, '').slice(0, 14)}Z`))

function generalName(text: string): Buffer {
  if (isIP(text) === 4) return der(0x87, Buffer.from(text.split('.').map(Number)))
  return der(0x82, Buffer.from(text))
}
