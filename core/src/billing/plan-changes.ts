import { touchOrganisation } from '../accounts/key-change-store.ts'
import { type PlanName, planNamed, plans } from '../accounts/plans.ts'
import { appendAuditEvent } from '../audit/store.ts'
import type { Queryable, Sql } from '../db.ts'
import { monthAround } from './month.ts'

/** What becomes of a wish for a plan. */
export interface PlanChange {
  outcome: 'changed' | 'scheduled' | 'kept'
  plan_before: string
  /** The plan in force now. */
  plan: string
  /** The plan that comes into force with a later month, if one does. */
  next_plan: string | null
  /** First day of the month from which the wished plan is in force, UTC. */
  effective_from: string
}

/**
 * Changes the plan of the organisation that the transaction acts for. A month has one plan, so that its units have one price and
 * the spend cap one meaning: a larger plan is in force at once and from the first hour of the current month, a smaller one from
 * the first hour of the next. Wishing for the plan that is in force takes a smaller one back that waits.
 */
export async function changePlan(
  tx: Queryable,
  organisationId: string,
  wished: PlanName,
  now: Date,
): Promise<PlanChange> {
  const month = monthAround(now)
  // The clock of this process may be ahead of what was applied: what waits comes into force first.
  await tx`select 1 from organisations where id = ${organisationId} for update`
  await applyTo(tx, organisationId, month.start, now)
  const [row] = await tx<{ plan: string }[]>`select plan from organisations where id = ${organisationId}`
  const plan = row?.plan ?? 'free'
  await tx`delete from plan_changes where organisation_id = ${organisationId} and applied_at is null`
  const change = { plan_before: plan, plan, next_plan: null, effective_from: month.start }
  if (wished === planNamed(plan).name) return { ...change, outcome: 'kept' }
  if (plans[wished].price_cents > planNamed(plan).price_cents) {
    await tx`
      insert into plan_changes (organisation_id, effective_from, plan, previous_plan, applied_at)
      values (${organisationId}, ${month.start}, ${wished}, ${plan}, ${now})
      on conflict (organisation_id, effective_from) do update set plan = excluded.plan, applied_at = excluded.applied_at`
    await putInForce(tx, organisationId, wished)
    return { ...change, outcome: 'changed', plan: wished }
  }
  await tx`
    insert into plan_changes (organisation_id, effective_from, plan, previous_plan)
    values (${organisationId}, ${month.end}, ${wished}, ${plan})`
  return { ...change, outcome: 'scheduled', next_plan: wished, effective_from: month.end }
}

/** Brings plans into force whose month has begun, each once. Role: `latent_worker`. Returns how many. */
export async function applyPlanChanges(sql: Sql, now: Date): Promise<number> {
  const { start } = monthAround(now)
  const due = await sql<{ organisation_id: string }[]>`
    select distinct organisation_id from plan_changes where applied_at is null and effective_from <= ${start}::date`
  let applied = 0
  for (const { organisation_id } of due) {
    applied += (await sql.begin(async (tx) => {
      await tx`select 1 from organisations where id = ${organisation_id} for update`
      return (await applyTo(tx, organisation_id, start, now)) ? 1 : 0
    })) as number
  }
  return applied
}

interface AppliedChange {
  plan: string
  previous_plan: string
  effective_from: string
}

async function applyTo(
  tx: Queryable,
  organisationId: string,
  monthStart: string,
  now: Date,
): Promise<boolean> {
  const [due] = await tx<AppliedChange[]>`
    update plan_changes set applied_at = ${now}
    where organisation_id = ${organisationId} and applied_at is null and effective_from <= ${monthStart}::date
    returning plan, previous_plan, effective_from`
  if (!due) return false
  await putInForce(tx, organisationId, due.plan)
  await appendAuditEvent(tx, {
    organisation_id: organisationId,
    actor: { type: 'system', id: 'apply-plan-changes' },
    action: 'plan.changed',
    target_type: 'organisation',
    target_id: organisationId,
    before: { plan: due.previous_plan },
    after: { plan: due.plan, effective_from: due.effective_from },
    request_id: null,
  })
  return true
}

async function putInForce(tx: Queryable, organisationId: string, plan: string): Promise<void> {
  await tx`update organisations set plan = ${plan} where id = ${organisationId}`
  // All processes read the limits of its keys anew.
  await touchOrganisation(tx, organisationId)
}

/**
 * The plan of a month, as SQL over a row `o` of organisations: what was put in force by its beginning, or what the first change
 * after it replaced, or what there always was.
 */
export function planOfMonth(sql: Queryable, monthStart: string) {
  return sql`coalesce(
    (select c.plan from plan_changes c where c.organisation_id = o.id and c.effective_from <= ${monthStart}::date
      order by c.effective_from desc limit 1),
    (select c.previous_plan from plan_changes c where c.organisation_id = o.id and c.effective_from > ${monthStart}::date
      order by c.effective_from limit 1),
    o.plan)`
}
