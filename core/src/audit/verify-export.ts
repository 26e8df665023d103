// node verify-export.ts export.ndjson [jwks.json]
// Checks an export of the audit log without asking anybody: every record against its hash, every hash against the record
// before, and the chain against the heads that were signed. With the published keys (jwks.json) it also knows whose signature
// that is. Needs nothing but Node 22.18 or later; older ones run it with tsx.
import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

type Row = Record<string, string | number | null>
const [file, keysFile] = process.argv.slice(2)
if (!file) throw new Error('usage: verify-export.ts export.ndjson [jwks.json]')
const trusted = keysFile
  ? (JSON.parse(readFileSync(keysFile, 'utf8')) as { keys: JsonWebKey[] }).keys
  : undefined
const problems: string[] = []
const hashes = new Map<number, string>()
let last: Row | undefined
let proof: { head: Row; anchors: { jws: string }[]; organisation_id: string } | undefined

for await (const line of createInterface({ input: createReadStream(file) })) {
  const entry = JSON.parse(line)
  if (entry.object === 'audit_proof') proof = entry
  else checkRecord(entry.record)
}
const anchors = proof ? proof.anchors.map(({ jws }) => readAnchor(jws)) : []
const standing = anchors.filter((anchor) => hashes.has(Number(anchor.seq)))
for (const { seq, hash } of standing)
  if (hashes.get(Number(seq)) !== hash) problems.push(`${seq}: contradicts what was signed`)
if (!proof) problems.push('the proof at the end is missing: the export was cut off')
console.log(
  `${hashes.size} records from ${hashes.keys().next().value ?? '-'} to ${last?.seq ?? '-'}, ${standing.length} signed heads among them` +
    `${trusted ? '' : ' (by the key in the export: compare it with the published one)'}`,
)
console.log(problems.length === 0 ? 'The export is whole and unaltered.' : problems.slice(0, 20).join('\n'))
process.exitCode = problems.length === 0 ? 0 : 1

function checkRecord({ hash, ...record }: Row): void {
  const names = Object.keys(record).sort()
  const canonical = `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(record[name])}`).join(',')}}`
  if (createHash('sha256').update(canonical).digest('hex') !== hash) problems.push(`${record.seq}: altered`)
  if (last && record.seq !== Number(last.seq) + 1)
    problems.push(`${record.seq}: not the next after ${last.seq}`)
  if (last && record.prev_hash !== last.hash) problems.push(`${record.seq}: does not follow from ${last.seq}`)
  last = { ...record, hash: hash as string }
  hashes.set(Number(record.seq), hash as string)
}

function readAnchor(jws: string): Row {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const { kid, jwk } = JSON.parse(Buffer.from(header, 'base64url').toString())
  const key = trusted ? trusted.find((one) => one.kid === kid) : jwk
  const signed = Buffer.from(`${header}.${payload}`)
  const good =
    key && verify(null, signed, createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'))
  const head = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Row
  if (!good) problems.push(`anchor ${head.number}: not signed by ${kid}`)
  if (head.organisation_id !== proof?.organisation_id)
    problems.push(`anchor ${head.number}: of another organisation`)
  return head
}
