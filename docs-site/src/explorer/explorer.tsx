'use client'

import type { APIPlaygroundProps } from 'fumadocs-openapi/ui'
import { type FormEvent, useMemo, useState } from 'react'
import { usePortalConfig } from '../use-portal-config.ts'
import { type Answer, AnswerView } from './answer.tsx'
import { exampleBody } from './example-body.ts'
import { useExplorerKey } from './explorer-key.ts'
import { BodyInput, ChoiceInput, FieldInput, TextInput } from './inputs.tsx'
import {
  acceptable,
  fieldsOf,
  isPublic,
  prepareRequest,
  toCurl,
  workingExample,
  workingValues,
} from './request.ts'
import { send } from './send.ts'

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
    const example = exampleBody(resolve(operation.requestBody)?.content, workingExample(operation).body)
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
  const accepts = useMemo(
    () => acceptable(resolve(operation.responses?.['200'])?.content),
    [operation, resolve],
  )
  const [accept, setAccept] = useState(accepts[0])
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [sending, setSending] = useState(false)

  const request = prepareRequest(baseUrl, path, method, fields, values, needsKey ? key.trim() : '', {
    accept,
    body,
  })

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
          {accepts.length > 1 ? (
            <ChoiceInput label="Accept" choices={accepts} value={accept ?? ''} onChange={setAccept} />
          ) : null}
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
