import { beneficialOwnershipReader } from '../beneficial-ownership/reader.ts'
import { eventReader } from '../events/reader.ts'
import { xbrlFactReader } from '../facts/reader.ts'
import { fundHoldingReader, fundReportReader, proxyVoteReader } from '../fund-reports/reader.ts'
import { holdingsReader, holdingsReportReader } from '../holdings/reader.ts'
import { insiderTransactionReader } from '../insider-transactions/reader.ts'
import { offeringReader } from '../offerings/reader.ts'
import { proposedSaleReader } from '../proposed-sales/reader.ts'
import { searchIndexReader } from '../search/reader.ts'
import { statementReader } from '../statements/reader.ts'
import { subsidiaryReader } from '../subsidiaries/reader.ts'
import type { Reader } from './reader.ts'

/** Every reader, in the order in which they run. A new one is one file in its noun's folder and one line here. */
export const readers: readonly Reader[] = [
  insiderTransactionReader,
  proposedSaleReader,
  beneficialOwnershipReader,
  holdingsReportReader,
  holdingsReader,
  eventReader,
  xbrlFactReader,
  statementReader,
  searchIndexReader,
  offeringReader,
  fundReportReader,
  fundHoldingReader,
  proxyVoteReader,
  subsidiaryReader,
] as Reader[]
