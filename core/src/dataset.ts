/**
 * Which world a row belongs to: `live` holds what EDGAR published, `test` the fictional corpus that
 * `slp_test_` keys see. A key reads exactly one of them.
 */
export const datasets = ['live', 'test'] as const
export type Dataset = (typeof datasets)[number]
