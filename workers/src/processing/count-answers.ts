import { datasets } from '@sec-latent/core/dataset'
import { countAnswers as count } from '@sec-latent/core/processing/coverage-store'
import { defineJob } from '../job.ts'

/** Counts how the extractors answered over whole datasets, for lists that are about all of one. */
export const countAnswers = defineJob({
  name: 'count-answers',
  concurrency: () => 1,

  async run(_, { sql }) {
    for (const dataset of datasets) await count(sql, dataset)
  },

  async fail() {},
})
