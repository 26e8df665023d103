import 'server-only'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { NotFoundError } from '../../../sdk/src/index.ts'
import { PageFrame } from '../shell/index.ts'
import { type Choice, type FilingView, filingHref, readChoice } from './address.ts'
import { failureOf } from './failure.ts'
import { FailurePage } from './failure-page.tsx'
import { companyNames, FilingHeader, formInWords } from './filing-header.tsx'
import { type LoadedFiling, loadFiling } from './load-filing.ts'
import { spanIn } from './quoted-spans.ts'

export interface FilingPageProps {
  params: Promise<{ accession_number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const ACCESSION_NUMBER = /^(\d{10})-?(\d{2})-?(\d{6})$/
/** Of a quote in the preview of a link. */
const PREVIEW = 280

/** A page about a filing: its header, and below it what `render` makes. Whatever the API says instead becomes a page, too. */
export async function filingPage(
  { params, searchParams }: FilingPageProps,
  view: FilingView,
  render: (loaded: LoadedFiling, choice: Choice) => Promise<ReactNode>,
): Promise<ReactNode> {
  const { accession_number } = await params
  const choice = readChoice(await searchParams)
  const accessionNumber = canonical(accession_number)
  if (!accessionNumber) notFound()
  if (accessionNumber !== accession_number) redirect(filingHref(accessionNumber, choice, view))
  const loaded = await loadFiling(accessionNumber, choice.as_of).catch((error) => {
    if (error instanceof NotFoundError && error.code === 'filing_not_found') notFound()
    const failure = failureOf(error)
    if (!failure) throw error
    return failure
  })
  if ('kind' in loaded) return <FailurePage failure={loaded} heading={`Filing ${accessionNumber}`} />
  return (
    <PageFrame width="wide" className="filing">
      <FilingHeader
        filing={loaded.filing}
        related={loaded.related}
        signalCount={loaded.signals.length}
        view={view}
        asOf={choice.as_of}
      />
      {await render(loaded, choice)}
    </PageFrame>
  )
}

function canonical(given: string): string | undefined {
  const [, filer, year, number] = ACCESSION_NUMBER.exec(given) ?? []
  return filer && `${filer}-${year}-${number}`
}

const VIEWS: Record<FilingView, string> = {
  text: '',
  changes: 'Changes in ',
  signals: 'Signals of ',
  figures: 'Figures of ',
  processing: 'Processing of ',
}

/** What a link to the page shows where it is shared: the filing, and the quote when the link leads to one. */
export async function filingMetadata(
  { params, searchParams }: FilingPageProps,
  view: FilingView,
): Promise<Metadata> {
  const { accession_number } = await params
  const choice = readChoice(await searchParams)
  const accessionNumber = canonical(accession_number)
  const loaded = accessionNumber && (await loadFiling(accessionNumber, choice.as_of).catch(() => undefined))
  if (!loaded) return { title: `Filing ${accessionNumber ?? ''}`.trim(), robots: { index: false } }
  const { filing, signals } = loaded
  const title = `${VIEWS[view]}${companyNames(filing)}: ${formInWords(filing.form_type)} of ${filing.filing_date}`
  const quote = quoteOf(loaded, choice)
  const description =
    quote ??
    `${signals.length} signals in filing ${filing.accession_number}, each with the place in the text it rests on.`
  return {
    metadataBase: process.env.PORTAL_URL ? new URL(process.env.PORTAL_URL) : undefined,
    title,
    description,
    alternates: { canonical: filingHref(filing.accession_number, {}, view) },
    openGraph: { title, description, type: 'article', siteName: 'SEC Latent Platform' },
    twitter: { card: 'summary', title, description },
  }
}

function quoteOf({ signals }: LoadedFiling, { evidence, signal }: Choice): string | undefined {
  for (const one of signals) {
    for (const piece of one.evidence) {
      if (piece.id !== evidence && one.id !== signal) continue
      const quote = spanIn(piece, one.accession_number)?.quote
      if (quote) return quote.length > PREVIEW ? `“${quote.slice(0, PREVIEW).trimEnd()} …”` : `“${quote}”`
    }
  }
  return undefined
}
