import type { Role } from '../accounts/scopes.ts'
import type { Queryable, Sql } from '../db.ts'
import { newId } from '../ids.ts'

/** An organisation a person belongs to, with what a request needs to know of it. */
export interface Membership {
  member_id: string
  organisation_id: string
  organisation_name: string
  role: Role
  plan: string
  spend_cap_cents: number | null
  organisation_disabled: boolean
}

/** Somebody who is signed in. */
export interface Person {
  session_id: string
  user_id: string
  email: string
  email_verified: boolean
  name: string
  two_factor_enabled: boolean
  /** One of our own people. */
  is_staff: boolean
  active_organisation_id: string | null
  expires_at: string
  last_seen_at: string
  /** The organisation joined first comes first. */
  memberships: Membership[]
}

interface SessionRow extends Omit<Person, 'memberships'> {}

/** A person who lost or never had an organisation gets one of their own under this lock, once. */
const ORGANISATION_LOCK = 8_100_421

export function sessionStore(sql: Sql) {
  return {
    /** The person of a session that is neither over nor idle nor of a disabled user. `token` is what the cookie carries. */
    async findPerson(token: string, idleMs: number): Promise<Person | undefined> {
      const [session] = await sql<SessionRow[]>`
        select s.id as session_id, s.user_id, u.email, u.email_verified, u.name, u.two_factor_enabled,
          exists (select 1 from platform_staff p where p.user_id = u.id) as is_staff,
          s.active_organisation_id, s.expires_at, s.last_seen_at
        from user_sessions s join users u on u.id = s.user_id
        where s.token = ${token} and s.expires_at > now() and u.disabled_at is null
          and s.last_seen_at > now() - ${idleMs} * interval '1 millisecond'`
      if (!session) return undefined
      return { ...session, memberships: await this.membershipsOf(session.user_id) }
    },

    async membershipsOf(userId: string): Promise<Membership[]> {
      return await sql<Membership[]>`
        select m.id as member_id, m.organisation_id, o.name as organisation_name, m.role, o.plan, o.spend_cap_cents,
          o.disabled_at is not null as organisation_disabled
        from members m join organisations o on o.id = m.organisation_id
        where m.user_id = ${userId} order by m.created_at, m.id limit 100`
    },

    /** Notes that a session was used, at most once in `everyMs`. */
    async touch(sessionId: string, everyMs: number): Promise<void> {
      await sql`update user_sessions set last_seen_at = now()
        where id = ${sessionId} and last_seen_at < now() - ${everyMs} * interval '1 millisecond'`
    },

    /** Chooses the organisation a session works in. False: the person is no member of it. */
    async setActiveOrganisation(sessionId: string, organisationId: string): Promise<boolean> {
      const rows = await sql`
        update user_sessions s set active_organisation_id = ${organisationId}
        where s.id = ${sessionId}
          and exists (select 1 from members m where m.user_id = s.user_id and m.organisation_id = ${organisationId})
        returning s.id`
      return rows.length === 1
    },

    /** Ends all sessions of a user; returns their tokens, so that copies elsewhere can go too. */
    async endSessions(userId: string): Promise<string[]> {
      const rows = await sql<{ token: string }[]>`
        delete from user_sessions where user_id = ${userId} returning token`
      return rows.map((row) => row.token)
    },

    /** Disables a user and ends what they have open. */
    async disableUser(userId: string): Promise<string[]> {
      await sql`update users set disabled_at = coalesce(disabled_at, now()), updated_at = now() where id = ${userId}`
      return await this.endSessions(userId)
    },

    /**
     * Makes an organisation of their own for a person who has none, with them as its owner. May be asked any number of
     * times and at once: one comes of it. `record` is called in the same transaction, for the audit log.
     */
    async ensureOrganisation(
      person: Pick<Person, 'user_id' | 'email' | 'name'>,
      record: (
        tx: Queryable,
        made: { organisation_id: string; member_id: string; name: string },
      ) => Promise<void>,
    ): Promise<void> {
      await sql.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(${ORGANISATION_LOCK}, hashtext(${person.user_id}))`
        const [found] = await tx`select 1 from members where user_id = ${person.user_id} limit 1`
        if (found) return
        const organisation_id = newId('org')
        const member_id = newId('mem')
        const name = organisationNameOf(person)
        await tx`insert into organisations (id, name, plan) values (${organisation_id}, ${name}, 'free')`
        await tx`insert into members (id, organisation_id, user_id, email, role)
          values (${member_id}, ${organisation_id}, ${person.user_id}, ${person.email}, 'owner')`
        await record(tx, { organisation_id, member_id, name })
      })
    },
  }
}
export type SessionStore = ReturnType<typeof sessionStore>

function organisationNameOf({ name, email }: { name: string; email: string }): string {
  const owner = name.trim() || (email.split('@', 1)[0] ?? email)
  return `${owner.slice(0, 80)}'s organisation`
}
