'use client'

import { type FormEvent, useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { formatCents, formatNumber } from '../format.ts'
import { useSession } from '../session.tsx'
import type { BillingPlan, BodyOf } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { CheckField } from '../ui/field.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'

export interface PlanOffer {
  name: string
  title: string
  monthly_quota: number
  price_cents: number
  overage_cents_per_1000: number | null
}

type PlanName = BodyOf<'updateBillingPlan'>['plan']

/** What choosing a plan comes to, said before it is chosen. */
export function consequenceOf(
  current: Pick<BillingPlan, 'name' | 'price_cents' | 'next_plan'>,
  offer: PlanOffer,
): string {
  if (offer.name === current.name) {
    return current.next_plan ? 'Takes the planned change back.' : 'This is the plan you have.'
  }
  return offer.price_cents > current.price_cents
    ? 'In force at once, its limits within seconds. The whole current month is billed by it.'
    : 'In force from the first day of the next month (UTC). Until then you can take it back.'
}

export function PlanDialog({
  offers,
  current,
  onDone,
  onClose,
}: {
  offers: PlanOffer[]
  current: BillingPlan
  onDone: () => void
  onClose: () => void
}) {
  const { api } = useSession()
  const [chosen, setChosen] = useState(current.next_plan ?? current.name)
  const offer = offers.find(({ name }) => name === chosen)
  const change = useAction(async (plan: string, idempotencyKey) => {
    await api.put<'updateBillingPlan'>('/v1/billing/plan', { plan: plan as PlanName }, { idempotencyKey })
    toast('The plan is changed')
    onDone()
  })
  const isNothing = chosen === (current.next_plan ?? current.name)
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isNothing) onClose()
    else await change.run(chosen)
  }
  return (
    <Dialog title="Change plan" onClose={onClose}>
      <form className="d-stack" onSubmit={submit}>
        <fieldset className="d-fieldset">
          <legend>Plan</legend>
          {offers.map((one) => (
            <CheckField
              key={one.name}
              type="radio"
              name="plan"
              checked={chosen === one.name}
              onChange={() => setChosen(one.name)}
              label={
                <>
                  <strong>{one.title}</strong> ·{' '}
                  {one.price_cents === 0 ? 'free' : `${formatCents(one.price_cents)} a month`}
                </>
              }
              hint={`${formatNumber(one.monthly_quota)} units a month${
                one.overage_cents_per_1000 === null
                  ? ''
                  : `, then ${formatCents(one.overage_cents_per_1000)} a thousand up to your budget`
              }`}
            />
          ))}
        </fieldset>
        {offer ? (
          <p className="d-notice" role="status">
            {consequenceOf(current, offer)}
          </p>
        ) : null}
        <ProblemNotice problem={change.problem} />
        <div className="d-row d-row-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={change.isRunning}>
            {isNothing ? 'Keep it' : `Change to ${offer?.title ?? chosen}`}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
