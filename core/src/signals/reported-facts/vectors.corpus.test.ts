import { describe, expect, it } from 'vitest'
import { reportedFactVectors } from './vectors.ts'

describe('a published example', () => {
  it.each(reportedFactVectors.map((vector) => [vector.id, vector.title, vector] as const))(
    'comes out as published, or does not where it is wrong: %s %s',
    async (_id, _title, vector) => {
      const got = await vector.got()
      // The filing it reads is not held.
      if (got === null) return
      if (vector.kind === 'neg') expect(got).not.toBe(vector.expected)
      else expect(got).toBe(vector.expected)
    },
  )
})
