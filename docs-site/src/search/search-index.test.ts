import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text.ts'
import { type SearchRecord, searchIndex } from './search-index.ts'
import { isOneLetterOff, wordsOf } from './words.ts'

const record = (title: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
  kind: 'Guide',
  title,
  summary: '',
  body: '',
  url: `/docs/${title}`,
  ...more,
})

const search = searchIndex([
  record('Pagination', {
    summary: 'Lists in pages.',
    body: 'A cursor is signed, and next_cursor continues the list.',
  }),
  record('cursor_expired', { kind: 'Error', summary: '400 The cursor has expired' }),
  record('next_cursor', { kind: 'Field', summary: 'Pass it as `cursor` to get the next page.' }),
  record('List filings · listFilings', { kind: 'Operation', summary: 'GET /v1/filings' }),
  record('rf_added', { kind: 'Signal', summary: 'Risk factors added' }),
])

const titles = (query: string) => search(query).map(({ title }) => title)

describe('the search', () => {
  it('puts what bears the name before what mentions it', () => {
    expect(titles('cursor_expired')[0]).toBe('cursor_expired')
    expect(titles('next_cursor')).toEqual(expect.arrayContaining(['next_cursor', 'Pagination']))
    expect(titles('next_cursor')[0]).toBe('next_cursor')
  })

  it('finds names by their parts, by their beginning, in any number, and with one letter wrong', () => {
    expect(titles('filing')).toEqual(['List filings · listFilings'])
    expect(titles('pagin')).toEqual(['Pagination'])
    expect(titles('risk factor')).toEqual(['rf_added'])
    expect(titles('paginaton')).toEqual(['Pagination'])
  })

  it('puts what has all words before what has some', () => {
    expect(titles('cursor expired')[0]).toBe('cursor_expired')
    expect(titles('cursor expired')).toContain('Pagination')
  })

  it('quotes the place in a text where the word stands', () => {
    const [found] = search('signed')
    expect(found?.text).toContain('A cursor is signed')
  })

  it('answers nothing to what is nowhere, and to nothing', () => {
    expect(search('zeppelin')).toEqual([])
    expect(search(' .,-')).toEqual([])
  })
})

describe('the text of a result', () => {
  it('is that of the page without the marks of Markdown, and names keep what is part of them', () => {
    expect(plainText('**Claude** answers with `next_cursor`, see [the *list*](/docs/errors).')).toBe(
      'Claude answers with next_cursor, see the list.',
    )
    expect(plainText('2 * 3 \\* 4, text\\_sha256 and is_new')).toBe('2 * 3 * 4, text_sha256 and is_new')
  })
})

describe('words', () => {
  it('are the parts of a name and the name', () => {
    expect(wordsOf('text_sha256 of listFilings')).toEqual([
      'text_sha256',
      'text',
      'sha256',
      'of',
      'listfilings',
      'list',
      'filing',
    ])
  })

  it('are one letter off when one letter was added, left out or changed', () => {
    expect(isOneLetterOff('cursor', 'cusor')).toBe(true)
    expect(isOneLetterOff('cursor', 'curssor')).toBe(true)
    expect(isOneLetterOff('cursor', 'cursot')).toBe(true)
    expect(isOneLetterOff('cursor', 'cruors')).toBe(false)
    expect(isOneLetterOff('cursor', 'curs')).toBe(false)
  })
})
