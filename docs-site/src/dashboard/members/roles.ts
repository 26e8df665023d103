import type { Me, Member } from '../types.ts'

export type Role = Member['role']

export const ROLES: Record<Role, string> = {
  owner: 'May do everything, billing and erasure included.',
  admin: 'May do everything but change billing and erase data.',
  developer: 'Builds: keys, webhooks, requests. No billing, members, audit log.',
  viewer: 'Looks: usage, keys and webhooks without changing them.',
}
export const roleNames = Object.keys(ROLES) as Role[]

/** The roles somebody may give: only owners make owners. */
export function rolesToGive(mine: Me['role']): Role[] {
  return roleNames.filter((role) => role !== 'owner' || mine === 'owner')
}

/** Whether somebody may decide about a member: only owners decide about owners. */
export function mayDecideAbout(member: Pick<Member, 'role'>, mine: Me['role']): boolean {
  return member.role !== 'owner' || mine === 'owner'
}

/** The one owner who is left cannot go, and cannot become something else. */
export function isLastOwner(member: Member, members: readonly Member[]): boolean {
  const owners = members.filter(({ role, status }) => role === 'owner' && status === 'active')
  return owners.length === 1 && owners[0]?.id === member.id
}

/** People first, oneself on top, by name; then the invitations that wait. */
export function inOrder(members: readonly Member[], myId: string): { people: Member[]; invited: Member[] } {
  const nameOf = (member: Member) => member.name ?? member.email
  const people = members
    .filter(({ status }) => status === 'active')
    .sort(
      (a, b) => Number(b.user_id === myId) - Number(a.user_id === myId) || nameOf(a).localeCompare(nameOf(b)),
    )
  return { people, invited: members.filter(({ status }) => status === 'invited') }
}
