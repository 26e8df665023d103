'use client'

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Action } from '../use-action.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { ProblemNotice } from './problem-notice.tsx'

interface Props {
  title: string
  onClose: () => void
  /** Escape does not close it: what it shows would be lost. */
  isSticky?: boolean
  children: ReactNode
}

/** A dialog of the browser: it keeps the focus inside, closes with Escape and gives the focus back. Shown while it is rendered. */
export function Dialog({ title, onClose, isSticky = false, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    const dialog = element.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className="d-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        if (!isSticky) onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

/** Asks before something that cannot be undone; with `typed`, only whoever types that word can go on. */
export function ConfirmDialog({
  title,
  children,
  typed,
  confirmLabel,
  action,
  onClose,
}: {
  title: string
  children: ReactNode
  /** What must be typed, for example the name of a key. */
  typed?: string
  confirmLabel: string
  action: Action<void>
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (typed !== undefined && text.trim() !== typed.trim()) {
      setFault(`Type ${typed} to go on.`)
      return
    }
    setFault(undefined)
    if (await action.run()) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} className="d-stack" noValidate>
        {children}
        {typed === undefined ? null : (
          <TextField
            label={
              <>
                Type <strong>{typed}</strong> to confirm
              </>
            }
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            fault={fault}
          />
        )}
        <ProblemNotice problem={action.problem} />
        <div className="d-row d-row-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="danger" isBusy={action.isRunning}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
