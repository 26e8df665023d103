'use client'

import { lazy, Suspense, useEffect, useState } from 'react'

// Loaded when first opened.
const SearchDialog = lazy(() => import('./search-dialog.tsx'))

/** Opens the search, also with Ctrl-K or Command-K. */
export function SearchBox() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className="shell-search needs-script"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.7" cy="8.7" r="5.2" />
          <path d="m12.8 12.8 4 4" />
        </svg>
        <span>Search</span>
        <kbd>Ctrl K</kbd>
      </button>
      {open ? (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
