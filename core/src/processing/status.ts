/**
 * What an extractor says about a filing. `insufficient_data`: inputs it cannot do without are not reported. The last three
 * are answers of extractors that ask a language model: it was not asked (no key, no budget, overload), it would not answer,
 * its answer was cut short.
 */
export const PROCESSING_STATUSES = [
  'ok_found',
  'ok_none',
  'not_applicable',
  'insufficient_data',
  'pending',
  'failed',
  'unavailable',
  'refused',
  'truncated',
] as const
export type ProcessingStatus = (typeof PROCESSING_STATUSES)[number]
