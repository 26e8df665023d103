'use client'

import type { WebhookEndpointWithSecret } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { SecretOnce } from '../ui/secret-once.tsx'

/** The secret of an endpoint, this once. */
export function SigningSecret({ of, onKept }: { of: WebhookEndpointWithSecret; onKept: () => void }) {
  return (
    <section className="d-notice d-notice-good" aria-labelledby="new-secret">
      <h2 id="new-secret" className="d-notice-title">
        Messages to {of.url} are signed with this secret
      </h2>
      <SecretOnce key={of.secret} label="Signing secret" secret={of.secret} />
      <Button onClick={onKept}>I have kept it</Button>
    </section>
  )
}
