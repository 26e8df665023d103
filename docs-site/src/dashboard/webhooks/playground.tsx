'use client'

import { type FormEvent, useState } from 'react'
import { describedBy, Field, Textarea } from '../../shell/field.tsx'
import { PageLink } from '../../shell/link.tsx'
import { Button } from '../ui/button.tsx'
import { CheckField, TextField } from '../ui/field.tsx'
import { PageHead, Panel } from '../ui/page.tsx'
import { exampleMessage, type Message, type Verdict, verifyMessage } from './verify-message.ts'

const NOTHING: Message = { body: '', headers: '', secret: '', ignoresAge: true }
const HEADERS_HINT = 'One a line, as your receiver got them; a JSON object will do.'
const BODY_HINT = 'Exactly the bytes that came, not what a program printed again.'

/** Says whether a message is signed as it should be, and why not. By the SDK, in the browser: nothing is sent anywhere. */
export function SignaturePlayground() {
  const [message, setMessage] = useState(NOTHING)
  const [verdict, setVerdict] = useState<Verdict>()
  const change = (part: Partial<Message>) => {
    setMessage((before) => ({ ...before, ...part }))
    setVerdict(undefined)
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    setVerdict(await verifyMessage(message))
  }
  return (
    <>
      <p className="d-small">
        <PageLink href="/dashboard/webhooks">Webhooks</PageLink>
      </p>
      <PageHead
        title="Check a signature"
        lead="Paste a message your receiver got, and the secret of the endpoint. It is checked in this browser by the SDK; nothing is sent anywhere and nothing is kept."
      >
        <Button onClick={() => void exampleMessage().then(change)}>Fill in an example</Button>
      </PageHead>
      <form className="d-stack" onSubmit={submit} autoComplete="off">
        <Panel>
          <Field id="headers" label="Headers" hint={HEADERS_HINT}>
            <Textarea
              id="headers"
              className="d-mono"
              rows={4}
              required
              value={message.headers}
              onChange={(event) => change({ headers: event.target.value })}
              maxLength={20_000}
              spellCheck={false}
              placeholder={'webhook-id: evt_…\nwebhook-timestamp: …\nwebhook-signature: v1,…'}
              {...describedBy('headers', { hint: HEADERS_HINT })}
            />
          </Field>
          <Field id="body" label="Body" hint={BODY_HINT}>
            <Textarea
              id="body"
              className="d-mono"
              rows={8}
              required
              value={message.body}
              onChange={(event) => change({ body: event.target.value })}
              maxLength={1_000_000}
              spellCheck={false}
              {...describedBy('body', { hint: BODY_HINT })}
            />
          </Field>
          <TextField
            label="Signing secret"
            hint="whsec_…; two with a comma between while one rotates. Forgotten when you leave the page."
            className="d-mono"
            required
            value={message.secret}
            onChange={(event) => change({ secret: event.target.value })}
            maxLength={1_000}
            autoComplete="off"
            spellCheck={false}
          />
          <CheckField
            label="Whatever its age"
            hint="A receiver refuses messages older than five minutes."
            checked={message.ignoresAge}
            onChange={(event) => change({ ignoresAge: event.target.checked })}
          />
          <div className="d-row">
            <Button type="submit" variant="primary">
              Check
            </Button>
          </div>
        </Panel>
      </form>
      <div role="status">{verdict ? <Result of={verdict} /> : null}</div>
    </>
  )
}

function Result({ of }: { of: Verdict }) {
  if (!of.isGood) {
    return (
      <div className="d-notice d-notice-bad">
        <p className="d-notice-title">It does not hold: {of.text}</p>
        <p>{of.advice}</p>
        <p className="d-small">
          <code>{of.code}</code>
        </p>
      </div>
    )
  }
  return (
    <div className="d-notice d-notice-good">
      <p className="d-notice-title">The signature holds</p>
      <p>
        <code>{of.event.type}</code>, <code>{of.event.id}</code>, signed {of.age_seconds} seconds ago
        {of.age_seconds > 300 ? ': a receiver would refuse it for its age' : ''}.
      </p>
    </div>
  )
}
