import { hasCorpus, openCorpus } from '../../accuracy/corpus.ts'
import { canonicalText } from '../../documents/canonical-text.ts'
import { readSubsidiaries } from '../../subsidiaries/read-subsidiaries.ts'
import type { Subsidiary } from '../../subsidiaries/subsidiary.ts'
import type { Vector } from '../vectors/vector.ts'

const EDGARTOOLS = 'edgartools tests (MIT)'

/** Published examples of what the network rules read. */
export const networkVectors: readonly Vector[] = [
  {
    id: 'V48a',
    kind: 'pub',
    signal_type: 'subsidiaries_change',
    title: 'Apple EX-21',
    source: EDGARTOOLS,
    formula: 'Rows of Exhibit 21 with their jurisdictions',
    expected: '19 rows, Braeburn Capital = Nevada',
    got() {
      const rows = listOf('unplaced/EX-21/ex21_aapl.html')
      const braeburn = rows?.find(({ name }) => name.startsWith('Braeburn Capital'))
      return rows && `${rows.length} rows, Braeburn Capital = ${braeburn?.jurisdiction?.split(',')[0]}`
    },
  },
  {
    id: 'V48b',
    kind: 'pub',
    signal_type: 'subsidiaries_change',
    title: 'Exxon EX-21',
    source: EDGARTOOLS,
    formula: 'Percent owned, where the list gives it',
    expected: 'AKG 87.5%, Imperial Oil 69.6%',
    got() {
      const rows = listOf('unplaced/EX-21/ex21_xom.html')
      const percent = (name: string) => rows?.find((row) => row.name.startsWith(name))?.ownership_percent
      return rows && `AKG ${percent('AKG')}%, Imperial Oil ${percent('Imperial Oil')}%`
    },
  },
]

function listOf(path: string): Subsidiary[] | null {
  const corpus = hasCorpus() ? openCorpus() : null
  return corpus?.has(path) ? readSubsidiaries(canonicalText(corpus.bytes(path), 'html')) : null
}
