import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that start whole programs. Begun last, one of them would run on alone when all the others are done. */
export const LONG_FILES = [
  'workers/src/pipeline.test.ts',
  'scripts/start/start.test.ts',
  'scripts/examples.test.ts',
  'docs-site/portal.test.ts',
  'docs-site/filing.test.ts',
  'core/src/signals/events/item-rules.corpus.test.ts',
]

/** Begins with the files that take longest, and keeps vitest's order among the others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONG_FILES.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'))
      return place < 0 ? LONG_FILES.length : place
    }
    const sorted = await super.sort(files)
    return sorted.sort((one, other) => rank(one) - rank(other))
  }
}
