import { SelectField } from '../ui/field.tsx'
import { ORGANISATION, type Person } from './subjects.ts'

export function SubjectField({
  people,
  value,
  onChange,
}: {
  people: readonly Person[]
  value: string
  onChange: (choice: string) => void
}) {
  return (
    <SelectField label="About" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value={ORGANISATION}>the whole organisation</option>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
