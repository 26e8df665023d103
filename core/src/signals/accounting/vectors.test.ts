import { describe, expect, it } from 'vitest'
import { accountingVectors } from './vectors.ts'

describe('published examples of the accounting scores', () => {
  it.each(
    accountingVectors.filter(({ kind }) => kind !== 'neg').map((vector) => [vector.id, vector] as const),
  )('%s comes out as printed, where its input is at hand', async (_, vector) => {
    const got = await vector.got()
    if (got !== null) expect(got).toBe(vector.expected)
    else expect(vector.id).toBe('V40')
  })

  it.each(
    accountingVectors.filter(({ kind }) => kind === 'neg').map((vector) => [vector.id, vector] as const),
  )('%s, which is wrong, does not come out', async (_, vector) => {
    const got = (await vector.got()) ?? ''
    expect(got).not.toBe('')
    for (const [at, part] of vector.expected.split(' ').entries()) expect(got.split(' ')[at]).not.toBe(part)
  })
})
