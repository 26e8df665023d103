import type { Dataset } from '@sec-latent/core/dataset'
import type { PublishedChange } from './feed-store.ts'
import { accessionTag, cikTag, EVERYTHING, formTag } from './tags.ts'

/** A change with the tags of the answers it can alter. */
export interface TaggedChange {
  dataset: Dataset
  /** Milliseconds since 1970 at which it becomes visible. */
  moment: number
  /** The moment of its place in the feed; earlier only for a filing that EDGAR dates ahead. */
  published: number
  tags: ReadonlySet<string>
}

/** Changes kept: at the pace of EDGAR's busiest minutes about an hour. */
const KEPT = 10_000

/**
 * The stretch of the feed this process knows: every change whose moment lies between `from` and `horizon`. An answer
 * made for a moment in it can be told how long it stays true.
 */
export function feedWindow() {
  let kept: TaggedChange[] = []
  let from = Number.POSITIVE_INFINITY
  let longestLead = 0
  let horizon = Number.NEGATIVE_INFINITY

  return {
    /** Until this moment nothing can become visible that is not known here. */
    horizon: () => horizon,

    /** Begins anew: whatever becomes visible after `moment` will be told. */
    begin(moment: number): void {
      kept = []
      from = moment
    },

    append(changes: readonly TaggedChange[]): void {
      for (const change of changes) {
        kept.push(change)
        longestLead = Math.max(longestLead, change.moment - change.published)
      }
      if (kept.length > KEPT * 2) {
        const dropped = kept.splice(0, kept.length - KEPT)
        from = Math.max(from, ...dropped.map(({ moment }) => moment))
      }
    },

    /** Notes that everything is known that becomes visible until then. */
    extend(moment: number): void {
      horizon = Math.max(horizon, moment)
    },

    /**
     * From when on an answer with these tags, true at `asOf`, is not true any more; infinity while nothing is known that
     * alters it. Undefined when `asOf` lies before what is known.
     */
    trueUntil(dataset: Dataset, asOf: number, tags: readonly string[]): number | undefined {
      if (asOf < from) return undefined
      let first = Number.POSITIVE_INFINITY
      for (let i = kept.length - 1; i >= 0; i--) {
        const change = kept[i] as TaggedChange
        // `published` rises along the feed.
        if (change.published + longestLead <= asOf) break
        if (change.moment > asOf && change.moment < first && alters(change, dataset, tags)) {
          first = change.moment
        }
      }
      return first
    },
  }
}
export type FeedWindow = ReturnType<typeof feedWindow>

function alters(change: TaggedChange, dataset: Dataset, tags: readonly string[]): boolean {
  return change.dataset === dataset && tags.some((tag) => change.tags.has(tag))
}

export function tagged(change: PublishedChange): TaggedChange {
  const ciks = change.cik === null ? change.filer_ciks : [change.cik, ...change.filer_ciks]
  return {
    dataset: change.dataset,
    moment: Date.parse(change.moment),
    published: Date.parse(change.published),
    tags: new Set([
      EVERYTHING,
      accessionTag(change.accession_number),
      ...ciks.map(cikTag),
      ...(change.form_type === null ? [] : [formTag(change.form_type)]),
    ]),
  }
}
