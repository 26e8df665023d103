import { emailSubject, sealForSubject } from '../privacy/subject-keys.ts'
import type { NewAuditEvent } from './event.ts'

/** Bounds what one event can hold; a snapshot beyond it is replaced by its size. */
const MAX_SNAPSHOT_CHARS = 65_536
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,190}$/
/** No text of Postgres holds this character. */
const NUL = /\0/g

/** Everybody some part of the event is about. */
export function subjectsOf(event: NewAuditEvent): string[] {
  return [
    actorSubject(event),
    snapshotSubject(event),
    ...addressesIn(event.before).map(emailSubject),
    ...addressesIn(event.after).map(emailSubject),
  ]
}

/** A person's address and browser are about the person; those of a key are about whoever holds it, the organisation. */
export function actorSubject({ actor, organisation_id }: NewAuditEvent): string {
  return actor.type === 'user' ? actor.id : organisation_id
}

/**
 * What is personal in an event, sealed. Without the key of a subject (erased) the value is left out: nobody could read it.
 * E-mail addresses inside a snapshot that is about somebody else are sealed under keys of their own.
 */
export function sealEvent(event: NewAuditEvent, id: string, keys: ReadonlyMap<string, Buffer>) {
  const seal = (text: string | undefined, subject: string, field: string): string | null => {
    const key = keys.get(subject)
    return text === undefined || key === undefined
      ? null
      : sealForSubject(text.replace(NUL, '\ufffd').toWellFormed(), subject, key, `${id}:${field}`)
  }
  const snapshot = (value: Record<string, unknown> | null, field: string): string | null => {
    if (value === null) return null
    const subject = snapshotSubject(event)
    const sealed = mapStrings(value, (text) =>
      ADDRESS.test(text) && emailSubject(text) !== subject && !isUser(subject)
        ? seal(text, emailSubject(text), 'email')
        : text,
    )
    const json = JSON.stringify(sealed)
    return seal(json.length > MAX_SNAPSHOT_CHARS ? `{"omitted_chars":${json.length}}` : json, subject, field)
  }
  const actor = actorSubject(event)
  return {
    actor_ip: seal(event.actor.ip, actor, 'actor_ip'),
    actor_user_agent: seal(event.actor.user_agent, actor, 'actor_user_agent'),
    before: snapshot(event.before, 'before'),
    after: snapshot(event.after, 'after'),
  }
}

function snapshotSubject({ subject_id, before, after, organisation_id }: NewAuditEvent): string {
  if (subject_id !== undefined) return subject_id
  const snapshot = { ...before, ...after }
  if (typeof snapshot.user_id === 'string') return snapshot.user_id
  if (typeof snapshot.email === 'string') return emailSubject(snapshot.email)
  return organisation_id
}

const isUser = (subject: string) => subject.startsWith('usr_')

function addressesIn(value: unknown): string[] {
  const found: string[] = []
  mapStrings(value, (text) => {
    if (ADDRESS.test(text)) found.push(text)
    return text
  })
  return found
}

/** A copy of a JSON value with other strings in it. */
export function mapStrings(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, change))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapStrings(one, change)]))
}
