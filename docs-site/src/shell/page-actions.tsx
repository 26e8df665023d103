'use client'

import { useEffect } from 'react'
import { TOASTS_ID } from './toast.ts'

const DONE_MS = 2_000

/** The text a copy button stands for: its own, that of the element it names, or of the code beside it. */
function textToCopy(button: HTMLElement): string {
  const { copy, copyFrom } = button.dataset
  if (copy) return copy
  const source = copyFrom ? document.getElementById(copyFrom) : button.closest('figure')?.querySelector('pre')
  return source?.textContent ?? ''
}

async function copyOnClick(event: MouseEvent): Promise<void> {
  const button = (event.target as Element | null)?.closest<HTMLElement>('[data-copy], [data-copy-from]')
  if (!button) return
  const copied = await navigator.clipboard.writeText(textToCopy(button)).then(
    () => true,
    () => false,
  )
  button.dataset.copied = copied ? 'done' : 'failed'
  const region = document.getElementById('copy-status')
  if (region) region.textContent = copied ? 'Copied' : 'Copying was refused by the browser'
  setTimeout(() => {
    delete button.dataset.copied
    if (region) region.textContent = ''
  }, DONE_MS)
}

/** What buttons in server-rendered markup do, in one place, so that no code block needs a script of its own. */
export function PageActions() {
  useEffect(() => {
    document.addEventListener('click', copyOnClick)
    return () => document.removeEventListener('click', copyOnClick)
  }, [])
  return (
    <>
      <p id="copy-status" className="sr-only" aria-live="polite" />
      <div id={TOASTS_ID} className="ui-toasts" aria-live="polite" />
    </>
  )
}
