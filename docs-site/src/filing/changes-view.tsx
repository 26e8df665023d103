import 'server-only'
import type { Diff, Filing } from '../../../sdk/src/index.ts'
import { Button, Callout, EmptyState, Field, PageLink, Select } from '../shell/index.ts'
import { type Choice, filingHref } from './address.ts'
import { type Change, changesOf, pagesOf, passagesOf } from './changes.ts'
import { failureOf } from './failure.ts'
import { FailureNote } from './failure-page.tsx'
import type { LoadedFiling } from './load-filing.ts'
import { locate } from './location.ts'
import { Pager } from './pager.tsx'
import { portalApi, shortly } from './portal-api.ts'
import { baseForm, priorOf } from './prior-filing.ts'
import type { Unit } from './reading-units.ts'

const CANDIDATES = 20
const ACCESSION_NUMBER = /^\d{10}-\d{2}-\d{6}$/

/** A section beside the same section of an earlier filing, with what was removed and what was added. */
export async function ChangesView({
  loaded,
  choice,
  from,
}: {
  loaded: LoadedFiling
  choice: Choice
  from: string | undefined
}) {
  const { filing } = loaded
  const sections = comparable(loaded)
  const unit = sections.find(({ key }) => key === choice.section) ?? defaultUnit(loaded, sections)
  if (!unit) {
    return (
      <EmptyState title="There is nothing to compare">
        <p>The main document of this filing has no text.</p>
      </EmptyState>
    )
  }
  const earlier = await earlierFilings(filing, choice.as_of).catch((error) => {
    const failure = failureOf(error)
    if (!failure) throw error
    return failure
  })
  if ('kind' in earlier) return <FailureNote failure={earlier} />
  const prior = from && ACCESSION_NUMBER.test(from) ? from : priorOf(filing, earlier)?.accession_number
  if (!prior) {
    return (
      <EmptyState title="No earlier filing to compare with">
        <p>
          No {baseForm(filing.form_type)} of this filer is held here that was accepted before this one. The
          one this was read from may simply be its first.
        </p>
      </EmptyState>
    )
  }
  return (
    <>
      <ChoiceForm
        loaded={loaded}
        sections={sections}
        unit={unit}
        earlier={earlier}
        prior={prior}
        asOf={choice.as_of}
      />
      {await comparison(loaded, choice, unit, prior)}
    </>
  )
}

/** Sections of the main document, or the document where it has none: exhibits come and go from year to year. */
function comparable({ units }: LoadedFiling): Unit[] {
  return units[0]?.units ?? []
}

function defaultUnit({ units, signals }: LoadedFiling, sections: readonly Unit[]): Unit | undefined {
  const telling = locate({}, units, signals)?.unit
  return sections.find((unit) => unit === telling) ?? sections[0]
}

async function earlierFilings(filing: LoadedFiling['filing'], asOf: string | undefined): Promise<Filing[]> {
  const { accession_number, accepted_at, form_type, filers } = filing
  const cik = filers.map((filer) => filer.cik)
  if (cik.length === 0) return []
  const form = baseForm(form_type)
  const list = await shortly(`earlier ${accession_number} ${asOf}`, () =>
    portalApi().filings.list({
      cik,
      form_type: [form, `${form}/A`],
      accepted_at_lt: accepted_at,
      limit: CANDIDATES,
      ...(asOf ? { as_of: asOf } : {}),
    }),
  )
  return list.data
}

interface ChoiceFormProps {
  loaded: LoadedFiling
  sections: readonly Unit[]
  unit: Unit
  earlier: readonly Filing[]
  prior: string
  asOf: string | undefined
}

function ChoiceForm({ loaded, sections, unit, earlier, prior, asOf }: ChoiceFormProps) {
  return (
    <form
      className="filing-choice"
      method="get"
      action={filingHref(loaded.filing.accession_number, {}, 'changes')}
      aria-label="What is compared"
    >
      <Field id="changes-section" label="Section">
        <Select id="changes-section" name="section" defaultValue={unit.key}>
          {sections.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="changes-from" label="Compared with">
        <Select id="changes-from" name="from" defaultValue={prior}>
          {earlier.every(({ accession_number }) => accession_number !== prior) ? (
            <option value={prior}>{prior}</option>
          ) : null}
          {earlier.map(({ accession_number, form_type, filing_date, period_of_report }) => (
            <option key={accession_number} value={accession_number}>
              {form_type} of {filing_date}
              {period_of_report ? `, period ${period_of_report}` : ''}
            </option>
          ))}
        </Select>
      </Field>
      {asOf ? <input type="hidden" name="as_of" value={asOf} /> : null}
      <Button type="submit">Compare</Button>
    </form>
  )
}

async function comparison({ filing }: LoadedFiling, choice: Choice, unit: Unit, prior: string) {
  const asOf = choice.as_of
  const diff = await shortly(`diff ${prior} ${filing.accession_number} ${unit.key} ${asOf}`, () =>
    portalApi().diff.get({
      from: prior,
      to: filing.accession_number,
      include: ['equal_text'],
      ...(unit.section_key ? { section_key: unit.section_key } : {}),
      ...(asOf ? { as_of: asOf } : {}),
    }),
  ).catch((error) => {
    const failure = failureOf(error)
    if (!failure) throw error
    return failure
  })
  if ('kind' in diff) return <FailureNote failure={diff} />
  const pages = pagesOf(changesOf(diff.hunks))
  const index = Math.min(Math.max((choice.part ?? 1) - 1, 0), pages.length - 1)
  const pageHref = (at: number) => {
    const href = filingHref(
      filing.accession_number,
      { section: unit.key, part: at === 0 ? undefined : at + 1, as_of: asOf },
      'changes',
    )
    return `${href}&from=${prior}`
  }
  return (
    <article aria-label={`Changes in ${unit.title}`}>
      <h2>{unit.title}</h2>
      <Summary diff={diff} asOf={asOf} />
      {diff.summary.inserted + diff.summary.deleted === 0 ? (
        <EmptyState title="Word for word the same">
          <p>Nothing was removed from this section and nothing was added to it.</p>
        </EmptyState>
      ) : (
        <div className="filing-text filing-diff">
          {passagesOf(pages[index] ?? []).map((passage, at) =>
            passage.kind === 'folded' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the texts never change.
              <p className="filing-folded" key={at}>
                {passage.characters.toLocaleString('en-US')} characters the same
              </p>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the texts never change.
              <div className="filing-passage" key={at}>
                {passage.changes.map((change, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the texts never change.
                  <ChangeView key={place} change={change} />
                ))}
              </div>
            ),
          )}
        </div>
      )}
      <Pager count={pages.length} index={index} href={pageHref} noun="Part" />
    </article>
  )
}

function Summary({ diff, asOf }: { diff: Diff; asOf: string | undefined }) {
  const { similarity, inserted, deleted, moved } = diff.summary
  const number = (value: number) => value.toLocaleString('en-US')
  return (
    <>
      <p className="filing-summary">
        <span>
          From{' '}
          <PageLink href={filingHref(diff.from.accession_number, { as_of: asOf })}>
            {diff.from.form_type} of {diff.from.filing_date}
          </PageLink>{' '}
          to this {diff.to.form_type}
        </span>
        <span>{Math.floor(similarity * 1000) / 10} % the same</span>
        <span>
          <ins>{number(inserted)}</ins> characters added
        </span>
        <span>
          <del>{number(deleted)}</del> removed
        </span>
        {moved > 0 ? <span>{number(moved)} of both only moved</span> : null}
      </p>
      {diff.complete ? null : (
        <Callout type="info" title="Coarser than usual">
          <p>
            The two texts are so long and so different that the comparison was cut short: it is exact, but
            shows less detail.
          </p>
        </Callout>
      )}
    </>
  )
}

/** Told apart by element, by line through and under the text, by a word before whole passages, and only then by colour. */
function ChangeView({ change }: { change: Exclude<Change, { kind: 'folded' }> }) {
  if (change.kind === 'same') return change.text
  const Tag = change.kind === 'removed' ? 'del' : 'ins'
  const word = change.kind === 'removed' ? 'Removed' : 'Added'
  const moved = change.move === null ? '' : `, moved (${change.move})`
  return (
    <Tag data-whole={change.whole ? '' : undefined}>
      <span className={change.whole ? 'filing-diff-label' : 'sr-only'}>
        {change.whole ? `${word}${moved}` : ` ${word}: `}
      </span>
      {change.text}
      {change.whole ? null : <span className="sr-only"> end. </span>}
    </Tag>
  )
}
