import type { Queryable } from '../db.ts'

const BATCH = 10_000
/** Sessions that nobody used for so long are over for everybody (`SESSION_IDLE_MS`), with a day to spare. */
const IDLE_DAYS = 2

/** Removes what has ended by its time: sessions, links of mails, spent assertions, tokens that were taken back. Returns how many rows went. */
export async function forgetEnded(sql: Queryable): Promise<number> {
  const sessions = await sql`
    delete from user_sessions where id in (
      select id from user_sessions
      where expires_at < now() or last_seen_at < now() - ${IDLE_DAYS} * interval '1 day' limit ${BATCH})
    returning id`
  const links = await sql`
    delete from user_verifications where id in (
      select id from user_verifications where expires_at < now() - interval '1 day' limit ${BATCH})
    returning id`
  const assertions = await sql`
    delete from used_assertions where (service_account_id, jti) in (
      select service_account_id, jti from used_assertions where expires_at < now() limit ${BATCH})
    returning jti`
  const tokens = await sql`
    delete from revoked_tokens where jti in (
      select jti from revoked_tokens where expires_at < now() - interval '1 minute' limit ${BATCH})
    returning jti`
  return sessions.length + links.length + assertions.length + tokens.length
}
