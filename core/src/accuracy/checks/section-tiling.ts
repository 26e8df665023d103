import { tilingFault } from '../../sections/tiling.ts'
import type { Check } from '../check.ts'
import { filesOf, readSectioned } from '../sectioned-document.ts'

export const sectionTilingCheck: Check = {
  name: 'sections tile the text (no overlap, no loss)',
  source: 'every main document of the corpus that has a text',
  at_least: 1,

  *compare(corpus) {
    for (const file of filesOf(corpus, /./)) {
      const document = readSectioned(corpus, file)
      if (!document || document.text === '') continue
      const fault = tilingFault(document.sections, document.text)
      yield { case: file.path, ours: fault ?? 'tiles', theirs: 'tiles', agreed: fault === null }
    }
  },
}
