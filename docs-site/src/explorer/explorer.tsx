'use client'

import type { APIPlaygroundProps } from 'fumadocs-openapi/ui'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { usePortalConfig } from '../use-portal-config.ts'
import { type Answer, AnswerView } from './answer.tsx'
import { exampleBody } from './example-body.ts'
import { useExplorerKey } from './explorer-key.ts'
import {
  type Field,
  fieldsOf,
  isPublic,
  type PreparedRequest,
  prepareRequest,
  toCurl,
  workingValues,
} from './request.ts'

const TIMEOUT_MS = 30_000

/** Sends real requests from the reader's browser to the API, and shows what came back. */
export function Explorer({ path, method, operation, pathItem, ctx }: APIPlaygroundProps) {
  const { dereferenced, resolve } = ctx.schema
  const fields = useMemo(
    () =>
      fieldsOf(
        [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])].map((item) => resolve(item)),
        workingValues(operation),
      ),
    [operation, pathItem, resolve],
  )
  const bodyExample = useMemo(() => {
    const example = exampleBody(resolve(operation.requestBody)?.content)
    return example === undefined ? undefined : JSON.stringify(example, null, 2)
  }, [operation, resolve])
  const needsKey = !isPublic(operation, dereferenced.security)

  const config = usePortalConfig()
  const [typedUrl, setBaseUrl] = useState<string | null>(null)
  const baseUrl = typedUrl ?? config.api_url
  const [key, setKey] = useExplorerKey(config.explorer_key ?? '')
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, field.initial])),
  )
  const [body, setBody] = useState(bodyExample)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [sending, setSending] = useState(false)

  const request = prepareRequest(baseUrl, path, method, fields, values, needsKey ? key.trim() : '', body)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setSending(true)
    setAnswer(await send(request))
    setSending(false)
  }

  const set = (name: string) => (value: string) => setValues((known) => ({ ...known, [name]: value }))
  const shown = fields.filter((field) => field.required || field.initial)
  const folded = fields.filter((field) => !shown.includes(field))

  return (
    <section aria-label="Try it" className="not-prose explorer">
      <form onSubmit={submit}>
        <div className="explorer-bar">
          <span className="explorer-method">{method.toUpperCase()}</span>
          <code className="explorer-path">{path}</code>
          <button type="submit" disabled={sending} className="explorer-send">
            {sending ? 'Sending…' : 'Try it'}
          </button>
        </div>
        <div className="explorer-fields">
          {needsKey ? (
            <TextInput
              label="API key"
              hint="Kept in this tab only. Use a test key: its data is fictional."
              placeholder="slp_test_…"
              value={key}
              onChange={setKey}
              secret
            />
          ) : null}
          {shown.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              onChange={set(field.name)}
            />
          ))}
          {body === undefined ? null : <BodyInput value={body} onChange={setBody} />}
        </div>
        {folded.length > 0 ? (
          <details className="explorer-more">
            <summary>
              {folded.length} optional {folded.length === 1 ? 'parameter' : 'parameters'}
            </summary>
            <div className="explorer-fields">
              {folded.map((field) => (
                <FieldInput
                  key={field.name}
                  field={field}
                  value={values[field.name] ?? ''}
                  onChange={set(field.name)}
                />
              ))}
            </div>
          </details>
        ) : null}
        <details className="explorer-more">
          <summary>Server and command</summary>
          <div className="explorer-fields">
            <TextInput label="API base URL" value={baseUrl} onChange={setBaseUrl} />
            <pre className="explorer-code">
              <code>{toCurl(request)}</code>
            </pre>
          </div>
        </details>
      </form>
      <div aria-live="polite">{answer ? <AnswerView answer={answer} /> : null}</div>
    </section>
  )
}

async function send(request: PreparedRequest): Promise<Answer> {
  const started = performance.now()
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await response.text()
    return {
      kind: 'response',
      status: response.status,
      statusText: response.statusText,
      durationMs: performance.now() - started,
      headers: [...response.headers.entries()],
      text,
      sizeBytes: new TextEncoder().encode(text).length,
    }
  } catch (error) {
    return {
      kind: 'failure',
      url: request.url,
      reason: error instanceof Error ? error.message : String(error),
    }
  }
}

interface InputProps {
  label: string
  hint?: string
  placeholder?: string
  value: string
  required?: boolean
  secret?: boolean
  onChange(value: string): void
}

function TextInput({ label, hint, placeholder, value, required, secret, onChange }: InputProps) {
  const id = useId()
  return (
    <div className="explorer-field">
      <label htmlFor={id}>
        {label}
        {required ? <span className="explorer-required"> required</span> : null}
      </label>
      <input
        id={id}
        type={secret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <p id={`${id}-hint`} className="explorer-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

function FieldInput({
  field,
  value,
  onChange,
}: {
  field: Field
  value: string
  onChange(value: string): void
}) {
  const id = useId()
  if (!field.choices) {
    const { name, required, placeholder } = field
    return (
      <TextInput
        label={name}
        required={required}
        placeholder={placeholder}
        value={value}
        onChange={onChange}
      />
    )
  }
  return (
    <div className="explorer-field">
      <label htmlFor={id}>{field.name}</label>
      <select
        id={id}
        value={value}
        required={field.required}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">not set</option>
        {field.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </div>
  )
}

function BodyInput({ value, onChange }: { value: string; onChange(value: string): void }) {
  const id = useId()
  return (
    <div className="explorer-field explorer-wide">
      <label htmlFor={id}>Request body</label>
      <textarea
        id={id}
        rows={8}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
