import { checkModels } from '@sec-latent/core/claude/models'
import { surviveDriverFaults } from '@sec-latent/core/driver-faults'
import { runMain } from '@sec-latent/core/run-main'
import { notifyKeyExpiry } from './accounts/notify-key-expiry.ts'
import { anchorAudit, retainAuditLog, verifyAuditLog } from './audit/log.ts'
import { applyPlanChanges } from './billing/apply-plan-changes.ts'
import { exportToStripe } from './billing/export-to-stripe.ts'
import { issueInvoices } from './billing/issue-invoices.ts'
import { askClaude } from './claude/ask.ts'
import { pollClaude } from './claude/poll.ts'
import { workerConfig } from './config.ts'
import { recheckFiling, recheckFilings } from './custody/recheck.ts'
import { reconcileCustomerJobs, runExport } from './exports/run-export.ts'
import { backfillExtractors } from './filings/backfill-extractors.ts'
import { discoverFilings } from './filings/discover.ts'
import { extractSignals } from './filings/extract.ts'
import { fetchFiling } from './filings/fetch.ts'
import { parseFiling } from './filings/parse.ts'
import { publishFiling } from './filings/publish.ts'
import { startHealthServer } from './health.ts'
import { expireAnswers } from './idempotency/expire-answers.ts'
import { forgetSessions } from './identity/forget-sessions.ts'
import { rotateTokenKeys } from './identity/rotate-signing-keys.ts'
import { sendNotifications } from './identity/send-notifications.ts'
import { startCarrier } from './intake/carrier.ts'
import { pollSources } from './intake/poll.ts'
import { reconcileIntake } from './intake/reconcile.ts'
import { startWorker } from './job.ts'
import { keepRequestLog, keepUsage, rollUpUsage, sendUsageAlerts } from './metering/usage-jobs.ts'
import { matchMonitors } from './monitors/match.ts'
import { erasureAndExport } from './privacy/serve-requests.ts'
import { countAnswers } from './processing/count-answers.ts'
import { openServices, type Services } from './services.ts'
import { onShutdown } from './shutdown.ts'
import { sendWebhooks } from './webhooks/send-webhooks.ts'

await runMain(async () => {
  const services = openServices(workerConfig(process.env), 'workers')
  surviveDriverFaults(services.log)
  const health = await startHealthServer(services)
  const carrier = startCarrier(services)
  const webhooks = sendWebhooks(services)
  const workers = [
    startWorker(discoverFilings, services),
    startWorker(fetchFiling, services),
    startWorker(parseFiling, services),
    startWorker(extractSignals, services),
    startWorker(publishFiling, services),
    startWorker(askClaude, services),
    startWorker(pollClaude, services),
    startWorker(backfillExtractors, services),
    startWorker(recheckFiling, services),
    startWorker(recheckFilings, services),
    startWorker(issueInvoices, services),
    startWorker(applyPlanChanges, services),
    startWorker(exportToStripe, services),
    startWorker(countAnswers, services),
    startWorker(runExport, services),
    startWorker(matchMonitors, services),
    startWorker(reconcileCustomerJobs, services),
    startWorker(notifyKeyExpiry, services),
    startWorker(sendNotifications, services),
    startWorker(rotateTokenKeys, services),
    startWorker(forgetSessions, services),
    startWorker(reconcileIntake, services),
    startWorker(pollSources, services),
    startWorker(rollUpUsage, services),
    startWorker(keepRequestLog, services),
    startWorker(keepUsage, services),
    startWorker(expireAnswers, services),
    startWorker(sendUsageAlerts, services),
    startWorker(anchorAudit, services),
    startWorker(erasureAndExport, services),
    startWorker(verifyAuditLog, services),
    startWorker(retainAuditLog, services),
  ]
  services.log.info({ action: 'start', message: 'The workers are running.' })
  // A model that cannot be asked is told at once; its answers would be unavailable one by one. Nothing waits for this.
  tellModels(services).catch(() => {})

  onShutdown(services.log, async () => {
    health.drain()
    await carrier.stop()
    await Promise.all([webhooks.stop(), ...workers.map((worker) => worker.close())])
    await health.close()
    await services.close()
  })
})

async function tellModels({ claude, claudeExtractors, log }: Services): Promise<void> {
  const checks = await checkModels(
    claude,
    claudeExtractors.map(({ prompt }) => prompt),
  )
  for (const { model, status, detail } of checks) {
    const event = { action: 'check-model', status, message: `${model}: ${detail}` }
    if (status === 'ok') log.info(event)
    else log.warn(event)
  }
}
