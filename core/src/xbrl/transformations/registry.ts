import { exchangeCode, filerCategory } from './cover-page.ts'
import { dateOf, eraDate, quarterEnd, sakaDate } from './dates.ts'
import { days, hours, months, weeks, years } from './durations.ts'
import { languages, type MonthReader, monthNames, romanMonths } from './month-names.ts'
import {
  ballotBox,
  commaDecimal,
  commaDecimalApostrophe,
  dotDecimal,
  dotDecimalApostrophe,
  fixed,
  unitHundredths,
  unitHundredthsApostrophe,
  unitHundredthsIndian,
  zeroDash,
} from './numbers.ts'
import { countryCode, edgarPlaceCode, stateCode } from './places.ts'
import type { Transformation } from './transformation.ts'
import { durationWords, numberWords } from './words.ts'

type Registry = Map<string, Transformation>

const english = monthNames('en')
const danish = monthNames('da')
const hindi = monthNames('hi')

/** Registry 1 (2010-04-20) and the draft before it. */
const first: Registry = new Map([
  ['numcommadot', dotDecimal],
  ['numspacedot', dotDecimal],
  ['numdotcomma', commaDecimal],
  ['numspacecomma', commaDecimal],
  ['numcomma', commaDecimal],
  ['numdash', zeroDash],
  ['dateslashus', dateOf(['month', 'day', 'year'])],
  ['datedotus', dateOf(['month', 'day', 'year'])],
  ['dateslasheu', dateOf(['day', 'month', 'year'])],
  ['datedoteu', dateOf(['day', 'month', 'year'])],
  ['datelongus', dateOf(['month', 'day', 'year'], english)],
  ['dateshortus', dateOf(['month', 'day', 'year'], english)],
  ['datelonguk', dateOf(['day', 'month', 'year'], english)],
  ['dateshortuk', dateOf(['day', 'month', 'year'], english)],
  ['datelongdaymonthuk', dateOf(['day', 'month'], english)],
  ['dateshortdaymonthuk', dateOf(['day', 'month'], english)],
  ['datelongmonthdayus', dateOf(['month', 'day'], english)],
  ['dateshortmonthdayus', dateOf(['month', 'day'], english)],
  ['dateslashdaymontheu', dateOf(['day', 'month'])],
  ['dateslashmonthdayus', dateOf(['month', 'day'])],
  ['datelongyearmonth', dateOf(['year', 'month'], english)],
  ['dateshortyearmonth', dateOf(['year', 'month'], english)],
  ['datelongmonthyear', dateOf(['month', 'year'], english)],
  ['dateshortmonthyear', dateOf(['month', 'year'], english)],
])

/** Registry 2 (2011-07-31). */
const second: Registry = new Map([
  ['booleanfalse', fixed('false')],
  ['booleantrue', fixed('true')],
  ['nocontent', fixed('')],
  ['numcommadecimal', commaDecimal],
  ['numdotdecimal', dotDecimal],
  ['numunitdecimal', unitHundredths],
  ['zerodash', zeroDash],
  ['datedaymonth', dateOf(['day', 'month'])],
  ['datedaymonthen', dateOf(['day', 'month'], english)],
  ['datedaymonthyear', dateOf(['day', 'month', 'year'])],
  ['datedaymonthyearen', dateOf(['day', 'month', 'year'], english)],
  ['datemonthday', dateOf(['month', 'day'])],
  ['datemonthdayen', dateOf(['month', 'day'], english)],
  ['datemonthdayyear', dateOf(['month', 'day', 'year'])],
  ['datemonthdayyearen', dateOf(['month', 'day', 'year'], english)],
  ['datemonthyearen', dateOf(['month', 'year'], english)],
  ['dateyearmonthen', dateOf(['year', 'month'], english)],
  ['dateyearmonthcjk', dateOf(['year', 'month'])],
  ['dateyearmonthdaycjk', dateOf(['year', 'month', 'day'])],
  ['dateerayearmonthjp', eraDate(false)],
  ['dateerayearmonthdayjp', eraDate(true)],
])

/** Registry 3 (2015-02-26): the second and more. */
const third: Registry = new Map([
  ...second,
  ['numdotdecimalin', dotDecimal],
  ['numunitdecimalin', unitHundredthsIndian],
  ['calindaymonthyear', sakaDate],
  ['datedaymonthdk', dateOf(['day', 'month'], danish)],
  ['datedaymonthyeardk', dateOf(['day', 'month', 'year'], danish)],
  ['datemonthyeardk', dateOf(['month', 'year'], danish)],
  ['datedaymonthyearin', dateOf(['day', 'month', 'year'], hindi)],
  ['datemonthyearin', dateOf(['month', 'year'], hindi)],
  ['datemonthyear', dateOf(['month', 'year'])],
  ['dateyearmonthday', dateOf(['year', 'month', 'day'])],
])

/** Registry 4 (2020-02-12), whose names say the order of the fields. */
const fourth: Registry = new Map([
  ['fixed-empty', fixed('')],
  ['fixed-false', fixed('false')],
  ['fixed-true', fixed('true')],
  ['fixed-zero', fixed('0')],
  ['num-comma-decimal', commaDecimal],
  ['num-dot-decimal', dotDecimal],
  ['numdotdecimalin', dotDecimal],
  ['num-unit-decimal', unitHundredths],
  ['date-ind-day-monthname-year-hi', sakaDate],
  ['date-jpn-era-year-month', eraDate(false)],
  ['date-jpn-era-year-month-day', eraDate(true)],
  ...numericDates(['day-month', 'day-month-year', 'month-day', 'month-day-year', 'month-year', 'year-month']),
  ...numericDates(['year-month-day']),
  ...['day-monthroman', 'day-monthroman-year', 'monthroman-year'].map((form) =>
    dateEntry(form, '', romanMonths),
  ),
  ...languages
    .filter((language) => !['cy', 'hi', 'hu', 'lt', 'lv'].includes(language))
    .flatMap((language) => namedDates(language, ['day-monthname', 'day-monthname-year', 'monthname-year'])),
  ...namedDates('hi', ['day-monthname-year', 'monthname-year']),
  ...namedDates('en', ['monthname-day', 'monthname-day-year', 'year-monthname']),
  ...namedDates('hu', ['monthname-day', 'year-monthname-day', 'year-monthname']),
  ...namedDates('lt', ['monthname-day', 'year-monthname-day', 'year-monthname']),
  ...namedDates('lv', ['day-monthname', 'year-day-monthname', 'year-monthname']),
])

/** Registry 5 (2022-02-16): the fourth, Welsh, and apostrophes between thousands. */
const fifth: Registry = new Map([
  ...fourth,
  ...namedDates('cy', ['day-monthname', 'day-monthname-year', 'monthname-year']),
  ['num-comma-decimal-apos', commaDecimalApostrophe],
  ['num-dot-decimal-apos', dotDecimalApostrophe],
  ['num-unit-decimal-apos', unitHundredthsApostrophe],
])

/** The SEC's own (2015-08-31). */
const sec: Registry = new Map([
  ['duryear', years],
  ['durmonth', months],
  ['durweek', weeks],
  ['durday', days],
  ['durhour', hours],
  ['durwordsen', durationWords],
  ['numwordsen', numberWords],
  ['numinf', fixed('INF')],
  ['numneginf', fixed('-INF')],
  ['numnan', fixed('NaN')],
  ['datequarterend', quarterEnd],
  ['boolballotbox', ballotBox('false', 'true')],
  ['yesnoballotbox', ballotBox('No', 'Yes')],
  ['countrynameen', countryCode],
  ['stateprovnameen', stateCode],
  ['edgarprovcountryen', edgarPlaceCode],
  ['exchnameen', exchangeCode],
  ['entityfilercategoryen', filerCategory],
])

const registries = new Map<string, Registry>([
  ['http://www.xbrl.org/2008/inlineXBRL/transformation', first],
  ['http://www.xbrl.org/inlineXBRL/transformation/2010-04-20', first],
  ['http://www.xbrl.org/inlineXBRL/transformation/2011-07-31', second],
  ['http://www.xbrl.org/inlineXBRL/transformation/2015-02-26', third],
  ['http://www.xbrl.org/inlineXBRL/transformation/2020-02-12', fourth],
  ['http://www.xbrl.org/inlineXBRL/transformation/2022-02-16', fifth],
  ['http://www.sec.gov/inlineXBRL/transformation/2015-08-31', sec],
])

/** The transformation of a registry, by the namespace and the local name of a `format`. */
export function transformationOf(namespace: string, name: string): Transformation | undefined {
  return registries.get(namespace)?.get(name)
}

function numericDates(forms: string[]): [string, Transformation][] {
  return forms.map((form) => dateEntry(form, ''))
}

function namedDates(language: string, forms: string[]): [string, Transformation][] {
  const names = monthNames(language)
  return forms.map((form) => dateEntry(form, `-${language}`, names))
}

function dateEntry(form: string, suffix: string, names?: MonthReader): [string, Transformation] {
  const order = form.split('-').map((field) => (field.startsWith('month') ? 'month' : field))
  return [`date-${form}${suffix}`, dateOf(order as ('day' | 'month' | 'year')[], names)]
}
