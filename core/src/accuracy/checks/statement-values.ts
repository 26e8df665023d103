import type { Check, Comparison } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { compareParseXbrl } from './statement-parse-xbrl.ts'
import { comparePystockCrawler } from './statement-pystock-crawler.ts'
import { comparePythonXbrl } from './statement-python-xbrl.ts'
import { compareSecfsdstools } from './statement-secfsdstools.ts'

/** What four parsers of financial statements say of a filing, each by its own definitions, against our facts and lines. */
export const statementValuesCheck: Check = {
  name: 'XBRL values',
  source: 'pystock-crawler, parse-xbrl, python-xbrl, secfsdstools',
  at_least: 0.99,
  after_review: true,

  *compare(corpus: Corpus): Iterable<Comparison> {
    yield* comparePystockCrawler(corpus)
    yield* compareParseXbrl(corpus)
    yield* comparePythonXbrl(corpus)
    yield* compareSecfsdstools(corpus)
  },
}
