import { describe, expect, test } from 'vitest'
import { transformationOf } from './registry.ts'

const URI = 'http://www.xbrl.org/inlineXBRL/transformation/'
const TR: Record<string, string> = {
  tr1: `${URI}2010-04-20`,
  tr2: `${URI}2011-07-31`,
  tr3: `${URI}2015-02-26`,
  tr4: `${URI}2020-02-12`,
  tr5: `${URI}2022-02-16`,
  sec: 'http://www.sec.gov/inlineXBRL/transformation/2015-08-31',
}

function read(format: string, text: string): string | null | undefined {
  const [registry, name] = format.split(':') as [string, string]
  return transformationOf(TR[registry] as string, name)?.(text)
}

describe('numbers', () => {
  test.each([
    ['tr4:num-dot-decimal', '1,234,567.89', '1234567.89'],
    ['tr4:num-dot-decimal', '.5', '0.5'],
    ['tr4:num-dot-decimal', '1\u00a0234', '1234'],
    ['tr4:num-comma-decimal', '1.234,5', '1234.5'],
    ['tr3:numdotdecimal', '12,5', '125'],
    ['tr3:numdotdecimalin', '1,00,000.25', '100000.25'],
    ['tr1:numcommadot', '1,000', '1000'],
    ['tr1:numspacecomma', '1 000,5', '1000.5'],
    ['tr5:num-dot-decimal-apos', "1'234'567.5", '1234567.5'],
    ['tr5:num-comma-decimal-apos', '1\u2019234,5', '1234.5'],
    ['tr4:num-unit-decimal', '1,500円5銭', '1500.05'],
    ['tr3:numunitdecimal', '12 dollars 50 cents', '12.50'],
    ['tr3:zerodash', '\u2014', '0'],
    ['tr1:numdash', '-', '0'],
    ['tr4:fixed-zero', 'no', '0'],
    ['sec:numwordsen', 'Three million, five hundred and two', '3000502'],
    ['sec:numwordsen', 'twenty-five', '25'],
    ['sec:numwordsen', 'twelve hundred', '1200'],
    ['sec:numwordsen', 'one hundred twenty three thousand four hundred', '123400'],
    ['sec:numwordsen', 'no', '0'],
    ['sec:numwordsen', 'None', '0'],
  ])('%s of %s is %s', (format, text, value) => {
    expect(read(format, text)).toBe(value)
  })

  test.each([
    ['tr4:num-dot-decimal', ''],
    ['tr4:num-dot-decimal', '\u2014'],
    ['tr4:num-dot-decimal', '(5)'],
    ['tr4:num-dot-decimal', '1.2.3'],
    ['tr4:num-dot-decimal', '1.2,3'],
    ['tr4:num-dot-decimal', '$5'],
    ['tr3:zerodash', '--'],
    ['tr3:zerodash', '5'],
    ['sec:numwordsen', 'several'],
    ['sec:numwordsen', 'two two'],
    ['sec:numwordsen', 'hundred'],
    ['sec:numwordsen', ''],
  ])('%s does not guess at %s', (format, text) => {
    expect(read(format, text)).toBeNull()
  })
})

describe('dates', () => {
  test.each([
    ['tr4:date-monthname-day-year-en', 'December\u00a031, 2023', '2023-12-31'],
    ['tr4:date-monthname-day-year-en', 'SEPT. 30th, 2023', '2023-09-30'],
    ['tr4:date-monthname-day-en', 'September 30', '--09-30'],
    ['tr4:date-monthname-day-en', 'February 29', '--02-29'],
    ['tr4:date-month-day', '12/31', '--12-31'],
    ['tr4:date-month-day-year', '2/1/23', '2023-02-01'],
    ['tr4:date-monthname-year-en', 'March 2024', '2024-03'],
    ['tr4:date-year-month-day', '2024年3月5日', '2024-03-05'],
    ['tr4:date-day-monthname-year-de', '3. März 2021', '2021-03-03'],
    ['tr4:date-day-monthname-year-cs', '5. července 2021', '2021-07-05'],
    ['tr4:date-day-monthname-year-cs', '5. června 2021', '2021-06-05'],
    ['tr4:date-day-monthname-year-el', '25 Μαρτίου 2021', '2021-03-25'],
    ['tr4:date-day-monthname-year-bg', '3 май 2020', '2020-05-03'],
    ['tr4:date-day-monthroman-year', '5.XII.2020', '2020-12-05'],
    ['tr4:date-year-monthname-day-hu', '2020. augusztus 20.', '2020-08-20'],
    ['tr4:date-day-monthname-year-hi', '१५ अगस्त २०२०', '2020-08-15'],
    ['tr5:date-day-monthname-year-cy', '1 Chwefror 2022', '2022-02-01'],
    ['tr3:datemonthdayyearen', 'October 1, 2019', '2019-10-01'],
    ['tr3:calindaymonthyear', '11 Pausha 1921', '2000-01-01'],
    ['tr3:calindaymonthyear', '1 Chaitra 1942', '2020-03-21'],
    ['tr3:dateerayearmonthdayjp', '令和元年5月1日', '2019-05-01'],
    ['tr2:dateerayearmonthjp', '平成２５年３月', '2013-03'],
    ['tr1:dateslasheu', '31/12/2010', '2010-12-31'],
    ['tr1:datelongus', 'December 31, 2010', '2010-12-31'],
    ['sec:datequarterend', 'fourth quarter of 2023', '2023-12-31'],
    ['sec:datequarterend', 'Q2 2024', '2024-06-30'],
    ['sec:datequarterend', '2024 first', '2024-03-31'],
    ['tr4:date-monthname-day-year-en', 'February 30, 2023', null],
    ['tr4:date-monthname-day-year-en', '12 31, 2023', null],
    ['tr4:date-month-day-year', '13/01/2023', null],
    ['tr4:date-monthname-year-en', 'March 100', null],
  ])('%s of %s is %s', (format, text, value) => {
    expect(read(format, text)).toBe(value)
  })
})

describe('durations', () => {
  test.each([
    ['sec:duryear', '5', 'P5Y'],
    ['sec:duryear', '1.5', 'P1Y6M'],
    ['sec:duryear', '0.25', 'P0Y3M'],
    ['sec:duryear', '0', 'P0Y'],
    ['sec:durmonth', '18', 'P18M'],
    ['sec:durmonth', '2.5', 'P2M15D'],
    ['sec:durweek', '2', 'P14D'],
    ['sec:durday', '30', 'P30D'],
    ['sec:durday', '0.5', 'P0DT12H'],
    ['sec:durhour', '8', 'PT8H'],
    ['sec:durday', '-3', '-P3D'],
    ['sec:durwordsen', 'two years and six months', 'P2Y6M'],
    ['sec:durwordsen', '18 months', 'P18M'],
    ['sec:durwordsen', 'Ten-year', 'P10Y'],
    ['sec:durwordsen', 'one hundred and twenty days', 'P120D'],
    ['sec:durwordsen', 'no years', 'P0D'],
    ['sec:durwordsen', 'six months two years', null],
    ['sec:durwordsen', 'a while', null],
    ['sec:duryear', 'five', null],
  ])('%s of %s is %s', (format, text, value) => {
    expect(read(format, text)).toBe(value)
  })
})

describe('fixed values and names', () => {
  test.each([
    ['tr4:fixed-true', '\u2612', 'true'],
    ['tr4:fixed-false', '\u2610', 'false'],
    ['tr4:fixed-empty', 'none', ''],
    ['tr3:booleantrue', 'X', 'true'],
    ['sec:boolballotbox', '\u2611', 'true'],
    ['sec:boolballotbox', '\u2610', 'false'],
    ['sec:boolballotbox', 'x', null],
    ['sec:yesnoballotbox', '\u2612', 'Yes'],
    ['sec:stateprovnameen', 'New  York', 'NY'],
    ['sec:stateprovnameen', 'Québec', 'QC'],
    ['sec:countrynameen', 'The Republic of South Africa', 'ZA'],
    ['sec:countrynameen', 'U.S.A.', 'US'],
    ['sec:countrynameen', 'The People’s Republic of China', 'CN'],
    ['sec:countrynameen', 'Grand Duchy of Luxembourg', 'LU'],
    ['sec:countrynameen', 'Republic of Korea', 'KR'],
    ['sec:countrynameen', 'Atlantis', null],
    ['sec:edgarprovcountryen', 'Cayman Islands', 'E9'],
    ['sec:edgarprovcountryen', 'Ontario, Canada', 'A6'],
    ['sec:edgarprovcountryen', 'Israel', 'L3'],
    ['sec:edgarprovcountryen', 'British Virgin Islands', 'D8'],
    ['sec:exchnameen', 'The Nasdaq Stock Market LLC', 'NASDAQ'],
    ['sec:exchnameen', 'New York Stock Exchange', 'NYSE'],
    ['sec:exchnameen', 'NYSE Arca, Inc.', 'NYSEArca'],
    ['sec:exchnameen', 'Over the counter', null],
    ['sec:entityfilercategoryen', 'Non\u2013accelerated  filer', 'Non-accelerated Filer'],
    ['sec:entityfilercategoryen', 'Large accelerated filer', 'Large Accelerated Filer'],
  ])('%s of %s is %s', (format, text, value) => {
    expect(read(format, text)).toBe(value)
  })
})

test('a name belongs to its registry', () => {
  expect(transformationOf(TR.tr4 as string, 'numdotdecimal')).toBeUndefined()
  expect(transformationOf('http://example.com/transformation', 'num-dot-decimal')).toBeUndefined()
  expect(transformationOf(TR.tr4 as string, 'date-day-monthname-cy')).toBeUndefined()
})

test('no transformation takes long over hostile text', () => {
  const floods = [
    ' '.repeat(100_000),
    '1'.repeat(100_000),
    'and '.repeat(30_000),
    '1a'.repeat(50_000),
    '-'.repeat(100_000),
  ]
  const names = [
    'tr5:num-dot-decimal',
    'tr4:date-monthname-day-year-en',
    'sec:durwordsen',
    'sec:numwordsen',
    'sec:exchnameen',
  ]
  const start = performance.now()
  for (const name of [
    ...names,
    'sec:countrynameen',
    'sec:edgarprovcountryen',
    'tr3:dateerayearmonthdayjp',
    'sec:duryear',
  ]) {
    for (const text of floods) read(name, text)
  }
  expect(performance.now() - start).toBeLessThan(500)
})
