import type { Queryable, Sql } from '../db.ts'
import { sha256 } from '../sha256.ts'
import { type AnchorStore, lastAnchorNumber } from './anchor-store.ts'
import type { ChainFault, ChainPlace } from './chain.ts'
import { StatementError, type StatementSigner } from './signing.ts'

/** Every so many anchors one names all heads again, so that reading back ends after a day. */
const FULL_EVERY = 24

/** The head of a chain, as it is signed. */
export interface HeadStatement {
  object: 'audit_head'
  number: number
  organisation_id: string
  seq: number
  hash: string
  anchored_at: string
}

/** The first line of an anchor: it covers the lines below it and the anchor before. */
interface AnchorStatement {
  object: 'audit_anchor'
  number: number
  anchored_at: string
  full: boolean
  heads: number
  heads_sha256: string
  previous_sha256: string | null
}

export interface AnchorServices {
  sql: Sql
  anchors: AnchorStore
  signer: StatementSigner
}

/**
 * Signs the heads of the chains that moved and writes them outside of the database. A head that contradicts what was signed
 * before is not signed but told, and what was signed before goes on being held against it.
 */
export async function anchorHeads({ sql, anchors, signer }: AnchorServices) {
  const known = await readAnchors({ sql, anchors, signer })
  const number = known.number + 1
  const full = number % FULL_EVERY === 1
  const { now, heads, faults } = await headsToSign(sql, known.heads, full)
  if (heads.size === 0 || known.faults.length > 0) {
    return { number: known.number, heads: 0, faults: [...known.faults, ...faults] }
  }
  const signed = [...heads].map(([organisation_id, { seq, hash }]) => {
    const statement: HeadStatement = {
      object: 'audit_head',
      number,
      organisation_id,
      seq,
      hash,
      anchored_at: now,
    }
    return { ...statement, jws: signer.sign(statement) }
  })
  const lines = signed.map(({ jws }) => jws).join('\n')
  const first: AnchorStatement = {
    object: 'audit_anchor',
    number,
    anchored_at: now,
    full,
    heads: signed.length,
    heads_sha256: sha256(lines),
    previous_sha256: known.sha256,
  }
  const written = await anchors.put(number, `${signer.sign(first)}\n${lines}\n`)
  // Another process was quicker; its anchor is as good.
  if (!written) return { number: known.number, heads: 0, faults }
  await keepCopies(sql, signed)
  return { number, heads: signed.length, faults }
}

/** The latest signed head of every chain, read from outside of the database: back to the anchor that named them all. */
export async function readAnchors({ sql, anchors, signer }: AnchorServices) {
  const [copy] = await sql<{ number: number | null }[]>`select max(number) as number from audit_anchors`
  const number = await lastAnchorNumber(anchors, copy?.number ?? 0)
  const heads = new Map<string, ChainPlace>()
  const faults: ChainFault[] = []
  let last: string | null = null
  let expected: string | null = null
  for (let at = number; at > 0; at--) {
    const text: string | undefined = await anchors.get(at)
    const read = text === undefined ? undefined : readAnchor(text, at, signer)
    if (!read || (expected !== null && sha256(text as string) !== expected)) {
      faults.push({ organisation_id: '', seq: at, kind: 'bad_anchor' })
      break
    }
    if (at === number) last = sha256(text as string)
    for (const { organisation_id, seq, hash } of read.heads) {
      if (!heads.has(organisation_id)) heads.set(organisation_id, { seq, hash })
    }
    if (read.first.full) break
    expected = read.first.previous_sha256
  }
  if ((copy?.number ?? 0) > number) faults.push({ organisation_id: '', seq: number, kind: 'bad_anchor' })
  return { number, sha256: last, heads, faults }
}

function readAnchor(text: string, number: number, signer: StatementSigner) {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  try {
    const first = signer.read<AnchorStatement>(head)
    const whole = first.number === number && first.heads_sha256 === sha256(lines.join('\n'))
    // The first line is signed over the hash of the others, which therefore need no look at their own signatures.
    return whole ? { first, heads: lines.filter(Boolean).map(statementOf) } : undefined
  } catch (error) {
    if (error instanceof StatementError) return undefined
    throw error
  }
}

function statementOf(jws: string): HeadStatement {
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as HeadStatement
}

/** What there is to sign: heads that go on from what was signed before. In a full anchor also those that stand still. */
async function headsToSign(sql: Sql, known: ReadonlyMap<string, ChainPlace>, full: boolean) {
  return await sql.begin('isolation level repeatable read', async (tx) => {
    const [clock] = await tx<{ now: string }[]>`select now()::timestamptz(3) as now`
    const rows = await tx<({ organisation_id: string } & ChainPlace)[]>`
      select organisation_id, seq, encode(hash, 'hex') as hash from audit_heads order by organisation_id`
    const contradicted = await contradictedHeads(tx, known)
    const heads = new Map<string, ChainPlace>()
    const faults: ChainFault[] = []
    const current = new Map(rows.map(({ organisation_id, seq, hash }) => [organisation_id, { seq, hash }]))
    for (const [organisation_id, signed] of known) {
      const head = current.get(organisation_id)
      if (!head || head.seq < signed.seq || contradicted.has(organisation_id)) {
        faults.push({ organisation_id, seq: head?.seq ?? 0, kind: 'contradicts_anchor' })
        if (full) heads.set(organisation_id, signed)
        current.delete(organisation_id)
      }
    }
    for (const [organisation_id, head] of current) {
      if (full || head.seq > (known.get(organisation_id)?.seq ?? 0)) heads.set(organisation_id, head)
    }
    return { now: clock?.now as string, heads, faults }
  })
}

/** Organisations whose chain does not hold the signed hash in the signed place; what was archived and removed is let pass. */
async function contradictedHeads(
  tx: Queryable,
  known: ReadonlyMap<string, ChainPlace>,
): Promise<Set<string>> {
  const entries = [...known]
  if (entries.length === 0) return new Set()
  const rows = await tx<{ organisation_id: string }[]>`
    select k.organisation_id
    from unnest(${entries.map(([id]) => id)}::text[], ${entries.map(([, { seq }]) => seq)}::bigint[],
      ${entries.map(([, { hash }]) => hash)}::text[]) as k (organisation_id, seq, hash)
    left join audit_events e on e.organisation_id = k.organisation_id and e.seq = k.seq
    left join audit_bases b on b.organisation_id = k.organisation_id
    where k.seq > coalesce(b.seq, 0) and encode(e.hash, 'hex') is distinct from k.hash`
  return new Set(rows.map(({ organisation_id }) => organisation_id))
}

/** Copies for the customers, who prove their exports with them. Nothing is decided from these. */
async function keepCopies(sql: Sql, signed: readonly (HeadStatement & { jws: string })[]): Promise<void> {
  const PER_STATEMENT = 5_000
  for (let at = 0; at < signed.length; at += PER_STATEMENT) {
    await sql`insert into audit_anchors ${sql(
      signed
        .slice(at, at + PER_STATEMENT)
        .map(({ organisation_id, number, seq, hash, anchored_at, jws }) => ({
          organisation_id,
          number,
          seq,
          hash: Buffer.from(hash, 'hex'),
          anchored_at,
          jws,
        })),
    )} on conflict do nothing`
  }
}
