import type { Evidence, EvidenceSpan, Signal } from '../../../sdk/src/index.ts'
import { signalTypes } from '../catalogue.ts'
import { Badge, PageLink, type Tone } from '../shell/index.ts'
import { evidenceHref, filingHref, signalHref } from './address.ts'
import { accessionOf, sequenceOf, spansOf } from './quoted-spans.ts'
import type { Verdict } from './texts.ts'
import { factInWords, valueInWords } from './value.ts'

const TYPES = new Map(signalTypes.map((type) => [type.signal_type, type]))
/** Evidence beyond this is opened by the reader. */
const SHOWN = 3
/** Characters of a quote beside the text in which it stands in full. */
const EXCERPT = 150

export function signalTitle({ signal_type }: Signal): string {
  return TYPES.get(signal_type)?.title ?? signal_type
}

interface SignalCardProps {
  signal: Signal
  verdicts: ReadonlyMap<string, Verdict>
  /** Numbers of the quotes that stand in the text beside, by evidence. */
  numbers: ReadonlyMap<string, number>
  /** Titles of sections by key. */
  sections: ReadonlyMap<string, string>
  current: boolean
  asOf: string | undefined
  /** Quotes in full, where no text stands beside. */
  full?: boolean
}

/** One signal with what it rests on. */
export function SignalCard({
  signal,
  verdicts,
  numbers,
  sections,
  current,
  asOf,
  full = false,
}: SignalCardProps) {
  const list = (evidence: readonly Evidence[]) => (
    <ul className="filing-evidence">
      {evidence.map((one) => (
        <li key={one.id}>
          <EvidenceView
            evidence={one}
            signal={signal}
            number={numbers.get(one.id)}
            verdict={verdicts.get(one.id) ?? 'unchecked'}
            asOf={asOf}
            full={full}
          />
        </li>
      ))}
    </ul>
  )
  const subject = signal.subject ? (sections.get(signal.subject) ?? signal.subject) : null
  // What stands in the text beside comes first.
  const sorted = signal.evidence.toSorted((a, b) => (numbers.get(a.id) ?? 1e9) - (numbers.get(b.id) ?? 1e9))
  return (
    <article className="filing-signal" id={`signal-${signal.id}`} data-current={current ? '' : undefined}>
      <h3>
        <PageLink href={`/docs/signals/${signal.signal_type}`}>{signalTitle(signal)}</PageLink>
      </h3>
      <p className="filing-value">
        <strong>{valueInWords(signal.value, signal.unit)}</strong> <Direction signal={signal} />
        {signal.status === 'quarantined' ? <Badge tone="warning">doubtful</Badge> : null}
        {signal.extractor.kind === 'llm' ? <Badge>language model</Badge> : null}
      </p>
      {subject ? <p className="filing-subject">of {subject}</p> : null}
      {sorted.length <= SHOWN ? (
        list(sorted)
      ) : (
        <>
          {list(sorted.slice(0, SHOWN))}
          <details>
            <summary>{sorted.length - SHOWN} more pieces of evidence</summary>
            {list(sorted.slice(SHOWN))}
          </details>
        </>
      )}
      <p className="filing-signal-links">
        <a href={signalHref(signal.accession_number, signal.id, asOf)}>Link to this signal</a>
        <span title="Extractor and its version">
          {signal.extractor.name} {signal.extractor.version}
        </span>
      </p>
    </article>
  )
}

const DIRECTIONS: Record<string, { tone: Tone; text: string }> = {
  '-1': { tone: 'bad', text: 'adverse' },
  '1': { tone: 'good', text: 'favourable' },
}

function Direction({ signal }: { signal: Signal }) {
  const known = DIRECTIONS[String(signal.direction)]
  return known ? <Badge tone={known.tone}>{known.text}</Badge> : null
}

interface EvidenceViewProps {
  evidence: Evidence
  signal: Signal
  number: number | undefined
  verdict: Verdict
  asOf: string | undefined
  full: boolean
}

function EvidenceView({ evidence, signal, number, verdict, asOf, full }: EvidenceViewProps) {
  return (
    <>
      <EvidenceContent evidence={evidence} signal={signal} number={number} asOf={asOf} full={full} />
      <VerdictView verdict={verdict} evidence={evidence} />
    </>
  )
}

/** "Verified" is said only of what was checked for this page. */
function VerdictView({ verdict, evidence }: { verdict: Verdict; evidence: Evidence }) {
  const span = spansOf(evidence)[0]?.span
  if (verdict === 'verified' && span) {
    return (
      <p className="filing-verdict filing-verdict-good" title={`SHA-256 of the text: ${span.text_sha256}`}>
        <span aria-hidden="true">✓</span> verified: code points {span.start} to {span.end} of{' '}
        <code>{span.text_sha256.slice(0, 8)}</code>
      </p>
    )
  }
  if (verdict === 'differs') {
    return (
      <p className="filing-verdict filing-verdict-bad">
        <span aria-hidden="true">✗</span> does not stand where it says: please report it
      </p>
    )
  }
  return <p className="filing-verdict">checked when it was stored; not checked for this page</p>
}

function EvidenceContent({ evidence, signal, number, asOf, full }: Omit<EvidenceViewProps, 'verdict'>) {
  switch (evidence.kind) {
    case 'text_span':
      return (
        <QuoteView
          span={evidence}
          evidence={evidence}
          signal={signal}
          number={number}
          asOf={asOf}
          full={full}
        />
      )
    case 'pair':
      return (
        <>
          {spansOf(evidence).map(({ side, span }) => (
            <QuoteView
              key={side}
              span={span}
              evidence={evidence}
              signal={signal}
              number={side === 'here' ? number : undefined}
              label={side === 'before' ? 'before' : evidence.left ? 'now' : 'new'}
              asOf={asOf}
              full={full}
            />
          ))}
        </>
      )
    case 'xbrl_fact':
      return (
        <p className="filing-fact">
          <code>{evidence.concept}</code> {factValue(evidence.value, evidence.unit)}{' '}
          <span className="filing-period">
            {evidence.period_start ? `${evidence.period_start} to ` : 'at '}
            {evidence.period_end}
          </span>{' '}
          {evidence.span ? (
            <QuoteLink span={evidence.span} evidence={evidence} signal={signal} number={number} asOf={asOf} />
          ) : (
            <span className="filing-period">not shown in the text</span>
          )}
        </p>
      )
    case 'header_field':
      return (
        <p className="filing-fact">
          Header line <code>{evidence.quote.trim()}</code>
        </p>
      )
    case 'xml_path':
      return (
        <p className="filing-fact">
          <code>{evidence.path.split('/').at(-1)}</code> {evidence.value}
          <span className="filing-period"> {evidence.path}</span>
        </p>
      )
  }
}

function factValue(value: string, unit: string | null): string {
  const number = Number(value)
  return value.trim() !== '' && Number.isFinite(number) ? factInWords(number, unit) : value
}

interface QuoteProps {
  span: EvidenceSpan
  evidence: Evidence
  signal: Signal
  number: number | undefined
  asOf: string | undefined
}

function QuoteView({ label, full, ...props }: QuoteProps & { label?: string; full: boolean }) {
  const { quote } = props.span
  const points = Array.from(quote)
  const text = full || points.length <= EXCERPT ? quote : `${points.slice(0, EXCERPT).join('').trimEnd()} …`
  return (
    <>
      <blockquote className={full ? 'filing-full-quote' : undefined}>
        {label ? <span className="filing-side">{label}</span> : null} {text}
      </blockquote>
      <QuoteLink {...props} />
    </>
  )
}

/** Leads to the quote: on this page, on another part of this filing, or in the filing it was compared with. */
function QuoteLink({ span, evidence, signal, number, asOf }: QuoteProps) {
  const there = accessionOf(span.document_id)
  if (there !== signal.accession_number) {
    const quote = { sequence: sequenceOf(span.document_id), start: span.start, end: span.end }
    return (
      <PageLink href={`${filingHref(there, { quote, as_of: asOf })}#quote`}>In the earlier filing</PageLink>
    )
  }
  if (number !== undefined) return <a href={`#evidence-${evidence.id}`}>Quote {number} in the text</a>
  return <PageLink href={evidenceHref(there, evidence.id, asOf)}>Go to the quote</PageLink>
}
