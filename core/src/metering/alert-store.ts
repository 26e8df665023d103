import { notify } from '../accounts/notification-store.ts'
import { planNamed } from '../accounts/plans.ts'
import { appendAuditEvent } from '../audit/store.ts'
import type { Queryable, Sql } from '../db.ts'
import { asOrganisation } from '../tenancy/organisation.ts'
import { type AlertKind, type DueAlert, dueAlerts, monthUses } from './alerts.ts'

export interface UsageAlert {
  organisation_id: string
  /** First day of the month, UTC. */
  month: string
  kind: AlertKind
  /** Percent. */
  threshold: number
  used: number
  allowed: number
  created_at: string
}

/** Alerts about usage: found out once each and month, then handed to mails and webhooks. Role: `latent_worker`. */
export function alertStore(sql: Sql) {
  async function raise(organisation_id: string, month: string, alert: DueAlert): Promise<boolean> {
    const { kind, threshold, used, allowed } = alert
    return await asOrganisation(sql, organisation_id, async (tx) => {
      const made = await tx`
        insert into usage_alerts ${tx({ organisation_id, month, kind, threshold, used, allowed })}
        on conflict do nothing returning threshold`
      if (made.length === 0) return false
      await appendAuditEvent(tx, {
        organisation_id,
        actor: { type: 'system', id: 'usage-alerts' },
        action: 'usage.threshold_reached',
        target_type: 'organisation',
        target_id: organisation_id,
        before: null,
        after: { month: month.slice(0, 7), kind, threshold, used, allowed },
        request_id: null,
      })
      return true
    })
  }

  return {
    /** Compares what each organisation used this month with what it may use, and writes down what is due. Repeating it is safe. */
    async raiseDue(now: Date = new Date()): Promise<number> {
      const month = `${now.toISOString().slice(0, 7)}-01`
      const rows = await sql<
        {
          organisation_id: string
          plan: string
          spend_cap_cents: number | null
          units: number
          told: { kind: string; threshold: number }[]
        }[]
      >`
        select o.id as organisation_id, o.plan, o.spend_cap_cents, used.units,
          coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'threshold', a.threshold))
            from usage_alerts a where a.organisation_id = o.id and a.month = ${month}), '[]') as told
        from (
          select organisation_id, sum(units)::bigint as units from usage_cells
          where hour >= ${`${month}T00:00:00Z`} group by organisation_id
        ) used join organisations o on o.id = used.organisation_id`
      let raised = 0
      for (const { organisation_id, plan, spend_cap_cents, units, told } of rows) {
        for (const alert of dueAlerts(monthUses(planNamed(plan), spend_cap_cents, units), told)) {
          if (await raise(organisation_id, month, alert)) raised += 1
        }
      }
      return raised
    },

    /**
     * Hands alerts that nobody was told of to mails and webhooks, each in the transaction that notes that it was done. Two that
     * do it at once never hand over the same one. Returns how many were handed over.
     */
    async tellPending(limit: number): Promise<number> {
      return (await sql.begin(async (tx) => {
        const alerts = await tx<UsageAlert[]>`
          select organisation_id, month, kind, threshold, used, allowed, created_at from usage_alerts
          where status = 'pending' order by created_at limit ${limit} for update skip locked`
        for (const alert of alerts) await tell(tx, alert)
        return alerts.length
      })) as number
    },
  }
}
export type AlertStore = ReturnType<typeof alertStore>

/** Mails and webhooks are made of notifications; one for each share, meter and month. */
async function tell(tx: Queryable, alert: UsageAlert): Promise<void> {
  const { organisation_id, month, kind, threshold, used, allowed } = alert
  await notify(tx, {
    organisation_id,
    kind: 'usage.threshold_reached',
    dedupe_key: `usage.threshold_reached ${organisation_id} ${month} ${kind} ${threshold}`,
    payload: { meter: kind, month: month.slice(0, 7), percent: threshold, used, limit: allowed },
  })
  await tx`
    update usage_alerts set status = 'sent', sent_at = now()
    where organisation_id = ${organisation_id} and month = ${month} and kind = ${kind}
      and threshold = ${threshold} and status = 'pending'`
}
