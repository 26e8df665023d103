import 'server-only'
import { redirect } from 'next/navigation'
import type { Signal } from '../../../sdk/src/index.ts'
import { Callout, EmptyState, PageLink } from '../shell/index.ts'
import { type Choice, filingHref } from './address.ts'
import { failureOf } from './failure.ts'
import { FailureNote } from './failure-page.tsx'
import { FilingText, type NumberedPlace } from './filing-text.tsx'
import type { LoadedFiling } from './load-filing.ts'
import { firstQuote, type Location, locate } from './location.ts'
import { Pager } from './pager.tsx'
import { type Place, placesIn } from './quoted-spans.ts'
import type { DocumentUnits } from './reading-units.ts'
import { SectionList } from './section-list.tsx'
import { SignalCard, signalTitle } from './signal-card.tsx'
import { partAt, partsOf } from './text-parts.ts'
import { canonicalText, checkQuotes, LONGEST_TEXT_BYTES } from './texts.ts'

/** Signals drawn beside one part of a text; the rest is a link away. */
const MOST_CARDS = 40
/** Of signals that rest on the header or on data, where no signal quotes the text. */
const MOST_UNQUOTED = 6

/** A section of the filing with the signals that quote it beside it. */
export async function ReadingView({ loaded, choice }: { loaded: LoadedFiling; choice: Choice }) {
  const { filing, units, signals } = loaded
  const { accession_number } = filing
  const found = locate(choice, units, signals)
  if (!found && (choice.evidence || choice.signal)) redirect(signalsAddress(accession_number, choice))
  const location = found ?? locate({}, units, signals)
  if (!location) {
    return (
      <EmptyState title="This filing has no text to read">
        <p>
          Its documents are data or pictures. What was done with it stands in its{' '}
          <PageLink href={filingHref(accession_number, { as_of: choice.as_of }, 'processing')}>
            processing ledger
          </PageLink>
          .
        </p>
      </EmptyState>
    )
  }
  return (
    <div className="filing-columns">
      <SectionList loaded={loaded} current={location.unit} asOf={choice.as_of} />
      {await readingOf(loaded, choice, location, found === undefined)}
    </div>
  )
}

/** What stands in no text is shown on the page of all signals. */
function signalsAddress(accessionNumber: string, { evidence, signal, as_of }: Choice): string {
  const fragment = evidence ? `evidence-${evidence}` : `signal-${signal}`
  return `${filingHref(accessionNumber, { evidence, signal, as_of }, 'signals')}#${fragment}`
}

async function readingOf(loaded: LoadedFiling, choice: Choice, location: Location, isSubstitute: boolean) {
  const { unit, position, current, quote } = location
  const document = loaded.documents.find(({ document_id }) => document_id === unit.document_id)
  if ((document?.text_byte_length ?? 0) > LONGEST_TEXT_BYTES) return <TooLong unit={unit} />
  const read = await canonicalText(unit.document_id, unit.text_sha256).catch((error) => {
    const failure = failureOf(error)
    if (!failure) throw error
    return failure
  })
  if ('kind' in read) return <FailureNote failure={read} />

  const parts = partsOf(read, unit)
  const wanted =
    choice.part !== undefined && position === undefined
      ? choice.part - 1
      : partAt(parts, position ?? unit.start)
  const index = Math.min(Math.max(wanted, 0), parts.length - 1)
  const part = parts[index] ?? unit
  const places = placesIn(loaded.signals, unit.document_id, part)
  const numbered = numberedPlaces(places, current, quote)
  const isCurrent = ({ id, evidence }: Signal) =>
    id === choice.signal || evidence.some((one) => current.includes(one.id))
  const quoting = signalsBeside(loaded.signals, places).sort(
    (a, b) => Number(isCurrent(b)) - Number(isCurrent(a)),
  )
  const beside = quoting.length > 0 ? quoting : unquoted(loaded.signals)
  const verdicts = await checkQuotes(beside.flatMap(({ evidence }) => evidence))
  const titles = new Map(beside.map((signal) => [signal.id, signalTitle(signal)]))
  const numbers = new Map(
    numbered.flatMap(({ number, evidence_ids }) =>
      number === null ? [] : evidence_ids.map((id): [string, number] => [id, number]),
    ),
  )
  const sections = sectionTitles(loaded.units)
  const pageHref = (at: number) =>
    filingHref(loaded.filing.accession_number, {
      section: unit.key,
      part: at === 0 ? undefined : at + 1,
      as_of: choice.as_of,
    })
  return (
    <>
      <article className="filing-reading" aria-label={unit.title}>
        {isSubstitute && (choice.section || choice.quote) ? (
          <Callout type="warn" title="Not in this filing">
            <p>
              The address names a section or a place that this filing does not have. This is where it begins
              to matter.
            </p>
          </Callout>
        ) : null}
        <div className="filing-section-head">
          <h2>{unit.title}</h2>
          {loaded.units[0]?.units.includes(unit) ? (
            <PageLink
              href={filingHref(
                loaded.filing.accession_number,
                { section: unit.key, as_of: choice.as_of },
                'changes',
              )}
            >
              Compare with a year earlier
            </PageLink>
          ) : null}
        </div>
        {unit.remark ? <p className="filing-remark">{unit.remark}</p> : null}
        <FilingText
          indexed={read}
          part={part}
          places={numbered}
          titles={titles}
          textSha256={unit.text_sha256}
          documentId={unit.document_id}
        />
        <Pager count={parts.length} index={index} href={pageHref} noun="Part" />
        <Neighbours loaded={loaded} location={location} asOf={choice.as_of} />
      </article>
      <aside className="filing-beside" aria-label="Signals of this part">
        <h2>{quoting.length > 0 || beside.length === 0 ? 'Signals here' : 'Signals of the filing'}</h2>
        {beside.length === 0 ? (
          <p className="filing-none">
            No signal quotes this part. What was looked for, and why it is not here, stands in the{' '}
            <PageLink
              href={filingHref(loaded.filing.accession_number, { as_of: choice.as_of }, 'processing')}
            >
              processing ledger
            </PageLink>
            .
          </p>
        ) : null}
        {beside.slice(0, MOST_CARDS).map((signal) => (
          <SignalCard
            key={signal.id}
            signal={signal}
            verdicts={verdicts}
            numbers={numbers}
            sections={sections}
            current={isCurrent(signal)}
            asOf={choice.as_of}
          />
        ))}
        <p>
          <PageLink href={filingHref(loaded.filing.accession_number, { as_of: choice.as_of }, 'signals')}>
            All {loaded.signals.length} signals of this filing
          </PageLink>
        </p>
      </aside>
    </>
  )
}

function numberedPlaces(
  places: readonly Place[],
  current: readonly string[],
  quote: Location['quote'],
): NumberedPlace[] {
  const numbered = places.map((place, index) => ({
    ...place,
    number: index + 1,
    current: place.evidence_ids.some((id) => current.includes(id)),
  }))
  if (!quote) return numbered
  return [...numbered, { ...quote, number: null, current: true, evidence_ids: [], signal_ids: [] }]
}

/** The signals that quote these places, in the order in which a reader meets them; who came for one finds it first. */
function signalsBeside(signals: readonly Signal[], places: readonly Place[]): Signal[] {
  const byId = new Map(signals.map((signal) => [signal.id, signal]))
  const met = new Set(places.flatMap(({ signal_ids }) => signal_ids))
  return [...met].flatMap((id) => byId.get(id) ?? [])
}

/** Signals that rest on the header or on data, which a form like 4 has instead of prose. Empty where text is quoted at all. */
function unquoted(signals: readonly Signal[]): Signal[] {
  return signals.some((signal) => firstQuote(signal)) ? [] : signals.slice(0, MOST_UNQUOTED)
}

export function sectionTitles(units: readonly DocumentUnits[]): Map<string, string> {
  return new Map(units.flatMap((one) => one.units).map(({ key, title }) => [key, title]))
}

function Neighbours({
  loaded,
  location,
  asOf,
}: {
  loaded: LoadedFiling
  location: Location
  asOf: string | undefined
}) {
  const all = loaded.units.flatMap(({ units }) => units)
  const index = all.indexOf(location.unit)
  const link = (at: number, text: string) => {
    const unit = all[at]
    if (!unit) return null
    return (
      <PageLink href={filingHref(loaded.filing.accession_number, { section: unit.key, as_of: asOf })}>
        <span>{text}</span> {unit.title}
      </PageLink>
    )
  }
  return (
    <nav className="filing-neighbours" aria-label="Sections before and after">
      {link(index - 1, 'Before')}
      {link(index + 1, 'Next')}
    </nav>
  )
}

function TooLong({ unit }: { unit: Location['unit'] }) {
  return (
    <Callout type="warn" title="This document is too long for a page">
      <p>
        Its text is served in parts by <code>GET /v1/filings/…/documents/{unit.sequence}/text</code> with{' '}
        <code>offset</code> and <code>max_chars</code>.
      </p>
    </Callout>
  )
}
