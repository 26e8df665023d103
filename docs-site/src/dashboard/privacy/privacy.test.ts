import { expect, it } from 'vitest'
import { inputOfInstant, instantOfInput } from '../ui/utc-input.ts'
import { nameOfSubject, ORGANISATION, subjectOf } from './subjects.ts'

it('asks for the organisation or for one of its people', () => {
  expect(subjectOf(ORGANISATION)).toEqual({ subject_type: 'organisation' })
  expect(subjectOf('usr_1')).toEqual({ subject_type: 'user', user_id: 'usr_1' })
})

it('names people while they are there, and by their id afterwards', () => {
  const people = [{ id: 'usr_1', name: 'ann@example.com' }]
  expect(nameOfSubject({ subject_type: 'user', subject_id: 'usr_1' }, people)).toBe('ann@example.com')
  expect(nameOfSubject({ subject_type: 'user', subject_id: 'usr_2' }, people)).toBe('usr_2')
  expect(nameOfSubject({ subject_type: 'organisation', subject_id: 'org_1' }, people)).toBe(
    'the organisation',
  )
})

it('takes times in UTC, whatever the clock of the browser says', () => {
  expect(instantOfInput('2026-11-23T07:00')).toBe('2026-11-23T07:00:00.000Z')
  expect(inputOfInstant(Date.parse('2026-11-23T07:00:59Z'))).toBe('2026-11-23T07:00')
  expect(instantOfInput('')).toBeUndefined()
  expect(instantOfInput('soon')).toBeUndefined()
})
