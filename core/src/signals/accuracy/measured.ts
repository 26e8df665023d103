import type { MeasuredSignal } from './measure.ts'

/** What `npm run accuracy:signals -- --write` found on the corpus of real filings, by signal type. */
export const measuredSignals: Readonly<Record<string, MeasuredSignal>> = {
  event_8k: {
    extractor_version: '1.0.0',
    checks: [
      {
        name: 'event_8k items of the text against header items',
        source: 'Item codes of the submission header, current reports filed since 2012',
        labelled: 153,
        agreed: 151,
        agreement: 0.9869281045751634,
        positives: 151,
        precision: 0.9869281045751634,
        recall: 1,
        intervals: {
          agreement: {
            lower: 0.9535960513763885,
            upper: 0.9964078641721229,
          },
          precision: {
            lower: 0.9535960513763885,
            upper: 0.9964078641721229,
          },
          recall: {
            lower: 0.9751910189302562,
            upper: 1,
          },
        },
      },
    ],
  },
}
