'use client'

import { useEffect, useState } from 'react'
import { returnPath } from '../dashboard/return-path.ts'
import { Button } from '../dashboard/ui/button.tsx'
import { useAction } from '../dashboard/use-action.ts'
import type { Provider } from './auth.ts'
import { Refusal } from './parts.tsx'
import { useAuth } from './use-account.ts'

/** The other accounts that can be used, as this installation is set up; nothing where it has none. */
export function Providers({ verb }: { verb: string }) {
  const auth = useAuth()
  const [providers, setProviders] = useState<Provider[]>([])
  useEffect(() => {
    const abort = new AbortController()
    auth()
      .providers(abort.signal)
      .then(setProviders, () => {
        // Without an answer the form with address and password is still there, and says what is wrong when it is used.
      })
    return () => abort.abort()
  }, [auth])
  const leave = useAction(async (provider: string) => {
    const { origin, search } = window.location
    const next = returnPath(new URLSearchParams(search).get('next'))
    window.location.assign(await auth().providerAddress(provider, origin + next, `${origin}/sign-in/error`))
  })
  if (providers.length === 0) return null
  return (
    <section className="d-stack" aria-label="With another account">
      <p className="d-or">or</p>
      {providers.map(({ id, name }) => (
        <Button key={id} className="d-wide" isBusy={leave.isRunning} onClick={() => void leave.run(id)}>
          {verb} with {name}
        </Button>
      ))}
      <Refusal problem={leave.problem} />
    </section>
  )
}
