'use client'

import { useSession } from '../session.tsx'
import { CheckField } from '../ui/field.tsx'
import { ROLES, type Role, rolesToGive } from './roles.ts'

/** One of the roles that whoever is signed in may give. */
export function RoleChoice({ chosen, onChange }: { chosen: Role; onChange: (role: Role) => void }) {
  const { me } = useSession()
  return (
    <fieldset className="d-fieldset">
      <legend>Role</legend>
      {rolesToGive(me.role).map((role) => (
        <CheckField
          key={role}
          type="radio"
          name="role"
          value={role}
          checked={chosen === role}
          onChange={() => onChange(role)}
          label={role}
          hint={ROLES[role]}
        />
      ))}
    </fieldset>
  )
}
