import { Fragment } from 'react'
import {
  casesInWords,
  EVIDENCE_KINDS,
  formsInWords,
  payloadFields,
  rangeInWords,
  type SignalType,
  shareInWords,
} from './catalogue.ts'
import { InlineCode } from './inline-code.tsx'
import { PageLink } from './shell/link.tsx'
import { Table } from './shell/table.tsx'

/** What is on the page of a signal, for its list of headings. */
export function signalHeadings(signal: SignalType): { id: string; title: string; depth: number }[] {
  const titles = ['Formula', 'Evidence', 'Payload', 'Special cases', 'Accuracy', 'Source', 'Ask for it']
  return titles
    .filter((title) => title !== 'Payload' || payloadFields(signal).length > 0)
    .map((title) => ({ title, depth: 2, id: title.toLowerCase().replaceAll(' ', '-') }))
}

/** A signal type as the catalogue describes it. */
export function SignalView({ signal }: { signal: SignalType }) {
  return (
    <>
      <p>
        <InlineCode text={signal.description} />
      </p>
      <dl className="facts">
        <dt>Read from</dt>
        <dd>{formsInWords(signal)}</dd>
        <dt>Unit</dt>
        <dd>
          <code>{signal.unit}</code>
        </dd>
        {signal.labels ? (
          <>
            <dt>Values</dt>
            <dd>
              {signal.labels.map((label) => (
                <code key={label}>{label} </code>
              ))}
            </dd>
          </>
        ) : null}
        {hasNoRange(signal) ? null : (
          <>
            <dt>Range</dt>
            <dd>{rangeInWords(signal.range)}</dd>
          </>
        )}
        <dt>Extractor</dt>
        <dd>
          <code>
            {signal.extractor} {signal.extractor_version}
          </code>
        </dd>
        {signal.covers_from ? (
          <>
            <dt>Inputs exist from</dt>
            <dd>{signal.covers_from}</dd>
          </>
        ) : null}
      </dl>
      <h2 id="formula">Formula</h2>
      <p>
        <InlineCode text={signal.formula} />
      </p>
      <h2 id="evidence">Evidence</h2>
      <ul>
        {signal.evidence_kinds.map((kind) => (
          <li key={kind}>
            <code>{kind}</code>: {EVIDENCE_KINDS[kind] ?? 'see the reference'}
          </li>
        ))}
      </ul>
      <p>
        How to check a quote yourself: <PageLink href="/docs/concepts/evidence">Evidence</PageLink>. Why a
        list of this signal may be empty:{' '}
        <PageLink href="/docs/concepts/coverage">Processing and coverage</PageLink>.
      </p>
      <SignalPayload signal={signal} />
      <h2 id="special-cases">Special cases</h2>
      <dl className="facts">
        {casesInWords(signal).map(([name, answer]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <InlineCode text={answer} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <SignalAccuracyView signal={signal} />
      <h2 id="source">Source</h2>
      <p>
        <InlineCode text={signal.source} />
      </p>
      {signal.history ? (
        <p>
          <InlineCode text={signal.history} />
        </p>
      ) : null}
      <h2 id="ask-for-it">Ask for it</h2>
      <p>
        <code>GET /v1/signals?signal_type={signal.signal_type}</code>
      </p>
    </>
  )
}

function hasNoRange({ unit, range }: SignalType): boolean {
  return (
    ['code', 'label', 'boolean', 'text'].includes(unit) || (range.minimum === null && range.maximum === null)
  )
}

/** The fields of the payload, for signals that have one. */
function SignalPayload({ signal }: { signal: SignalType }) {
  const fields = payloadFields(signal)
  if (fields.length === 0) return null
  return (
    <>
      <h2 id="payload">Payload</h2>
      <dl className="facts">
        {fields.map(([name, description]) => (
          <Fragment key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <InlineCode text={description} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  )
}

/** What was measured on real filings, or that nothing was. */
function SignalAccuracyView({ signal: { accuracy } }: { signal: SignalType }) {
  return (
    <>
      <h2 id="accuracy">Accuracy</h2>
      {accuracy === null ? (
        <p>
          Not measured yet: nobody else's label grades this signal. It is reproducible and carries its
          evidence.
        </p>
      ) : (
        <>
          <p>
            Version {accuracy.extractor_version} against labels that filers or the SEC wrote, on the corpus of
            real filings, with Wilson intervals at 95 %. No share is given under 30 positives.
          </p>
          <Table caption="Agreement with the labels of others">
            <thead>
              <tr>
                <th>Label</th>
                <th>Cases</th>
                <th>Agreement</th>
                <th>Precision</th>
                <th>Recall</th>
              </tr>
            </thead>
            <tbody>
              {accuracy.checks.map((check) => (
                <tr key={check.name}>
                  <td>
                    {check.name} ({check.source})
                  </td>
                  <td>{check.labelled}</td>
                  <td>{shareInWords(check.agreement, check.intervals?.agreement)}</td>
                  <td>{shareInWords(check.precision, check.intervals?.precision)}</td>
                  <td>{shareInWords(check.recall, check.intervals?.recall)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </>
  )
}
