import type { DeterministicExtractor } from '../extractor.ts'
import { accruals } from './accruals.ts'
import { altman } from './altman.ts'
import { balanceSheetGrowth } from './balance-sheet-growth.ts'
import { beneish } from './beneish.ts'
import { benford } from './benford.ts'
import { cashConversion } from './cash-conversion.ts'
import { cashRunwayRule } from './cash-runway.ts'
import { contractRevenue } from './contract-revenue.ts'
import { dechow } from './dechow.ts'
import { goodwillImpairment } from './goodwill-impairment.ts'
import { grossMarginDriftRule } from './gross-margin-drift.ts'
import { incomeChecks } from './income-checks.ts'
import { inventoryVsSales } from './inventory-vs-sales.ts'
import { montier } from './montier.ts'
import { ohlson } from './ohlson.ts'
import { piotroski } from './piotroski.ts'
import { workingCapitalDays } from './working-capital-days.ts'
import { zmijewski } from './zmijewski.ts'

export const accountingRules: readonly DeterministicExtractor[] = [
  altman,
  piotroski,
  beneish,
  accruals,
  dechow,
  ohlson,
  montier,
  workingCapitalDays,
  inventoryVsSales,
  cashConversion,
  grossMarginDriftRule,
  cashRunwayRule,
  goodwillImpairment,
  zmijewski,
  balanceSheetGrowth,
  benford,
  contractRevenue,
  incomeChecks,
]
