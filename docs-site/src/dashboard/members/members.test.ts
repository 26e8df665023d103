import { describe, expect, it } from 'vitest'
import type { Member } from '../types.ts'
import { inOrder, isLastOwner, mayDecideAbout, type Role, rolesToGive } from './roles.ts'

function member(id: string, role: Role, more: Partial<Member> = {}): Member {
  const moment = '2026-11-23T12:00:00Z'
  return {
    object: 'member',
    id,
    user_id: `usr_${id}`,
    email: `${id}@example.com`,
    name: id,
    role,
    status: 'active',
    invitation_expires_at: null,
    created_at: moment,
    updated_at: moment,
    ...more,
  }
}

describe('who decides about whom', () => {
  it('only an owner gives and takes the role of an owner', () => {
    expect(rolesToGive('owner')).toContain('owner')
    expect(rolesToGive('admin')).toEqual(['admin', 'developer', 'viewer'])
    expect(mayDecideAbout({ role: 'owner' }, 'admin')).toBe(false)
    expect(mayDecideAbout({ role: 'owner' }, 'owner')).toBe(true)
    expect(mayDecideAbout({ role: 'admin' }, 'admin')).toBe(true)
  })

  it('the last owner stays, also when another was only invited', () => {
    const ann = member('ann', 'owner')
    const invited = member('bob', 'owner', { status: 'invited', user_id: null })
    expect(isLastOwner(ann, [ann, invited])).toBe(true)
    expect(isLastOwner(ann, [ann, member('cy', 'owner')])).toBe(false)
    expect(isLastOwner(member('dee', 'admin'), [ann])).toBe(false)
  })
})

it('shows oneself first, then people by name, and invitations apart', () => {
  const waiting = member('wil', 'viewer', { status: 'invited', user_id: null, name: null })
  const { people, invited } = inOrder(
    [waiting, member('zoe', 'owner'), member('bob', 'viewer'), member('ann', 'admin')],
    'usr_zoe',
  )
  expect(people.map(({ id }) => id)).toEqual(['zoe', 'ann', 'bob'])
  expect(invited).toEqual([waiting])
})
