import Link from 'next/link'
import { EVIDENCE_KINDS, formsInWords, rangeInWords, type SignalType } from './catalogue.ts'
import { InlineCode } from './inline-code.tsx'

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
        {signal.unit === 'code' ? null : (
          <>
            <dt>Range</dt>
            <dd>{rangeInWords(signal.range)}</dd>
          </>
        )}
        <dt>Extractor</dt>
        <dd>
          <code>{signal.extractor}</code>
        </dd>
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
        How to check a quote yourself: <Link href="/docs/concepts/evidence">Evidence</Link>. Why a list of
        this signal may be empty: <Link href="/docs/concepts/coverage">Processing and coverage</Link>.
      </p>
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
