'use client'

import { type FormEvent, useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { formatNumber } from '../format.ts'
import { useSession } from '../session.tsx'
import type { Budget } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { faultOf, ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'
import { dollarsToEdit, parseDollars, unitsFor } from './money.ts'

export function BudgetDialog({
  current,
  overageCents,
  onDone,
  onClose,
}: {
  current: Budget
  /** Price of 1,000 further units; null when the plan sells none. */
  overageCents: number | null
  onDone: () => void
  onClose: () => void
}) {
  const { api } = useSession()
  const [text, setText] = useState(current.spend_cap_cents ? dollarsToEdit(current.spend_cap_cents) : '')
  const [fault, setFault] = useState<string>()
  const cents = text.trim() === '' ? 0 : parseDollars(text)
  const save = useAction(async (spend_cap_cents: number | null, idempotencyKey) => {
    await api.put<'updateBudget'>('/v1/billing/budget', { spend_cap_cents }, { idempotencyKey })
    toast('The budget is changed')
    onDone()
  })
  async function submit(event: FormEvent) {
    event.preventDefault()
    setFault(cents === null ? 'Write an amount in US dollars, such as 25 or 25.50.' : undefined)
    if (cents !== null) await save.run(cents === 0 ? null : cents)
  }
  return (
    <Dialog title="Change budget" onClose={onClose}>
      <form className="d-stack" onSubmit={submit}>
        <TextField
          label="Most a month may cost beyond the plan, in US dollars"
          hint="Never passed. Empty or 0: nothing beyond the plan."
          value={text}
          onChange={(event) => setText(event.target.value)}
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          fault={fault ?? faultOf(save.problem, 'spend_cap_cents')}
        />
        <p className="d-small" role="status">
          {overageCents === null
            ? 'The plan you have sells no further units; the budget counts once you change to one that does.'
            : cents
              ? `Enough for ${formatNumber(unitsFor(cents, overageCents))} units beyond the quota.`
              : 'When the quota is used up, requests are answered with 402.'}
        </p>
        <ProblemNotice problem={save.problem} />
        <div className="d-row d-row-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={save.isRunning}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
