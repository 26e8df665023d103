import { foldAnswerCounts } from '@sec-latent/core/processing/kept-counts'
import { defineJob } from '../job.ts'

/** Puts together the counts of how extractors answered: what was appended since is read with each list until then. */
export const countAnswers = defineJob({
  name: 'count-answers',
  concurrency: () => 1,

  async run(_, { sql }) {
    await foldAnswerCounts(sql)
  },

  async fail() {},
})
