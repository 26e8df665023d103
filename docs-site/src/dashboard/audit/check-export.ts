type Row = Record<string, string | number | null>
type Jwk = { kty: string; crv: string; x: string; kid?: string }

interface Proof {
  organisation_id: string
  head: { seq: number; hash: string }
  anchors: { jws: string }[]
}

export interface ExportReport {
  records: number
  first: number | null
  last: number | null
  /** Heads among the records that were signed, and whose signature holds. */
  signed_heads: number
  /** Ids of the keys that signed them. They come with the export: whoever needs more compares them with those published. */
  key_ids: string[]
  /** False when this browser cannot check Ed25519. */
  signatures_checked: boolean
  problems: string[]
}

const MOST_PROBLEMS = 20
const NO_HASH = '0'.repeat(64)

/**
 * Checks an export of the audit log (NDJSON) without asking anybody: every record against its hash, every hash against the record
 * before, and the chain against the heads that were signed.
 */
export async function checkExport(text: string): Promise<ExportReport> {
  const lines = text.split('\n').filter((line) => line !== '')
  const problems: string[] = []
  const hashes = new Map<number, string>()
  let last: Row | undefined
  let proof: Proof | undefined
  for (const line of lines) {
    const entry = parsed(line)
    if (!entry) problems.push('a line is no JSON')
    else if (entry.object === 'audit_proof') proof = entry as unknown as Proof
    else {
      const { hash, ...record } = entry.record as Row
      const seq = Number(record.seq)
      if ((await sha256(canonical(record))) !== hash) problems.push(`${seq}: altered`)
      if (last && seq !== Number(last.seq) + 1) problems.push(`${seq}: not the next after ${last.seq}`)
      const before = last ? last.hash : seq === 1 ? NO_HASH : record.prev_hash
      if (record.prev_hash !== before) problems.push(`${seq}: does not follow from the one before`)
      last = { ...record, hash: hash ?? null }
      hashes.set(seq, String(hash))
    }
  }
  if (!proof) problems.push('the proof at the end is missing: the export was cut off')
  const known = proof && hashes.get(proof.head.seq)
  if (proof && known !== undefined && known !== proof.head.hash) {
    problems.push(`${proof.head.seq}: is not where the chain ends now`)
  }
  const signed = proof ? await checkAnchors(proof, hashes, problems) : undefined
  return {
    records: hashes.size,
    first: hashes.keys().next().value ?? null,
    last: last ? Number(last.seq) : null,
    signed_heads: signed?.heads ?? 0,
    key_ids: signed?.key_ids ?? [],
    signatures_checked: signed?.isChecked ?? false,
    problems: problems.slice(0, MOST_PROBLEMS),
  }
}

async function checkAnchors(proof: Proof, hashes: ReadonlyMap<number, string>, problems: string[]) {
  let heads = 0
  let isChecked = true
  const keyIds = new Set<string>()
  for (const { jws } of proof.anchors) {
    const [header = '', payload = '', signature = ''] = jws.split('.')
    const { kid, jwk } = (decoded(header) ?? {}) as { kid?: string; jwk?: Jwk }
    const head = decoded(payload)
    const verdict = jwk ? await isSignedBy(jwk, `${header}.${payload}`, signature) : false
    if (verdict === undefined) isChecked = false
    if (!head || verdict === false) problems.push(`a signed head: not signed by ${kid ?? 'any key'}`)
    else if (head.organisation_id !== proof.organisation_id)
      problems.push('a signed head: of another organisation')
    else if (hashes.has(Number(head.seq))) {
      if (hashes.get(Number(head.seq)) !== head.hash)
        problems.push(`${head.seq}: contradicts what was signed`)
      else if (verdict) heads += 1
      if (kid) keyIds.add(kid)
    }
  }
  return { heads, isChecked, key_ids: [...keyIds] }
}

/** Undefined when the browser does not know Ed25519. */
async function isSignedBy(jwk: Jwk, text: string, signature: string): Promise<boolean | undefined> {
  const { kty, crv, x } = jwk
  let key: CryptoKey
  try {
    key = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify'])
  } catch (error) {
    return (error as Error).name === 'NotSupportedError' ? undefined : false
  }
  const bytes = bytesOf(signature)
  return (
    bytes !== undefined && (await crypto.subtle.verify('Ed25519', key, bytes, new TextEncoder().encode(text)))
  )
}

/** JSON with its names in order (RFC 8785 for values as plain as these). */
function canonical(record: Row): string {
  const names = Object.keys(record).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(record[name])}`).join(',')}}`
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function decoded(part: string): Row | undefined {
  const bytes = bytesOf(part)
  return bytes && (parsed(new TextDecoder().decode(bytes)) as Row | undefined)
}

/** Bytes of base64url. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}
