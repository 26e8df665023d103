'use client'

import { useEffect, useState } from 'react'
import { ButtonLink } from '../shell/button.tsx'
import { wordsForProvider } from './words.ts'

/** Signing in with another account did not work: why, and what else there is. */
export function ProviderError() {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => setCode(new URLSearchParams(window.location.search).get('error')), [])
  return (
    <>
      <h1>That did not work</h1>
      <p role="alert">{wordsForProvider(code)}</p>
      <div>
        <ButtonLink variant="primary" href="/sign-in">
          Back to signing in
        </ButtonLink>
      </div>
    </>
  )
}
