import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '../accounts/scopes.ts'
import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'

export const INVITATION_DAYS = 7
export const MAX_MEMBERS = 200
const TOKEN_BYTES = 32

/** A person in an organisation, or somebody who was invited and has not come yet. */
export interface Member {
  id: string
  user_id: string | null
  email: string
  name: string | null
  role: Role
  status: 'active' | 'invited'
  invitation_expires_at: string | null
  version: number
  created_at: string
  updated_at: string
}

/** The change would leave an organisation without an owner. */
export class LastOwnerError extends Error {
  override name = 'LastOwnerError'
}

/** Members of the organisation that the transaction acts for. */
export function memberStore(tx: Queryable) {
  const columns = tx`m.id, m.user_id, m.email, u.name, m.role,
    case when m.user_id is null then 'invited' else 'active' end as status,
    m.invitation_expires_at, m.version, m.created_at, m.updated_at`

  async function keepAnOwner(organisationId: string, except: string): Promise<void> {
    const [other] = await tx`
      select 1 from members where organisation_id = ${organisationId} and role = 'owner' and user_id is not null
        and id <> ${except} limit 1`
    if (!other) throw new LastOwnerError()
  }

  return {
    async list(organisationId: string, page: { after?: { id: string }; limit: number }): Promise<Member[]> {
      return await tx<Member[]>`
        select ${columns} from members m left join users u on u.id = m.user_id
        where m.organisation_id = ${organisationId} ${page.after ? tx`and m.id < ${page.after.id}` : tx``}
        order by m.id desc limit ${page.limit}`
    },

    async find(organisationId: string, id: string): Promise<Member | undefined> {
      const [row] = await tx<Member[]>`
        select ${columns} from members m left join users u on u.id = m.user_id
        where m.organisation_id = ${organisationId} and m.id = ${id}`
      return row
    },

    async findByEmail(organisationId: string, email: string): Promise<Member | undefined> {
      const [row] = await tx<Member[]>`
        select ${columns} from members m left join users u on u.id = m.user_id
        where m.organisation_id = ${organisationId} and m.email = ${email.toLowerCase()}`
      return row
    },

    async count(organisationId: string): Promise<number> {
      const [row] = await tx<{ count: number }[]>`
        select count(*) as count from members where organisation_id = ${organisationId}`
      return row?.count ?? 0
    },

    /**
     * Invites somebody, or invites them again with a new link; `undefined` when they are a member already. The token is in
     * the link and kept nowhere.
     */
    async invite(
      organisationId: string,
      wish: { email: string; role: Role },
    ): Promise<{ member: Member; token: string } | undefined> {
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const expiresAt = new Date(Date.now() + INVITATION_DAYS * 86_400_000).toISOString()
      const [row] = await tx<{ id: string }[]>`
        insert into members (id, organisation_id, email, role, invitation_hash, invitation_expires_at)
        values (${newId('mem')}, ${organisationId}, ${wish.email.toLowerCase()}, ${wish.role},
          ${hashInvitation(token)}, ${expiresAt})
        on conflict (organisation_id, email) do update set role = excluded.role,
          invitation_hash = excluded.invitation_hash, invitation_expires_at = excluded.invitation_expires_at,
          version = members.version + 1, updated_at = now()
        where members.user_id is null
        returning id`
      if (!row) return undefined
      return { member: (await this.find(organisationId, row.id)) as Member, token }
    },

    /** Throws `LastOwnerError`. */
    async changeRole(organisationId: string, member: Member, role: Role): Promise<Member> {
      if (member.role === 'owner' && role !== 'owner' && member.user_id !== null) {
        await keepAnOwner(organisationId, member.id)
      }
      await tx`
        update members set role = ${role}, version = version + 1, updated_at = now()
        where organisation_id = ${organisationId} and id = ${member.id}`
      return (await this.find(organisationId, member.id)) as Member
    },

    /** Throws `LastOwnerError`. */
    async remove(organisationId: string, member: Member): Promise<void> {
      if (member.role === 'owner' && member.user_id !== null) await keepAnOwner(organisationId, member.id)
      await tx`delete from members where organisation_id = ${organisationId} and id = ${member.id}`
    },

    /**
     * Returns a member as it is now, in the one transaction that may change members of the organisation: two at once must not
     * each count on the owner the other takes away.
     */
    async lock(organisationId: string, id: string): Promise<Member | undefined> {
      await tx`select 1 from organisations where id = ${organisationId} for no key update`
      return await this.find(organisationId, id)
    },
  }
}
export type MemberStore = ReturnType<typeof memberStore>

/**
 * Accepts an invitation for a person: the link proves that it reached them, and it must have been sent to the address they
 * proved. Works once. `undefined`: no such invitation, or it is over, or it is for somebody else.
 */
export async function acceptInvitation(
  tx: Queryable,
  token: string,
  person: { user_id: string; email: string },
): Promise<{ organisation_id: string; member_id: string; role: Role } | undefined> {
  const [row] = await tx<{ organisation_id: string; member_id: string; role: Role }[]>`
    update members m set user_id = ${person.user_id}, invitation_hash = null, invitation_expires_at = null,
      version = version + 1, updated_at = now()
    where m.invitation_hash = ${hashInvitation(token)} and m.invitation_expires_at > now()
      and m.email = ${person.email.toLowerCase()}
      and not exists (
        select 1 from members other where other.organisation_id = m.organisation_id and other.user_id = ${person.user_id})
    returning m.organisation_id, m.id as member_id, m.role`
  return row
}

function hashInvitation(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
