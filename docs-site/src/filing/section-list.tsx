import { Button, PageLink, Select } from '../shell/index.ts'
import { filingHref } from './address.ts'
import type { LoadedFiling } from './load-filing.ts'
import { unitsQuotedBy } from './location.ts'
import { documentTitle, type Unit } from './reading-units.ts'

interface SectionListProps {
  loaded: LoadedFiling
  current: Unit
  asOf: string | undefined
}

/** What there is to read, with how many signals quote it. A list where there is room, else a choice in a form. */
export function SectionList({ loaded, current, asOf }: SectionListProps) {
  const { accession_number } = loaded.filing
  const readable = loaded.units.filter(({ units }) => units.length > 0)
  const other = loaded.units.filter(({ units }) => units.length === 0)
  const counts = signalCounts(loaded)
  return (
    <div className="filing-contents">
      <form className="filing-jump" action={filingHref(accession_number)} method="get">
        <label htmlFor="filing-section">Section</label>
        <Select id="filing-section" name="section" defaultValue={current.key}>
          {readable.map(({ document, units }) => (
            <optgroup key={document.document_id} label={documentTitle(document)}>
              {units.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                  {counts.get(key) ? ` (${counts.get(key)})` : ''}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        {asOf ? <input type="hidden" name="as_of" value={asOf} /> : null}
        <Button type="submit">Open</Button>
      </form>
      <nav className="filing-sections" aria-label="Sections">
        {readable.map(({ document, units, missing }) => (
          <div key={document.document_id}>
            <p className="filing-document">{documentTitle(document)}</p>
            <ul>
              {units.map((unit) => (
                <li key={unit.key}>
                  <PageLink
                    href={filingHref(accession_number, { section: unit.key, as_of: asOf })}
                    aria-current={unit === current ? 'page' : undefined}
                  >
                    <span>{unit.title}</span>
                    {counts.get(unit.key) ? (
                      <span className="filing-count">
                        {counts.get(unit.key)}
                        <span className="sr-only"> signals</span>
                      </span>
                    ) : null}
                  </PageLink>
                </li>
              ))}
              {missing.map(({ section_key, title, reason }) => (
                <li key={section_key} className="filing-missing">
                  {title}: {reason}
                </li>
              ))}
            </ul>
          </div>
        ))}
        {other.length > 0 ? (
          <details>
            <summary>{other.length} documents without a text to read</summary>
            <ul>
              {other.map(({ document }) => (
                <li key={document.document_id} className="filing-missing">
                  {documentTitle(document)}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </nav>
    </div>
  )
}

/** How many signals quote each unit. */
function signalCounts({ units, signals }: LoadedFiling): Map<string, number> {
  const counts = new Map<string, number>()
  const all = units.flatMap((one) => one.units)
  for (const signal of signals) {
    for (const { key } of unitsQuotedBy(signal, all)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
