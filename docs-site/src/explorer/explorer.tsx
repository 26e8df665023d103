'use client'

import './explorer.css'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../shell/button.tsx'
import { Field, Select } from '../shell/field.tsx'
import { usePortalConfig } from '../use-portal-config.ts'
import { AnswerView } from './answer.tsx'
import { bodyFaults } from './body-check.ts'
import { BodyField } from './body-field.tsx'
import { ConfirmChange } from './confirm-change.tsx'
import { CopyAs } from './copy-as.tsx'
import { CredentialPanel } from './credential-panel.tsx'
import { type Credential, isTestMode, isUsable } from './credentials.ts'
import type { ExplorerField, ExplorerOperation } from './explorer-operation.ts'
import { findValue } from './find-value.ts'
import { callOfForm, type FormState, initialState, missingFields, wireRequest } from './form.ts'
import { FormField } from './form-field.tsx'
import { type Answer, openStream, type StreamOpening, send } from './send.ts'
import { type StreamedEvent, StreamView } from './stream-view.tsx'
import { useCredential } from './use-credential.ts'

const NO_KEY: Credential = { kind: 'none' }
const KEPT_EVENTS = 200

/** A form that sends real requests from the reader's browser to the API, and shows what came back. */
export function Explorer({ operation }: { operation: ExplorerOperation }) {
  const { api_url } = usePortalConfig()
  const credentials = useCredential()
  const [state, setState] = useState<FormState>(() => initialState(operation))
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [stream, setStream] = useState<{
    opening: StreamOpening
    events: StreamedEvent[]
    isOpen: boolean
  } | null>(null)
  const [stop, setStop] = useState<AbortController | null>(null)
  const [isConfirming, setConfirming] = useState(false)
  const [showMissing, setShowMissing] = useState(false)
  const [note, setNote] = useState('')
  const controller = useRef<AbortController | null>(null)

  const needsKey = operation.credentials === 'key'
  const credential = needsKey ? (credentials.credential ?? NO_KEY) : NO_KEY
  const testMode = isTestMode(credential)
  const faults = useMemo(
    () => (operation.body ? bodyFaults(state.body, operation.body.schema) : []),
    [operation, state.body],
  )
  const missing = missingFields(operation, state)
  const call = callOfForm(operation, state, api_url)
  const request = wireRequest(call, state.body)

  useEffect(() => () => controller.current?.abort(), [])
  useFoundValues(operation, credential, api_url, (found) => {
    setState((known) => ({ ...known, values: { ...known.values, ...found } }))
    const names = Object.keys(found)
    if (names.length > 0) setNote(`${names.join(' and ')}: the first one there is, for this key.`)
  })

  function change(part: Partial<FormState>) {
    setState((known) => ({ ...known, ...part }))
  }

  async function run() {
    const abort = new AbortController()
    controller.current?.abort()
    controller.current = abort
    setConfirming(false)
    setStop(abort)
    setAnswer(null)
    setStream(null)
    if (call.answer === 'stream') await runStream(abort)
    else setAnswer(await send(request, credential, abort.signal))
    setStop(null)
  }

  async function runStream(abort: AbortController) {
    let count = 0
    const refused = await openStream(
      request,
      credential,
      {
        opened: (opening) => setStream({ opening, events: [], isOpen: true }),
        event: (event) => {
          count += 1
          const streamed = { ...event, number: count, receivedAt: new Date() }
          setStream((known) => known && { ...known, events: [...known.events, streamed].slice(-KEPT_EVENTS) })
        },
      },
      abort.signal,
    )
    setStream((known) => known && { ...known, isOpen: false })
    if (refused) setAnswer(refused)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setShowMissing(true)
    if (missing.length > 0) return
    if (operation.changesState) setConfirming(true)
    else run()
  }

  async function find(field: ExplorerField) {
    const found = await findValue(field, state.values, credential, api_url)
    if (found.value === undefined) setNote(found.reason)
    else change({ values: { ...state.values, [field.name]: found.value } })
  }

  const shown = operation.fields.filter((field) => field.required || field.initial !== '')
  const folded = operation.fields.filter((field) => !shown.includes(field))
  const input = (field: ExplorerField) => (
    <FormField
      key={`${field.in} ${field.name}`}
      field={field}
      value={state.values[field.name] ?? ''}
      error={showMissing && missing.includes(field.name) ? 'This is needed.' : undefined}
      onChange={(value) => change({ values: { ...state.values, [field.name]: value } })}
      onFind={field.foundAt && needsKey ? () => find(field) : undefined}
    />
  )

  return (
    <section className="explorer" aria-label={`Explorer: ${operation.title}`}>
      <form onSubmit={submit} noValidate>
        {needsKey ? <CredentialPanel credentials={credentials} /> : null}
        {shown.length > 0 ? <div className="explorer-fields">{shown.map(input)}</div> : null}
        {note ? (
          <p className="explorer-note" aria-live="polite">
            {note}
          </p>
        ) : null}
        {operation.body ? (
          <BodyField
            body={operation.body}
            value={state.body}
            faults={faults}
            onChange={(body) => change({ body })}
          />
        ) : null}
        <div className="explorer-fields">
          {operation.representations.length > 1 ? (
            <Field id="explorer-accept" label="Accept">
              <Select
                id="explorer-accept"
                value={state.accept}
                onChange={(event) => change({ accept: event.target.value })}
              >
                {operation.representations.map(({ accept }) => (
                  <option key={accept}>{accept}</option>
                ))}
              </Select>
            </Field>
          ) : null}
          {operation.scenarios.length > 0 ? (
            <Field
              id="explorer-scenario"
              label="Scenario"
              hint={testMode ? 'What goes wrong, on purpose; costs nothing.' : 'With test keys only.'}
            >
              <Select
                id="explorer-scenario"
                aria-describedby="explorer-scenario-hint"
                disabled={!testMode}
                value={testMode ? state.scenario : ''}
                onChange={(event) => change({ scenario: event.target.value })}
              >
                <option value="">Nothing goes wrong</option>
                {operation.scenarios.map((scenario) => (
                  <option key={scenario} value={scenario}>
                    {scenarioInWords(scenario)}
                  </option>
                ))}
              </Select>
            </Field>
          ) : null}
        </div>
        {folded.length > 0 ? (
          <details className="reference-nested">
            <summary>
              {folded.length} optional {folded.length === 1 ? 'parameter' : 'parameters'}
            </summary>
            <div className="explorer-fields">{folded.map(input)}</div>
          </details>
        ) : null}
        <div className="explorer-bar">
          <Button
            type="submit"
            variant="primary"
            disabled={stop !== null || (needsKey && !isUsable(credential, Date.now()))}
          >
            {stop && !stream ? 'Sending…' : 'Send'}
          </Button>
          {stop ? <Button onClick={() => stop.abort()}>Stop</Button> : null}
          <code className="explorer-url">
            {request.method} {request.url}
          </code>
        </div>
      </form>
      <ConfirmChange
        isOpen={isConfirming}
        operation={operation}
        isTestMode={testMode}
        onCancel={() => setConfirming(false)}
        onConfirm={run}
      />
      {/* Read aloud when it comes; the answer itself is long, so only its status is. */}
      <p className="sr-only" aria-live="polite">
        {spoken(answer, stream !== null)}
      </p>
      {stream ? <StreamView {...stream} /> : null}
      {answer ? <AnswerView answer={answer} credential={credential} apiUrl={api_url} /> : null}
      <CopyAs call={call} />
    </section>
  )
}

/** Fills ids that only the caller's own lists know, once a key is there. */
function useFoundValues(
  operation: ExplorerOperation,
  credential: Credential,
  apiUrl: string,
  onFound: (values: Record<string, string>) => void,
): void {
  const key = 'key' in credential ? credential.key : credential.kind
  const latest = useRef(onFound)
  latest.current = onFound
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key sees other ids; the object around it may be new.
  useEffect(() => {
    if (!isUsable(credential, Date.now())) return
    let wanted = true
    const look = async () => {
      const found: Record<string, string> = {}
      for (const field of operation.fields.filter(({ foundAt }) => foundAt !== null)) {
        const { value } = await findValue(field, { ...startValues(operation), ...found }, credential, apiUrl)
        if (value === undefined) break
        found[field.name] = value
      }
      if (wanted && Object.keys(found).length > 0) latest.current(found)
    }
    look()
    return () => {
      wanted = false
    }
  }, [operation, key, apiUrl])
}

function startValues({ fields }: ExplorerOperation): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, initial }) => [name, initial]))
}

const SCENARIOS: Record<string, string> = {
  '402': '402: the spending limit is reached',
  '429': '429: too many requests',
  '500': '500: an error of the API',
  '503': '503: not available',
  'slow-3s': 'Slow: three seconds late',
  timeout: 'No answer at all',
  reset: 'The connection breaks',
}

function scenarioInWords(scenario: string): string {
  return SCENARIOS[scenario] ?? scenario
}

function spoken(answer: Answer | null, isStream: boolean): string {
  if (answer?.kind === 'failure') return `No answer: ${answer.reason}`
  if (answer)
    return `Answer ${answer.status} ${answer.statusText} after ${Math.round(answer.durationMs)} milliseconds`
  return isStream ? 'The stream is open' : ''
}
