import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Instant, listOf, pageParameters } from '../schemas.ts'

const JOB_ID = '^job_[0-9a-z]{26}$'

export const Job = Type.Object(
  {
    object: Type.Literal('job'),
    id: Type.String({ examples: ['job_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    kind: stringEnum(['export'], { description: 'What is being done.' }),
    status: stringEnum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
    progress: Type.Number({ description: 'From 0 to 1; never falls.' }),
    reason: nullable(
      Type.String({
        description:
          'A permanent word when it failed: `too_many_rows`, or `internal_error` when it was our fault.',
      }),
    ),
    result_url: nullable(Type.String({ description: 'Path of what it makes, such as the export.' })),
    created_at: Instant('When it was asked for.'),
    started_at: nullable(Instant('When it began.')),
    finished_at: nullable(Instant('When it ended, whichever way.')),
  },
  { $id: 'Job', description: 'Work that outlasts a request.' },
)
export const JobList = listOf('JobList', Job, 'Jobs of the organisation, latest first.')
export const JobQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })
export const JobParams = Type.Object(
  {
    job_id: Type.String({
      pattern: JOB_ID,
      description: 'Id of a job.',
      examples: ['job_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
  },
  { additionalProperties: false },
)
