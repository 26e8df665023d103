// Compiled, not run, against the packed SDK: what a user may write, and what the types must refuse.
import { cached, type Filing, LatentClient, NotFoundError, paced, type Signal } from '@sec-latent/sdk'
import { verifyEvidence } from '@sec-latent/sdk/evidence'

const client = new LatentClient({
  apiKey: async () => 'slp_test_',
  maxRetries: 1,
  middleware: [cached(new Map()), paced()],
})

export async function use(): Promise<Filing[]> {
  const page = await client.filings.list({ ticker: 'TWTI', form_type: ['10-K', '10-Q'], limit: 10 })
  const first: string | undefined = page.data[0]?.accession_number
  for await (const filing of client.filings.list({ cik: '9990001' })) {
    const form: string = filing.form_type
    console.log(form, first)
  }
  for await (const signal of client.signals.list({ signal_type: 'rf_added' })) await check(signal)
  const text: string = await client.documents.textPlain('0009990001-23-000005', 1)
  console.log(text.length, client.rateLimit[0]?.remaining)
  try {
    const { data, cost, requestId } = await client.filings.get('0009990001-23-000005').withResponse()
    console.log(data.accepted_at, cost, requestId)
  } catch (error) {
    if (error instanceof NotFoundError && error.code === 'filing_not_found') console.log(error.retryAfterMs)
  }
  // @ts-expect-error There is no such parameter; the API would answer 400.
  await client.filings.list({ form: '10-K' })
  // @ts-expect-error A limit is a number.
  await client.filings.list({ limit: 'ten' })
  return await client.filings.list().toArray({ limit: 3 })
}

async function check(signal: Signal): Promise<void> {
  for (const evidence of signal.evidence) {
    const verdict = await verifyEvidence(evidence, async ({ document_id }) => {
      const [accession = '', sequence = ''] = document_id?.split(':') ?? []
      return await client.documents.textPlain(accession, sequence)
    })
    if (!verdict.verified) console.log(verdict.fault)
  }
}
