/**
 * Lists the 10-K filings of a company, prints the signals of one fiscal year with their quotes, and checks every quote
 * against the text it was taken from. Ends with code 1 when a single one does not hold.
 *
 *   npx tsx examples/quick-start.ts TWTI 2023
 *
 * LATENT_API_URL (default http://localhost:8000) and LATENT_API_KEY say where to ask, and as whom.
 */
import { type Filing, LatentClient, type Signal } from '@sec-latent/sdk'
import { verifyEvidence, type WantedSource } from '@sec-latent/sdk/evidence'

const [company = 'TWTI', year] = process.argv.slice(2)
const client = new LatentClient({
  baseUrl: process.env.LATENT_API_URL ?? 'http://localhost:8000',
  apiKey: process.env.LATENT_API_KEY ?? '',
})

const who = /^\d+$/.test(company) ? { cik: company } : { ticker: company.toUpperCase() }
const annualReports = await client.filings.list({ ...who, form_type: '10-K', sort: 'accepted_at' }).toArray()
console.log(`10-K filings of ${company}:`)
for (const { accession_number, period_of_report, accepted_at } of annualReports) {
  console.log(`  ${accession_number}  year ended ${period_of_report}, accepted ${accepted_at}`)
}

const report = annualReports.findLast((filing) => !year || filing.period_of_report?.startsWith(year))
if (!report) throw new Error(`There is no 10-K of ${company}${year ? ` for a year ended in ${year}` : ''}.`)

console.log(`\nSignals of the fiscal year ended ${report.period_of_report}:`)
const texts = new Map<string, Promise<string>>()
const tally = { here: 0, byTheApi: 0, wrong: 0 }
for await (const signal of signalsOfYear(report)) {
  console.log(`\n${signal.signal_type} = ${signal.value} (${signal.form_type} ${signal.accession_number})`)
  await check(signal)
}
console.log(
  `\n${tally.here} pieces of evidence verified here, ${tally.byTheApi} by the API, ${tally.wrong} wrong.`,
)
if (tally.wrong > 0 || tally.here === 0) process.exitCode = 1

/** Everything that reports on the year which the annual report closes: what came after the end of the year before. */
function signalsOfYear({ period_of_report }: Filing): AsyncIterable<Signal> {
  const end = period_of_report ?? ''
  const yearBefore = new Date(Date.parse(end) - 365 * 86_400_000).toISOString().slice(0, 10)
  const earlier = annualReports.findLast((filing) => (filing.period_of_report ?? end) < end)
  const after = earlier?.period_of_report ?? yearBefore
  return client.signals.list({ ...who, period_of_report_gt: after, period_of_report_lte: end })
}

async function check(signal: Signal): Promise<void> {
  for (const evidence of signal.evidence) {
    for (const quote of quotesOf(evidence)) console.log(`  > ${excerpt(quote)}`)
    if (!standsInText(evidence)) continue
    const verdict = await verifyEvidence(evidence, downloadText)
    if (verdict.verified) tally.here++
    else {
      tally.wrong++
      console.error(`  NOT VERIFIED: ${verdict.fault}`)
    }
  }
  if (signal.evidence.every(standsInText)) return
  // Headers, XML and tagged facts stand in the original bytes; the API looks them up there once more.
  for (const { kind, verification } of await client.signals.evidence(signal.id).toArray()) {
    if (kind === 'text_span' || kind === 'pair') continue
    if (verification.status === 'verified') tally.byTheApi++
    else {
      tally.wrong++
      console.error(`  NOT VERIFIED by the API: ${verification.fault}`)
    }
  }
}

function standsInText({ kind }: Signal['evidence'][number]): boolean {
  return kind === 'text_span' || kind === 'pair'
}

/** Each text is downloaded once, by the hash the evidence names. */
function downloadText({ document_id, sha256 }: WantedSource): Promise<string> {
  const [accession = '', sequence = ''] = document_id?.split(':') ?? []
  const text =
    texts.get(sha256) ??
    client.documents.textPlain(accession, sequence, { text_sha256: sha256 }).then((text) => text)
  texts.set(sha256, text)
  return text
}

function quotesOf(evidence: Signal['evidence'][number]): string[] {
  switch (evidence.kind) {
    case 'pair':
      return [evidence.left?.quote, evidence.right?.quote].filter((quote) => quote !== undefined)
    case 'xml_path':
      return [evidence.value]
    case 'xbrl_fact':
      return [evidence.span?.quote ?? `${evidence.concept} = ${evidence.value}`]
    default:
      return [evidence.quote]
  }
}

function excerpt(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > 140 ? `${line.slice(0, 140)} ...` : line
}
