import type { BackfillProgress } from '@sec-latent/core/intake/backfill-progress'

const COLUMNS = ['asked', 'read', 'given_up', 'filings_seen'] as const

/** How far a backfill is, to be read in a terminal. */
export function progressText(progress: BackfillProgress): string {
  const { sources, waiting, history_by_stage, history_done_lately, minutes_left } = progress
  const stages = Object.entries(history_by_stage).map(([stage, count]) => `${stage} ${count}`)
  return `${[
    ['source', ...COLUMNS, 'given up because'].join('\t'),
    ...sources.map((row) =>
      [row.source, ...COLUMNS.map((column) => row[column]), reasonsOf(row.reasons)].join('\t'),
    ),
    '',
    `on their way: ${waiting.live} new filings, ${waiting.missed} the feed missed, ${waiting.history} of history` +
      (stages.length > 0 ? ` (${stages.join(', ')})` : ''),
    `history in the last 10 minutes: ${history_done_lately} filings${restOf(minutes_left)}`,
  ].join('\n')}\n`
}

function reasonsOf(reasons: Record<string, number>): string {
  return Object.entries(reasons)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ')
}

function restOf(minutes: number | null): string {
  if (minutes === 0) return ''
  return minutes === null ? '; nothing moves' : `; the rest in about ${minutes} minutes at this pace`
}
