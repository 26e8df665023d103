import { type Intake, nextJob } from '@sec-latent/core/intake/intake'
import { jobs } from '@sec-latent/core/jobs'
import { LIVE } from '@sec-latent/core/outbox/priority'
import type { Announcement } from '@sec-latent/core/outbox/store'

type Named = Pick<Intake, 'dataset' | 'accession_number'> & Partial<Pick<Intake, 'priority'>>

/** The job that answers for rules. */
export function extractionOf(filing: Named): Announcement {
  return nextJob(filing, 'parsed')
}

/** The same for a filing that was answered before. */
export function anotherExtractionOf(filing: Named): Announcement {
  const job = extractionOf(filing)
  return { ...job, payload: { ...job.payload, again: true } } as Announcement<'extract-signals'>
}

/** The job that asks Claude, where there is one. */
export function askingOf({ dataset, accession_number, priority = LIVE }: Named): Announcement[] {
  const job_name = 'ask-claude'
  if (!(job_name in jobs)) return []
  const announcement = {
    job_name,
    job_id: `${job_name}.${accession_number}`,
    payload: { dataset, accession_number },
    priority,
  }
  return [announcement as unknown as Announcement]
}
