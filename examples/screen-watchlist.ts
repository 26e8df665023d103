/**
 * Screens a watchlist for three things that tend to be overlooked: numbers that changed between two filings without a word,
 * risk factors that were added, and several insiders buying within a month. Prints each with its quote, verified against the
 * text it is from, and a link that opens the filing at the quote.
 *
 *   npx tsx examples/screen-watchlist.ts TWTI QFPV HBRL
 *   npx tsx examples/screen-watchlist.ts TWTI --since 2024-01-01
 *
 * LATENT_API_URL (default http://localhost:8000) and LATENT_API_KEY say where to ask, and as whom.
 */
import { parseArgs } from 'node:util'
import { LatentClient, type Signal } from '@sec-latent/sdk'

const SCREENED = {
  silent_revision: 'Numbers revised without a word',
  rf_added: 'Risk factors added',
  insider_cluster_buy: 'Insiders buying together',
} as const
const QUOTES_PER_SIGNAL = 3

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { since: { type: 'string', default: '2001-01-01' } },
})
const watchlist = positionals.length > 0 ? positionals : ['TWTI']
const client = new LatentClient({
  baseUrl: process.env.LATENT_API_URL ?? 'http://localhost:8000',
  apiKey: process.env.LATENT_API_KEY ?? '',
})

let found = 0
let wrong = 0
for (const company of watchlist) {
  const who = /^\d+$/.test(company) ? { cik: company } : { ticker: company.toUpperCase() }
  for (const signal_type of Object.keys(SCREENED) as (keyof typeof SCREENED)[]) {
    const list = client.signals.list({
      ...who,
      signal_type,
      accepted_at_gte: `${values.since}T00:00:00Z`,
    })
    for await (const signal of list) {
      found++
      await print(company, SCREENED[signal_type], signal)
    }
    const { coverage } = await list
    if (coverage.status !== 'complete')
      console.log(
        `${company}: ${signal_type} is ${coverage.status} (${coverage.reason ?? 'some filings unread'})`,
      )
  }
}
console.log(`\n${found} signals on ${watchlist.join(', ')}; ${wrong} pieces of evidence do not hold.`)
if (wrong > 0) process.exitCode = 1

async function print(company: string, heading: string, signal: Signal): Promise<void> {
  console.log(
    `\n${company}  ${heading}: ${signal.value} ${signal.unit}  (${signal.form_type} of ${signal.accepted_at.slice(0, 10)}, ${signal.accession_number})`,
  )
  // Every piece is looked up again in the stored bytes; see verify-evidence.ts for the check that trusts nobody.
  const pieces = await client.signals.evidence(signal.id).toArray()
  wrong += pieces.filter(({ verification }) => verification.status !== 'verified').length
  for (const piece of pieces.slice(0, QUOTES_PER_SIGNAL)) {
    for (const { quote, link } of quotesOf(piece))
      console.log(`  "${excerpt(quote)}"${link ? `\n    ${link}` : ''}`)
  }
  if (pieces.length > QUOTES_PER_SIGNAL) console.log(`  and ${pieces.length - QUOTES_PER_SIGNAL} more`)
}

interface Quote {
  quote: string
  link: string | null
}

function quotesOf(piece: Signal['evidence'][number]): Quote[] {
  switch (piece.kind) {
    case 'text_span':
      return [{ quote: piece.quote, link: piece.text_fragment_url }]
    case 'pair':
      return [piece.left, piece.right].flatMap((side) =>
        side ? [{ quote: side.quote, link: side.text_fragment_url }] : [],
      )
    case 'header_field':
      return [{ quote: piece.quote, link: piece.source_url }]
    case 'xml_path':
      return [{ quote: `${piece.path} = ${piece.value}`, link: piece.source_url }]
    case 'xbrl_fact':
      return [
        {
          quote: `${piece.concept} ${piece.period_end ?? ''} = ${piece.value} ${piece.unit ?? ''}`,
          link: piece.span?.text_fragment_url ?? piece.source_url,
        },
      ]
  }
}

function excerpt(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 160)} ...` : line
}
