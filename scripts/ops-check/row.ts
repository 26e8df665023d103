import type { FoundingItem } from './founding-items.ts'

/**
 * How one promise of the founding document is kept.
 *
 * `tested`: shown here with the real program. `simulated`: the same code against a stand-in for what cannot run here.
 * `paper`: configuration or a written procedure only; such a row must say why, and must not be claimed elsewhere.
 */
export interface Row {
  item: FoundingItem
  /** Files or folders that keep the promise, from the root of the repository. */
  artefacts: string[]
  /** Test files, each with words of the title of the test that shows it: `path/to/file.test.ts > words of the title`. */
  tests: string[]
  /** Commands that show it with figures, beside the tests: `npm run …`. */
  commands?: string[]
  state: 'tested' | 'simulated' | 'paper'
  /** What was decided when the document contradicts itself, or why it is not `tested`. Required unless `tested`. */
  note?: string
}
