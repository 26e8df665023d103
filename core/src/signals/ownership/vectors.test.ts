import { expect, test } from 'vitest'
import { ownershipVectors } from './vectors.ts'

test.each(ownershipVectors.map((vector) => [vector.id, vector] as const))(
  '%s comes out as published',
  async (_, vector) => {
    const got = await vector.got()
    if (got !== null) expect(got).toBe(vector.expected)
  },
)
