import type { Check } from '../check.ts'
import { acceptedAtCheck, acceptedAtJsonCheck, acceptedAtResolvedCheck } from './accepted-at.ts'
import { corpusFilesCheck } from './corpus-files.ts'
import { diffsCheck } from './diffs.ts'
import { documentsWholeCheck } from './documents-whole.ts'
import { headerFieldsCheck } from './header-fields.ts'
import { holdingsAssertionsCheck } from './holdings-assertions.ts'
import { holdingsTotalsCheck } from './holdings-totals.ts'
import { ownershipAssertionsCheck } from './ownership-assertions.ts'
import { ownershipBalancesCheck } from './ownership-balances.ts'
import { eightKItemsCheck, eightKTextCheck } from './section-8k-items.ts'
import { tenKPresenceCheck, tenKStatusCheck, tenKTitleCheck } from './section-10k-status.ts'
import { edgartoolsSectionsCheck } from './section-edgartools.ts'
import { quarterlyLengthCheck, sectionLengthCheck, tenKTextCheck } from './section-lengths.ts'
import { headingNamesCheck } from './section-names.ts'
import { sectionTilingCheck } from './section-tiling.ts'
import { statementEdgartoolsCheck } from './statement-edgartools.ts'
import { statementRenderingCheck } from './statement-rendering.ts'
import { statementValuesCheck } from './statement-values.ts'
import { structuredFormAssertionsCheck } from './structured-form-assertions.ts'
import { xbrlAssertionsCheck } from './xbrl-assertions.ts'
import { xbrlCompanyFactsCheck, xbrlFactsListedCheck } from './xbrl-company-facts.ts'
import { xbrlDocumentsCheck } from './xbrl-documents.ts'
import { xbrlFramesCheck } from './xbrl-frames.ts'
import { xbrlGeneratedInstanceCheck } from './xbrl-generated-instance.ts'
import { xbrlInlineElementsCheck } from './xbrl-inline-elements.ts'
import { xbrlSecApiCheck } from './xbrl-sec-api.ts'

/** Every check of `npm run accuracy`, in the order of its table. A new one is one file here and one line. */
export const checks: readonly Check[] = [
  corpusFilesCheck,
  headerFieldsCheck,
  documentsWholeCheck,
  acceptedAtCheck,
  acceptedAtJsonCheck,
  acceptedAtResolvedCheck,
  sectionTilingCheck,
  eightKItemsCheck,
  eightKTextCheck,
  tenKPresenceCheck,
  tenKStatusCheck,
  tenKTitleCheck,
  sectionLengthCheck,
  quarterlyLengthCheck,
  tenKTextCheck,
  headingNamesCheck,
  edgartoolsSectionsCheck,
  diffsCheck,
  xbrlCompanyFactsCheck,
  xbrlFactsListedCheck,
  xbrlGeneratedInstanceCheck,
  xbrlAssertionsCheck,
  xbrlSecApiCheck,
  xbrlInlineElementsCheck,
  xbrlDocumentsCheck,
  xbrlFramesCheck,
  statementValuesCheck,
  statementRenderingCheck,
  statementEdgartoolsCheck,
  ownershipAssertionsCheck,
  holdingsAssertionsCheck,
  ownershipBalancesCheck,
  holdingsTotalsCheck,
  structuredFormAssertionsCheck,
]
