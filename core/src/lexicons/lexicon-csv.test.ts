import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { categoryBit } from './lexicon.ts'
import { LexiconError, MAX_LEXICON_BYTES, parseLexiconCsv } from './lexicon-csv.ts'
import { lexiconFromEnvironment } from './lexicon-from-environment.ts'
import { ownLexicon } from './own-lexicon.ts'

const HEADER =
  'Word,Seq_num,Word Count,Negative,Positive,Uncertainty,Litigious,Strong_Modal,Weak_Modal,Constraining,Syllables,Source'
const ROWS = [
  'GLOOMY,1,5,2009,0,0,0,0,0,0,2,x',
  'SPLENDID,2,5,0,2009,0,0,0,0,0,2,x',
  'FOGGY,3,5,0,0,2011,0,0,0,0,2,x',
  'COURTLY,4,5,0,0,0,2009,0,0,0,2,x',
  'MAYHAP,5,5,0,0,2009,0,0,2009,0,2,x',
  'BOUND,6,5,0,0,0,0,0,0,2011,1,x',
  'FORMER,7,5,-2020,0,0,0,0,0,0,2,"x, once"',
  'PLAIN,8,5,0,0,0,0,2009,0,0,1,x',
]
const described = { name: 'theirs', version: '2024', licence: 'licensed to us' }
const parse = (...lines: string[]) => parseLexiconCsv(lines.join('\n'), described)
const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a dictionary in the layout of Loughran and McDonald', () => {
  it('lists the words whose year is not zero, and not those that were taken off', () => {
    const theirs = parse(HEADER, ...ROWS)
    expect(theirs.categoriesOf('gloomy')).toBe(categoryBit('negative'))
    expect(theirs.categoriesOf('mayhap')).toBe(categoryBit('uncertainty') | categoryBit('weak_modal'))
    expect(theirs.categoriesOf('former')).toBe(0)
    expect(theirs.categoriesOf('plain')).toBe(0)
    expect(theirs.size('negative')).toBe(1)
    expect(theirs).toMatchObject(described)
    expect(theirs.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('may have its columns in any order and case, a byte order mark, and lines that end as on Windows', () => {
    const header = '\uFEFFpositive,WORD,negative,uncertainty,litigious,weak_modal,constraining'
    const theirs = parseLexiconCsv(
      `${header}\r\n0,Gloomy,1,0,0,0,0\r\n1,"Fine",,0,0,0,0\r\n0,foggy,0,1,1,1,1\r\n`,
      described,
    )
    expect(theirs.categoriesOf('fine')).toBe(categoryBit('positive'))
  })

  it.each([
    ['no header', ROWS, 'line 1: no column Word, negative'],
    ['a column missing', [HEADER.replace('Weak_Modal', 'Modal'), ...ROWS], 'line 1: no column weak_modal'],
    ['a column twice', [`${HEADER},Negative`, ...ROWS], 'line 1: column negative is there twice'],
    ['a word twice', [HEADER, ...ROWS, ROWS[0] ?? ''], 'line 10: "gloomy" is there twice'],
    ['no word', [HEADER, '12,1,5,2009,0,0,0,0,0,0,2,x'], 'line 2: the column Word holds no word'],
    ['a year that is none', [HEADER, 'GLOOMY,1,5,soon,0,0,0,0,0,0,2,x'], 'line 2: negative is no number'],
    ['an empty category', [HEADER, ROWS[0] ?? ''], 'lists no word as positive'],
    ['a quote left open', [HEADER, '"GLOOMY,1'], 'line 2: a quote is not closed'],
    ['text after a quote', [HEADER, '"GLOOMY"x,1'], 'line 2: something follows'],
    ['very many columns', [HEADER, ','.repeat(100)], 'line 2: more than 64 columns'],
  ])('with %s is refused', (_, lines, message) => {
    expect(() => parse(...lines)).toThrow(message)
    expect(() => parse(...lines)).toThrow(LexiconError)
  })

  it('is bounded', () => {
    expect(() => parseLexiconCsv(' '.repeat(MAX_LEXICON_BYTES + 1), described)).toThrow('longer than')
  })
})

describe('the lexicon of an installation', () => {
  it('is ours unless a path is set', () => {
    expect(lexiconFromEnvironment({})).toBe(ownLexicon)
    expect(lexiconFromEnvironment({ LEXICON_PATH: '' })).toBe(ownLexicon)
  })

  it('is the dictionary at the path, named by its file unless named otherwise', () => {
    const path = join(folder, 'Master_2024.csv')
    writeFileSync(path, [HEADER, ...ROWS].join('\n'))
    expect(lexiconFromEnvironment({ LEXICON_PATH: path })).toMatchObject({
      name: 'Master_2024',
      version: 'unstated',
      licence: 'unstated',
    })
    expect(
      lexiconFromEnvironment({
        LEXICON_PATH: path,
        LEXICON_NAME: 'lm',
        LEXICON_VERSION: '2024',
        LEXICON_LICENCE: 'commercial licence 17',
      }),
    ).toMatchObject({ name: 'lm', version: '2024', licence: 'commercial licence 17' })
  })

  it('stops the process when the file cannot be read, and says which setting is wrong', () => {
    expect(() => lexiconFromEnvironment({ LEXICON_PATH: join(folder, 'none.csv') })).toThrow(
      /^LEXICON_PATH is not valid: .*none\.csv ENOENT/,
    )
    const path = join(folder, 'bad.csv')
    writeFileSync(path, 'Word\nGLOOMY')
    expect(() => lexiconFromEnvironment({ LEXICON_PATH: path })).toThrow('line 1: no column negative')
  })
})
