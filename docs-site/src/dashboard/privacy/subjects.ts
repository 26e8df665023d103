import type { BodyOf } from '../types.ts'

/** Whom an export or an erasure is about: the organisation as a whole, or the id of one of its people. */
export const ORGANISATION = 'organisation'

export interface Person {
  id: string
  name: string
}

/** A choice of the page as the API wants it. */
export function subjectOf(choice: string): BodyOf<'createPrivacyExport'> {
  return choice === ORGANISATION
    ? { subject_type: 'organisation' }
    : { subject_type: 'user', user_id: choice }
}

/** Whom a request is about, in words. People who are gone have only an id left. */
export function nameOfSubject(
  request: { subject_type: 'organisation' | 'user'; subject_id: string },
  people: readonly Person[],
): string {
  if (request.subject_type === 'organisation') return 'the organisation'
  return people.find(({ id }) => id === request.subject_id)?.name ?? request.subject_id
}
