/**
 * What goes first, smaller before larger: new filings before the history that is taken in beside them. The queue gives a job
 * with a priority after all that have none, so 0 stands for none there.
 */
export const LIVE = 0
/** The same for a job that may wait as history already, and is to wait no longer. */
export const PROMOTED = 1
/** What the feed did not show and the index of the day did: a day old, and perhaps a whole day's filings. */
export const MISSED = 10
export const BACKFILL = 20
