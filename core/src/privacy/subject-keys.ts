import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Queryable } from '../db.ts'
import { sha256 } from '../sha256.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const SEALED = /^s1\.([A-Za-z0-9_]+)\.([A-Za-z0-9_-]+)$/
/** Two transactions may meet a subject for the first time; the loser sees the winner's key on its next look. */
const LOOKS = 3

/** The subject behind an e-mail address that belongs to no user yet: a hash, so that the address itself is nowhere. */
export function emailSubject(address: string): string {
  return `eml_${sha256(address.trim().toLowerCase()).slice(0, 32)}`
}

/** Seals text under the key of a subject; `place` must be given again to open it. */
export function sealForSubject(text: string, subjectId: string, key: Buffer, place: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const bytes = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `s1.${subjectId}.${bytes.toString('base64url')}`
}

/** Whom a sealed text is about; `undefined` when it is not sealed. */
export function subjectOfSealed(sealed: string): string | undefined {
  return SEALED.exec(sealed)?.[1]
}

/** The text, or `null` when the key is gone (the subject was erased) or the seal is broken. */
export function openForSubject(
  sealed: string,
  keys: ReadonlyMap<string, Buffer>,
  place: string,
): string | null {
  const [, subjectId = '', text = ''] = SEALED.exec(sealed) ?? []
  const key = keys.get(subjectId)
  const bytes = Buffer.from(text, 'base64url')
  if (!key || bytes.length < NONCE_BYTES + TAG_BYTES) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES))
    return (
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    return null
  }
}

/**
 * The keys of subjects within an organisation, made where there are none yet. A subject that was erased has no entry and
 * never gets one again.
 */
export async function subjectKeys(
  tx: Queryable,
  organisationId: string,
  subjectIds: readonly string[],
): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(subjectIds)].sort()
  for (let look = 0; look < LOOKS; look++) {
    const rows = await tx<{ subject_id: string; key: Buffer | null }[]>`
      with made as (
        insert into subject_keys (organisation_id, subject_id, key)
        select ${organisationId}, wanted.id, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
        from unnest(${wanted}::text[]) as wanted (id)
        where not exists (select from subject_keys s
          where s.organisation_id = ${organisationId} and s.subject_id = wanted.id)
        on conflict do nothing returning subject_id, key)
      select subject_id, key from made
      union all
      select subject_id, key from subject_keys
      where organisation_id = ${organisationId} and subject_id = any(${wanted}::text[])`
    if (rows.length === wanted.length) return held(rows)
  }
  throw new Error(`the keys of ${wanted.length} subjects could not be made`)
}

/** The keys there are, for reading what was sealed. */
export async function knownSubjectKeys(
  tx: Queryable,
  organisationId: string,
  subjectIds: readonly string[],
): Promise<Map<string, Buffer>> {
  if (subjectIds.length === 0) return new Map()
  return held(
    await tx<{ subject_id: string; key: Buffer | null }[]>`
    select subject_id, key from subject_keys
    where organisation_id = ${organisationId} and subject_id = any(${[...new Set(subjectIds)]}::text[])`,
  )
}

function held(rows: readonly { subject_id: string; key: Buffer | null }[]): Map<string, Buffer> {
  return new Map(rows.flatMap(({ subject_id, key }) => (key === null ? [] : [[subject_id, key] as const])))
}
