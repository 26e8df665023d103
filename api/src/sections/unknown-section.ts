import { nearestName } from '../nearest.ts'
import { ProblemError } from '../problems.ts'

/** The problem of a section key that a filing does not have; `keys` are those it has. */
export function unknownSection(accessionNumber: string, key: string, keys: string[]): ProblemError {
  const suggestion = nearestName(key, keys)
  const detail = `The filing ${accessionNumber} has no section ${key}${suggestion ? `; did you mean ${suggestion}?` : '.'}`
  return new ProblemError('section_not_found', {
    detail,
    errors: [
      {
        parameter: 'section_key',
        code: 'section_not_found',
        detail,
        ...(suggestion ? { suggestion } : {}),
        allowed: keys,
      },
    ],
  })
}
