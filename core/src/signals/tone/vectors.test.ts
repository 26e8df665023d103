import { describe, expect, it } from 'vitest'
import { toneVectors } from './vectors.ts'

describe('the published examples', () => {
  it.each(toneVectors.map((vector) => [vector.id, vector] as const))(
    '%s comes out as it should',
    async (_, vector) => {
      const got = await vector.got()
      if (got === null) return
      if (vector.kind === 'neg') expect(got).not.toBe(vector.expected)
      else expect(got).toBe(vector.expected)
    },
  )
})
