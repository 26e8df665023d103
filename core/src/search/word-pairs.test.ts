import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { parseQuery } from './parse-query.ts'
import type { SearchLeaf } from './query.ts'
import { pairAddresses, WordPairs } from './word-pairs.ts'

const phrase = (text: string) => parseQuery(`"${text}"`) as SearchLeaf

function filterOf(words: string[]): Buffer {
  const pairs = new WordPairs()
  for (const [at, word] of words.entries()) pairs.add(word, at > 0)
  return pairs.toBytes()
}

test('a phrase has a pair for each two words, but for beginnings of words', () => {
  expect(pairAddresses(phrase('a b c'))).toHaveLength(2)
  expect(pairAddresses(phrase('going concern'))).not.toEqual(pairAddresses(phrase('concern going')))
  expect(pairAddresses(phrase('aa bb*'))).toEqual([])
  expect(pairAddresses(phrase('aa'))).toEqual([])
})

test('words that do not follow one another are no pair', () => {
  const pairs = new WordPairs()
  pairs.add('a', false)
  pairs.add('b', false)
  expect(pairs.toBytes()).toEqual(Buffer.alloc(8))
})

forEachPostgres((version) => {
  describe('a filter in Postgres', () => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await testDatabase({ version, max: 1 })
    })
    afterAll(async () => {
      await database.close()
    })

    it('holds every pair it was given, and few others', async () => {
      const words = Array.from({ length: 3_000 }, (_, at) => `w${(at * 7_919) % 1_009}`)
      const filter = filterOf(words)
      const held = async (pairs: [string, string][]) => {
        const addresses = pairs.flatMap(([one, other]) => pairAddresses(phrase(`${one} ${other}`)))
        const [row] = await database.sql<{ held: number }[]>`
          select count(*) filter (where has_word_pair(${filter}, first, step))::int as held
          from unnest(${addresses.map(({ first }) => first)}::bigint[], ${addresses.map(({ step }) => step)}::bigint[])
            pair (first, step)`
        return row?.held
      }
      const given = words.slice(1).map((word, at): [string, string] => [words[at] as string, word])
      expect(await held(given)).toBe(given.length)
      const others = Array.from({ length: 3_000 }, (_, at): [string, string] => [`x${at}`, `y${at}`])
      expect(await held(others)).toBeLessThan(100)
    })
  })
})
