import 'server-only'
import type { Signal } from '../../../sdk/src/index.ts'
import { signalFamilies } from '../catalogue.ts'
import { Callout, EmptyState, PageLink } from '../shell/index.ts'
import { type Choice, filingHref } from './address.ts'
import type { LoadedFiling } from './load-filing.ts'
import { Pager } from './pager.tsx'
import { sectionTitles } from './reading-view.tsx'
import { SignalCard } from './signal-card.tsx'
import { checkQuotes } from './texts.ts'

/** With their evidence in full; more would make a page too heavy to send around. */
const PER_PAGE = 18

/** Every signal of the filing with its evidence, by family. */
export async function SignalsView({ loaded, choice }: { loaded: LoadedFiling; choice: Choice }) {
  const { filing } = loaded
  if (loaded.signals.length === 0) {
    return (
      <EmptyState title="No signals">
        <p>
          Nothing was found in this filing. That can mean five things, and which it is stands in its{' '}
          <PageLink href={filingHref(filing.accession_number, { as_of: choice.as_of }, 'processing')}>
            processing ledger
          </PageLink>
          .
        </p>
      </EmptyState>
    )
  }
  const ordered = byFamily(loaded.signals)
  const wanted = ordered.findIndex(
    ({ signal }) => signal.id === choice.signal || signal.evidence.some(({ id }) => id === choice.evidence),
  )
  const pageCount = Math.ceil(ordered.length / PER_PAGE)
  const index = Math.min(wanted >= 0 ? Math.floor(wanted / PER_PAGE) : (choice.part ?? 1) - 1, pageCount - 1)
  const shown = ordered.slice(index * PER_PAGE, (index + 1) * PER_PAGE)
  const verdicts = await checkQuotes(shown.flatMap(({ signal }) => signal.evidence)).catch(() => new Map())
  const sections = sectionTitles(loaded.units)
  return (
    <>
      {loaded.more_signals ? (
        <Callout type="info" title="There are more">
          <p>
            This filing has more signals than a page shows.{' '}
            <code>GET /v1/signals?accession_number={filing.accession_number}</code> lists all of them.
          </p>
        </Callout>
      ) : null}
      <div className="filing-signals">
        {shown.map(({ family, signal }, at) => (
          <div key={signal.id}>
            {shown[at - 1]?.family === family ? null : <h2>{family}</h2>}
            <SignalCard
              signal={signal}
              verdicts={verdicts}
              numbers={new Map()}
              sections={sections}
              current={signal.id === choice.signal}
              asOf={choice.as_of}
              full
            />
          </div>
        ))}
      </div>
      <Pager
        count={pageCount}
        index={index}
        href={(at) =>
          filingHref(
            filing.accession_number,
            { part: at === 0 ? undefined : at + 1, as_of: choice.as_of },
            'signals',
          )
        }
        noun="Page"
      />
    </>
  )
}

/** In the order of the catalogue, adverse ones first within a family. */
function byFamily(signals: readonly Signal[]): { family: string; signal: Signal }[] {
  const families = signalFamilies()
  const known = families.flatMap(({ name, signals: types }) => {
    const names = new Map(types.map(({ signal_type }, place) => [signal_type, place]))
    return signals
      .filter(({ signal_type }) => names.has(signal_type))
      .sort(
        (a, b) =>
          Number(b.direction === -1) - Number(a.direction === -1) ||
          (names.get(a.signal_type) ?? 0) - (names.get(b.signal_type) ?? 0),
      )
      .map((signal) => ({ family: name, signal }))
  })
  const listed = new Set(known.map(({ signal }) => signal))
  return [
    ...known,
    ...signals.filter((one) => !listed.has(one)).map((signal) => ({ family: 'Other', signal })),
  ]
}
