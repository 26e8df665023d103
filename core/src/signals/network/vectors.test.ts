import { expect, test } from 'vitest'
import { networkVectors } from './vectors.ts'

test.each(networkVectors.map((vector) => [vector.id, vector] as const))(
  '%s comes out as published',
  async (_, vector) => {
    const got = await vector.got()
    if (got !== null) expect(got).toBe(vector.expected)
  },
)
