'use client'

import { useEffect } from 'react'

const TARGET = /^#(evidence|signal)-((?:evd|sig)_[0-9a-z]+)$/
const CURRENT = 'filing-quote-current'

/** Marks what the fragment of the address names. What stands elsewhere in the filing is opened by the server. */
function follow(): void {
  const [, kind, id] = TARGET.exec(window.location.hash) ?? []
  if (!kind || !id) return
  const target = document.getElementById(`${kind}-${id}`)
  if (!target) {
    const address = new URL(window.location.href)
    if (address.searchParams.get(kind) === id) return
    for (const name of ['section', 'part', 'evidence', 'signal', 'quote']) address.searchParams.delete(name)
    address.searchParams.set(kind, id)
    window.location.replace(address)
    return
  }
  target.closest('details')?.setAttribute('open', '')
  if (kind === 'evidence') markQuote(id)
  const shown = kind === 'evidence' ? document.querySelector(`mark[data-evidence~="${id}"]`) : target
  ;(shown ?? target).scrollIntoView({ block: kind === 'evidence' ? 'center' : 'start' })
}

function markQuote(id: string): void {
  for (const mark of document.querySelectorAll(`.${CURRENT}`)) mark.classList.remove(CURRENT)
  for (const mark of document.querySelectorAll(`mark[data-evidence~="${id}"]`)) mark.classList.add(CURRENT)
}

/** The part of a filing page that needs a script: addresses with a fragment, followed on arrival and on every click. */
export function DeepLinks() {
  useEffect(() => {
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  return null
}
