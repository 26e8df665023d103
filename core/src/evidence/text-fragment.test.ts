import { describe, expect, it } from 'vitest'
import { textFragmentUrl } from './text-fragment.ts'

const URL_OF_DOCUMENT = 'https://www.sec.gov/Archives/edgar/data/1/2/a.htm'

describe('a link to a quote', () => {
  it('holds a short quote whole, with every character that has a meaning in a fragment encoded', () => {
    expect(textFragmentUrl(URL_OF_DOCUMENT, 'Profit & loss, year-end')).toBe(
      `${URL_OF_DOCUMENT}#:~:text=Profit%20%26%20loss%2C%20year%2Dend`,
    )
  })

  it('gives the first and last words of a long quote', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`)
    expect(textFragmentUrl(URL_OF_DOCUMENT, words.join(' '))).toBe(
      `${URL_OF_DOCUMENT}#:~:text=${words.slice(0, 6).join('%20')},${words.slice(-6).join('%20')}`,
    )
  })

  it('never asks a browser to match across two blocks or two cells', () => {
    expect(textFragmentUrl(URL_OF_DOCUMENT, 'Item 5.02\n\nOn Monday | Ms. Doe')).toBe(
      `${URL_OF_DOCUMENT}#:~:text=Item%205.02,Ms.%20Doe`,
    )
  })

  it('keeps overlapping ends together when a quote has few but long words', () => {
    const words = Array.from({ length: 9 }, (_, index) => `${index}${'x'.repeat(40)}`)
    expect(textFragmentUrl(URL_OF_DOCUMENT, words.join(' '))).not.toContain(',')
  })

  it('joins a fragment that is there already and survives text that is not well formed', () => {
    expect(textFragmentUrl(`${URL_OF_DOCUMENT}#part2`, 'plain')).toBe(`${URL_OF_DOCUMENT}#part2:~:text=plain`)
    expect(textFragmentUrl(URL_OF_DOCUMENT, 'bad \ud800')).toContain('#:~:text=bad')
    expect(textFragmentUrl(URL_OF_DOCUMENT, ' \n ')).toBe(URL_OF_DOCUMENT)
  })
})
