import { rollForward } from '../../insider-transactions/roll-forward.ts'
import type { Check } from '../check.ts'
import { isOwnershipFile, type OwnershipReading, ownershipReading } from './ownership-readings.ts'

/**
 * In each Form 4 or 5 the balance after a transaction is that of the row before plus what was acquired or minus what was
 * disposed of. A filing that states something else is quoted as it is: each exception is looked at and explained.
 */
export const ownershipBalancesCheck: Check = {
  name: 'Form 4: balances roll forward',
  source: 'the filings themselves',
  at_least: null,

  *compare(corpus) {
    for (const file of corpus.files.filter(isOwnershipFile)) {
      let reading: OwnershipReading
      try {
        reading = ownershipReading(corpus, file)
      } catch {
        // What cannot be read is counted by the check of every file.
        continue
      }
      if (reading.kind !== 'insider') continue
      for (const { xml_path, expected, stated, rolls } of rollForward(reading.document.rows)) {
        yield {
          case: `${file.path} ${xml_path}`,
          ours: String(expected),
          theirs: String(stated),
          agreed: rolls,
        }
      }
    }
  },
}
