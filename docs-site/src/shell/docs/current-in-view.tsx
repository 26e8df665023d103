'use client'

import { useEffect } from 'react'

/** Scrolls a long tree, and nothing else, to the page that is open. */
export function CurrentInView() {
  useEffect(() => {
    const current = document.querySelector<HTMLElement>('.docs-sidebar [aria-current="page"]')
    const sidebar = current?.closest<HTMLElement>('.docs-sidebar')
    if (!current || !sidebar) return
    const { top, bottom } = sidebar.getBoundingClientRect()
    const place = current.getBoundingClientRect()
    if (place.top >= top && place.bottom <= bottom) return
    sidebar.scrollTop += place.top - top - sidebar.clientHeight / 2
  }, [])
  return null
}
