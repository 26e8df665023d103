'use client'

import { useMemo } from 'react'
import { Badge } from '../shell/badge.tsx'
import { CopyButton } from '../shell/code-block.tsx'
import { PageLink } from '../shell/link.tsx'
import type { Credential } from './credentials.ts'
import { evidenceIn } from './evidence.ts'
import { EvidenceList } from './evidence-list.tsx'
import { JsonTree } from './json-tree.tsx'
import { limitInWords, limitsLeft } from './rate-limit.ts'
import type { Answer, StreamOpening } from './send.ts'

/** More than this would freeze the tab; all of it can be saved. */
const SHOWN_CHARACTERS = 200_000

interface Props {
  answer: Answer
  credential: Credential
  apiUrl: string
}

export function AnswerView({ answer, credential, apiUrl }: Props) {
  if (answer.kind === 'failure') {
    return (
      <div className="explorer-answer" data-status="none">
        <p>
          <Badge tone="bad">No answer</Badge> after {Math.round(answer.durationMs)} ms
        </p>
        <p>
          The browser got no answer from <code>{answer.url}</code>: {answer.reason}. The API may be out of
          reach, or it may not allow this page to read what it answers, as it does with live keys.
        </p>
      </div>
    )
  }
  return (
    <div className="explorer-answer" data-status={answer.status}>
      <AnswerHead answer={answer} durationMs={answer.durationMs} sizeBytes={answer.bytes.byteLength} />
      <AnswerBody answer={answer} credential={credential} apiUrl={apiUrl} />
    </div>
  )
}

/** Status, timing, what it cost, what is left, and the id to ask about. */
export function AnswerHead(props: { answer: StreamOpening; durationMs?: number; sizeBytes?: number }) {
  const { answer, durationMs, sizeBytes } = props
  const headers = new Headers(answer.headers)
  const id = headers.get('request-id')
  const cost = headers.get('latent-cost')
  const limits = limitsLeft(headers.get('ratelimit'), headers.get('ratelimit-policy'))
  const facts: [string, React.ReactNode][] = [
    ...(durationMs === undefined ? [] : [['Time', `${Math.round(durationMs)} ms`] as [string, string]]),
    ...(sizeBytes === undefined
      ? []
      : [['Size', `${sizeBytes.toLocaleString('en')} bytes`] as [string, string]]),
    ...(cost === null ? [] : [['Cost', `${cost} ${cost === '1' ? 'unit' : 'units'}`] as [string, string]]),
    ...limits.map((limit): [string, string] => ['Limit', limitInWords(limit)]),
    ...(id === null
      ? []
      : [
          [
            'Request',
            <PageLink key="id" href={`/dashboard/requests/${id}`}>
              {id}
            </PageLink>,
          ] as [string, React.ReactNode],
        ]),
  ]
  return (
    <>
      <p className="explorer-status">
        <Badge tone={answer.status < 300 ? 'good' : answer.status < 400 ? 'neutral' : 'bad'}>
          {answer.status} {answer.statusText}
        </Badge>
      </p>
      <dl className="explorer-facts">
        {facts.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several limits have the same name, and nothing moves.
          <div key={`${name} ${index}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className="reference-nested">
        <summary>{answer.headers.length} headers</summary>
        <dl className="explorer-headers">
          {answer.headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

function AnswerBody({
  answer,
  credential,
  apiUrl,
}: Props & { answer: Extract<Answer, { kind: 'response' }> }) {
  const type = new Headers(answer.headers).get('content-type') ?? ''
  const value = useMemo(() => (type.includes('json') ? parsed(answer.text) : undefined), [answer, type])
  const evidence = useMemo(() => evidenceIn(value), [value])
  if (answer.bytes.byteLength === 0) return <p>The answer has no body.</p>
  return (
    <>
      <ProblemLink value={value} type={type} />
      {evidence.length > 0 ? (
        <EvidenceList evidence={evidence} credential={credential} apiUrl={apiUrl} />
      ) : null}
      <div className="explorer-bar">
        <SaveButton answer={answer} type={type} />
      </div>
      {answer.text === null ? (
        <p>
          <code>{type}</code> is not text, so it is not shown; it can be saved.
        </p>
      ) : (
        <figure className="ui-code">
          <figcaption className="ui-code-title">{type}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <section aria-label="Body of the answer" tabIndex={0} className="explorer-code">
            {value === undefined || answer.text.length > SHOWN_CHARACTERS ? (
              <pre>{shortened(answer.text)}</pre>
            ) : (
              <JsonTree value={value} />
            )}
          </section>
          {/* All of it, however it is folded. */}
          <CopyButton data-copy={answer.text} aria-label="Copy the body" />
        </figure>
      )}
    </>
  )
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function shortened(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return text
  return `${text.slice(0, SHOWN_CHARACTERS)}\n… ${(text.length - SHOWN_CHARACTERS).toLocaleString('en')} more characters`
}

/** A problem names the page that explains it; here that page is next door. */
function ProblemLink({ value, type }: { value: unknown; type: string }) {
  const { code, title, detail } = (value ?? {}) as Record<string, unknown>
  if (!type.includes('problem') || typeof code !== 'string') return null
  return (
    <p>
      {String(title ?? '')}: {String(detail ?? '')} What to do:{' '}
      <PageLink href={`/docs/errors/${code}`}>{code}</PageLink>
    </p>
  )
}

const EXTENSIONS: [RegExp, string][] = [
  [/ndjson/, 'ndjson'],
  [/json/, 'json'],
  [/pdf/, 'pdf'],
  [/csv/, 'csv'],
  [/parquet/, 'parquet'],
  [/markdown/, 'md'],
  [/html/, 'html'],
  [/^text\//, 'txt'],
]

function SaveButton({ answer, type }: { answer: Extract<Answer, { kind: 'response' }>; type: string }) {
  const extension = EXTENSIONS.find(([pattern]) => pattern.test(type))?.[1] ?? 'bin'
  function save() {
    // Never as what it says it is: a page of a filer must not become a page of the portal.
    const url = URL.createObjectURL(new Blob([answer.bytes], { type: 'application/octet-stream' }))
    const link = document.createElement('a')
    link.href = url
    link.download = `answer.${extension}`
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  }
  return (
    <button type="button" className="ui-button ui-button-secondary ui-button-small" onClick={save}>
      Save as answer.{extension}
    </button>
  )
}
