import { describe, expect, test } from 'vitest'
import { parseArguments } from './arguments.mjs'

describe('the options of npm start', () => {
  test('nothing means the sample corpus and the portal', () => {
    expect(parseArguments([], {})).toEqual({ tickers: [], edgarMirror: undefined, portal: true, help: false })
  })

  test('tickers come in any case, in one word or two', () => {
    const env = { EDGAR_USER_AGENT: 'Jane Doe jane@example.com' }
    expect(parseArguments(['--tickers', 'aapl, MSFT'], env).tickers).toEqual(['AAPL', 'MSFT'])
    expect(parseArguments(['--tickers=BRK-B'], env).tickers).toEqual(['BRK-B'])
  })

  test('a folder is made absolute', () => {
    expect(parseArguments(['--edgar-mirror', '.'], {}).edgarMirror).toMatch(/^\//)
  })

  test.each([
    [['--ticker', 'AAPL'], {}, 'There is no option --ticker: did you mean --tickers?'],
    [['--portal'], {}, 'did you mean --no-portal?'],
    [['AAPL'], {}, 'There is no option AAPL'],
    [['--tickers', 'AAPL'], {}, 'set EDGAR_USER_AGENT='],
    [['--tickers'], { EDGAR_USER_AGENT: 'x' }, '--tickers needs a value'],
    [['--tickers', 'A$PL'], { EDGAR_USER_AGENT: 'x' }, '"A$PL" is none'],
    [['--tickers', ','], { EDGAR_USER_AGENT: 'x' }, '--tickers takes symbols'],
    [['--edgar-mirror', '/does/not/exist'], {}, 'there is no folder /does/not/exist'],
    [['--edgar-mirror', '--no-portal'], {}, '--edgar-mirror needs a value'],
    [['--edgar-mirror', '.', '--tickers', 'AAPL'], { EDGAR_USER_AGENT: 'x' }, 'give one of them'],
  ])('%j is refused in one sentence', (args, env, sentence) => {
    expect(() => parseArguments(args, env)).toThrow(sentence)
  })

  test('--help wins over everything that is missing', () => {
    expect(parseArguments(['--tickers', 'AAPL', '--help'], {}).help).toBe(true)
  })
})
