import type { ObjectStore } from '@sec-latent/core/objects/store'
import { sha256 } from '@sec-latent/core/sha256'
import type { DeterministicExtractor } from '@sec-latent/core/signals/extractor'
import { workerConfig } from '../config.ts'
import { answerFiling } from '../filings/answer-filing.ts'
import { storeFiling } from '../filings/store-filing.ts'
import { openServices, type Services } from '../services.ts'

/** The services of a worker on stores of a test, with rules of its own, texts in memory, and no reading threads. */
export async function inventedServices(
  stores: { databaseUrl: string; redisUrl: string },
  rules: readonly DeterministicExtractor[],
): Promise<{ services: Services; close(): Promise<void> }> {
  const config = workerConfig({
    DATABASE_URL: stores.databaseUrl,
    REDIS_QUEUE_URL: stores.redisUrl,
    REDIS_CACHE_URL: stores.redisUrl,
    OBJECT_STORE_URL: 'file:///nonexistent',
    LOG_LEVEL: 'error',
  })
  const opened = openServices(config, 'test')
  const services: Services = {
    ...opened,
    objects: memoryObjectStore(),
    rules,
    extractors: rules,
    goesAhead: false,
    reading(job, accessionNumber) {
      return job === 'parse' ? storeFiling(accessionNumber, this) : answerFiling(accessionNumber, this)
    },
  }
  return { services, close: () => opened.close() }
}

function memoryObjectStore(): ObjectStore {
  const objects = new Map<string, Buffer>()
  return {
    async put(bytes) {
      const key = sha256(bytes)
      objects.set(key, Buffer.from(bytes))
      return key
    },
    get: async (key) => objects.get(key),
    getRange: async (key, start, end) => objects.get(key)?.subarray(start, end),
    has: async (key) => objects.has(key),
  }
}

export interface InventedFiling {
  accession_number: string
  cik: string
  form_type: string
  /** RFC 3339 UTC, in winter: five hours behind in New York. */
  accepted_at: string
  period_of_report: string
  text: string
}

/** The smallest submission that is one. */
export function inventedSubmission(filing: InventedFiling): Buffer {
  const local = new Date(Date.parse(filing.accepted_at) - 5 * 3_600_000).toISOString()
  const stamp = local.replace(/\D/g, '').slice(0, 14)
  return Buffer.from(`<SEC-DOCUMENT>${filing.accession_number}.txt : ${stamp.slice(0, 8)}
<SEC-HEADER>${filing.accession_number}.hdr.sgml : ${stamp.slice(0, 8)}
<ACCEPTANCE-DATETIME>${stamp}
ACCESSION NUMBER:		${filing.accession_number}
CONFORMED SUBMISSION TYPE:	${filing.form_type}
PUBLIC DOCUMENT COUNT:		1
CONFORMED PERIOD OF REPORT:	${filing.period_of_report.replaceAll('-', '')}
FILED AS OF DATE:		${stamp.slice(0, 8)}

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			INVENTED ${filing.cik} CO
		CENTRAL INDEX KEY:			${filing.cik}
		STANDARD INDUSTRIAL CLASSIFICATION:	SERVICES [7372]

	FILING VALUES:
		FORM TYPE:		${filing.form_type}
</SEC-HEADER>
<DOCUMENT>
<TYPE>${filing.form_type}
<SEQUENCE>1
<FILENAME>report.txt
<TEXT>
${filing.text}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`)
}

/** Puts a filing where `fetch-filing` leaves it: its bytes stored, its parse due. */
export async function fetchInvented(filing: InventedFiling, { sql, objects }: Services): Promise<void> {
  const submission_sha256 = await objects.put(inventedSubmission(filing))
  await sql`
    insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage, submission_sha256,
      submission_source)
    values (${filing.accession_number}, 'test', ${filing.cik}, ${filing.form_type},
      ${filing.accepted_at.slice(0, 10)}, 'full_index', 'fetched', ${submission_sha256}, 'full_submission')
    on conflict do nothing`
}
