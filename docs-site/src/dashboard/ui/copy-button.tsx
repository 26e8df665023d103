'use client'

import { useEffect, useState } from 'react'
import { Button } from './button.tsx'

const SAID_FOR_MS = 2_500

/** Copies a text; says so in words, also to screen readers. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [said])
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied')
    } catch {
      // No permission, or a page over plain http: the text is there to be selected.
      setSaid('Select and copy it')
    }
  }
  return (
    <>
      <Button onClick={copy}>{said || label}</Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}
