import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { categoryBit, lexicon, TONE_CATEGORIES } from './lexicon.ts'
import { ownLexicon } from './own-lexicon.ts'
import { wordsOfFamilies } from './word-families.ts'

const has = (word: string, category: (typeof TONE_CATEGORIES)[number]) =>
  (ownLexicon.categoriesOf(word) & categoryBit(category)) !== 0

describe('the lexicon of the project', () => {
  it('is free, named, versioned and known by the hash of its words', () => {
    expect(ownLexicon).toMatchObject({ name: 'latent_tone', version: '1.0.0', licence: 'CC0-1.0' })
    // A change of a word is a new version: raise it together with this hash.
    expect(ownLexicon.sha256).toBe('dcc40059cdfdbe4c130525b6744feb1176aa929f6511935e90742fea072daff5')
    const lists = readdirSync(import.meta.dirname).filter((name) => name.endsWith('-words.ts'))
    expect(lists).toHaveLength(TONE_CATEGORIES.length)
    for (const name of lists)
      expect(readFileSync(join(import.meta.dirname, name), 'utf8')).toContain('CC0 1.0')
  })

  it('has hundreds of words in each large category', () => {
    const sizes = Object.fromEntries(TONE_CATEGORIES.map((category) => [category, ownLexicon.size(category)]))
    expect(sizes.negative).toBeGreaterThan(1500)
    expect(sizes.positive).toBeGreaterThan(500)
    expect(sizes.uncertainty).toBeGreaterThan(350)
    expect(sizes.litigious).toBeGreaterThan(500)
    expect(sizes.constraining).toBeGreaterThan(300)
    expect(sizes.weak_modal).toBeGreaterThan(20)
  })

  it('lists words by what they mean in filings', () => {
    expect(has('impairment', 'negative')).toBe(true)
    expect(has('improvement', 'positive')).toBe(true)
    expect(has('plaintiffs', 'litigious')).toBe(true)
    expect(has('might', 'weak_modal')).toBe(true)
    expect(has('covenants', 'constraining')).toBe(true)
    expect(has('fluctuations', 'uncertainty')).toBe(true)
    for (const word of ['tax', 'liability', 'cost', 'depreciation', 'board', 'benefit', 'constructor']) {
      expect(ownLexicon.categoriesOf(word), word).toBe(0)
    }
  })
})

describe('a lexicon', () => {
  const none = { positive: [], uncertainty: [], litigious: [], weak_modal: [], constraining: [] }
  const named = { name: 'a', version: '1', licence: 'CC0-1.0' }

  it('has the same hash for the same words, in whatever order, and another for others', () => {
    const one = lexicon(named, { ...none, negative: ['loss', 'fail'] })
    expect(lexicon({ ...named, name: 'b' }, { ...none, negative: ['fail', 'loss'] }).sha256).toBe(one.sha256)
    expect(lexicon(named, { ...none, negative: ['loss'] }).sha256).not.toBe(one.sha256)
    expect(lexicon(named, { ...none, negative: ['fail'], positive: ['loss'] }).sha256).not.toBe(one.sha256)
  })
})

describe('a family of words', () => {
  it('stands for its stem with each ending', () => {
    expect(wordsOfFamilies('fail(|s|ed|ure) loss\n  abus(e|ing)')).toEqual([
      'fail',
      'fails',
      'failed',
      'failure',
      'loss',
      'abuse',
      'abusing',
    ])
  })

  it('must be written right', () => {
    expect(() => wordsOfFamilies('fail(s')).toThrow('"fail(s" is neither')
    expect(() => wordsOfFamilies('Loss')).toThrow('"Loss"')
  })
})
