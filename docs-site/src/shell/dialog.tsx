'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** Without a heading in sight; `title` is still read aloud. */
  bare?: boolean
  className?: string
}

/** A modal dialog: the browser keeps the focus inside, Escape closes it, the focus returns where it was. */
export function Dialog({ open, onClose, title, children, bare = false, className = '' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; this is for a click beside it.
    <dialog
      ref={dialog}
      className={`ui-dialog ${className}`}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open ? (
        <div className="ui-dialog-body">
          <div className={bare ? 'sr-only' : 'ui-dialog-head'}>
            <h2 id={heading}>{title}</h2>
            {bare ? null : (
              <button type="button" className="ui-icon-button" aria-label="Close" onClick={onClose}>
                <svg viewBox="0 0 20 20" aria-hidden="true">
                  <path d="m5 5 10 10M15 5 5 15" />
                </svg>
              </button>
            )}
          </div>
          {children}
        </div>
      ) : null}
    </dialog>
  )
}
