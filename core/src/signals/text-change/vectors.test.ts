import { describe, expect, it } from 'vitest'
import { textChangeVectors } from './vectors.ts'

describe('the published examples of text change', () => {
  it.each(textChangeVectors.map((vector) => [vector.id, vector] as const))('%s', async (_, vector) => {
    const got = await vector.got()
    if (vector.kind === 'neg') expect(got).not.toBe(vector.expected)
    else expect(got).toBe(vector.expected)
  })
})
