'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog as ShellDialog } from '../../shell/dialog.tsx'
import type { Action } from '../use-action.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** A dialog that is open while it is rendered. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  return (
    <ShellDialog open title={title} onClose={onClose}>
      {children}
    </ShellDialog>
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
          <Button type="submit" variant="danger" isBusy={action.isRunning}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
