import { type Static, type TSchema, Type } from 'typebox'

const Dataset = Type.Union([Type.Literal('live'), Type.Literal('test')])
const Filing = Type.Object({ dataset: Dataset, accession_number: Type.String() })

/** Every job of the pipeline with its payload. Payloads carry ids, not documents; new fields must be optional. */
export const jobs = {
  /** Reads one discovery source and records every accession number it names. */
  'discover-filings': Type.Object({
    dataset: Dataset,
    source: Type.Union([
      Type.Literal('latest_filings'),
      Type.Literal('submissions_json'),
      Type.Literal('daily_index'),
      Type.Literal('full_index'),
    ]),
    cik: Type.Optional(Type.String()),
    /** `YYYY-MM-DD` for a daily index. */
    date: Type.Optional(Type.String()),
    year: Type.Optional(Type.Integer()),
    quarter: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
  }),
  'fetch-filing': Filing,
  'parse-filing': Filing,
  'extract-signals': Filing,
  'publish-filing': Filing,
} as const satisfies Record<string, TSchema>

export type JobName = keyof typeof jobs
export type JobPayload<N extends JobName> = Static<(typeof jobs)[N]>
