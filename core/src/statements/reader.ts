import type { Reader } from '../readers/reader.ts'
import { type FinancialReport, readFinancialReport } from './financial-report.ts'
import { insertFinancialReport } from './store.ts'

/** The financial statements of any filing with XBRL facts. */
export const statementReader: Reader<FinancialReport> = {
  name: 'financial_statements',
  version: '1.0.0',
  applies: () => true,
  read: readFinancialReport,
  store: insertFinancialReport,
}
