/** A published example of a formula, and what ours makes of it (`npm run signals:vectors`). */
export interface Vector {
  /** Such as `V11`; several checks of one vector have a letter behind it: `V11a`. */
  id: string
  /**
   * `re`: recomputed and equal. `pub`: an expectation somebody else published. `derived`: computed by us from published
   * inputs. `neg`: published and wrong, so that it must not come out.
   */
  kind: 're' | 'pub' | 'derived' | 'neg'
  signal_type: string
  title: string
  /** Who published the inputs and the expected value. */
  source: string
  /** The formula and where it comes from. */
  formula: string
  expected: string
  /** What ours gives, at the printed precision of `expected`; null when the real filing it reads is not at hand. */
  got(): string | null | Promise<string | null>
}
