'use client'

import Link from 'next/link'

export type Answer =
  | {
      kind: 'response'
      status: number
      statusText: string
      durationMs: number
      headers: [name: string, value: string][]
      /** Null when the bytes are not text. */
      text: string | null
      sizeBytes: number
    }
  | { kind: 'failure'; url: string; reason: string }

/** The headers this API gives a meaning to, in reading order; the browser shows a page those the API exposes. */
const TOLD_HEADERS = [
  'request-id',
  'latent-cost',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'latent-version',
  'latent-as-of',
  'latent-text-sha256',
  'etag',
  'link',
  'deprecation',
  'sunset',
  'content-type',
]

/** More than this would freeze the tab; the rest is a download away. */
const SHOWN_CHARACTERS = 100_000

export function AnswerView({ answer }: { answer: Answer }) {
  if (answer.kind === 'failure') {
    return (
      <div className="explorer-answer" role="alert">
        <p className="explorer-status explorer-status-bad">No answer</p>
        <p>
          The browser could not read an answer from <code>{answer.url}</code>: {answer.reason}. Either no API
          listens there, or it does not allow this page (CORS). Check the base URL under “Server and command”.
        </p>
      </div>
    )
  }
  const tone = answer.status < 400 ? 'explorer-status-good' : 'explorer-status-bad'
  const byName = new Map(answer.headers)
  const told = TOLD_HEADERS.filter((name) => byName.has(name))
  return (
    <div className="explorer-answer" data-status={answer.status}>
      <p className={`explorer-status ${tone}`}>
        {answer.status} {answer.statusText}
        <span className="explorer-hint">
          {' '}
          {Math.round(answer.durationMs)} ms · {answer.sizeBytes.toLocaleString('en')} bytes
        </span>
      </p>
      <dl className="explorer-headers">
        {told.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{byName.get(name)}</dd>
          </div>
        ))}
      </dl>
      <ProblemLink text={answer.text} contentType={byName.get('content-type') ?? ''} />
      <Body text={answer.text} contentType={byName.get('content-type') ?? ''} />
    </div>
  )
}

/** A problem names the page that explains it; here that page is next door. */
function ProblemLink({ text, contentType }: { text: string | null; contentType: string }) {
  const code = contentType.includes('problem+json')
    ? /"code":"([a-z0-9_]+)"/.exec(text ?? '')?.[1]
    : undefined
  if (!code) return null
  return (
    <p>
      What this means and what to do:{' '}
      <Link href={`/docs/errors/${code}`} className="underline">
        {code}
      </Link>
    </p>
  )
}

function Body({ text, contentType }: { text: string | null; contentType: string }) {
  if (text === '') return null
  if (text === null) return <p className="explorer-hint">The body is not text, so it is not shown.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Response body" tabIndex={0} className="explorer-code">
      <pre>
        <code>{readable(text, contentType)}</code>
      </pre>
    </section>
  )
}

/** Indented JSON, or the text as it came, cut where a browser would suffer. */
function readable(text: string, contentType: string): string {
  const shown = contentType.includes('json') ? indent(text) : text
  if (shown.length <= SHOWN_CHARACTERS) return shown
  return `${shown.slice(0, SHOWN_CHARACTERS)}\n… ${(shown.length - SHOWN_CHARACTERS).toLocaleString('en')} more characters`
}

function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
