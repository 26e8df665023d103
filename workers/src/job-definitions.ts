import { notifyKeyExpiry } from './accounts/notify-key-expiry.ts'
import { anchorAudit, retainAuditLog, verifyAuditLog } from './audit/log.ts'
import { applyPlanChanges } from './billing/apply-plan-changes.ts'
import { exportToStripe } from './billing/export-to-stripe.ts'
import { issueInvoices } from './billing/issue-invoices.ts'
import { askClaude } from './claude/ask.ts'
import { pollClaude } from './claude/poll.ts'
import { recheckFiling, recheckFilings } from './custody/recheck.ts'
import { reconcileCustomerJobs, runExport } from './exports/run-export.ts'
import { backfillExtractors } from './filings/backfill-extractors.ts'
import { discoverFilings, discoverHistory } from './filings/discover.ts'
import { extractSignals } from './filings/extract.ts'
import { fetchFiling } from './filings/fetch.ts'
import { parseFiling } from './filings/parse.ts'
import { publishFiling } from './filings/publish.ts'
import { expireAnswers } from './idempotency/expire-answers.ts'
import { forgetSessions } from './identity/forget-sessions.ts'
import { rotateTokenKeys } from './identity/rotate-signing-keys.ts'
import { sendNotifications } from './identity/send-notifications.ts'
import { pollSources } from './intake/poll.ts'
import { reconcileIntake } from './intake/reconcile.ts'
import type { JobDefinition } from './job.ts'
import { keepRequestLog, keepUsage, rollUpUsage, sendUsageAlerts } from './metering/usage-jobs.ts'
import { matchMonitors } from './monitors/match.ts'
import { sendOperationsDigest } from './operations/send-digest.ts'
import { erasureAndExport } from './privacy/serve-requests.ts'
import { countAnswers } from './processing/count-answers.ts'

/** Every job a worker does. */
export const jobDefinitions = [
  discoverFilings,
  discoverHistory,
  fetchFiling,
  parseFiling,
  extractSignals,
  publishFiling,
  askClaude,
  pollClaude,
  backfillExtractors,
  recheckFiling,
  recheckFilings,
  issueInvoices,
  applyPlanChanges,
  exportToStripe,
  countAnswers,
  runExport,
  matchMonitors,
  reconcileCustomerJobs,
  notifyKeyExpiry,
  sendNotifications,
  rotateTokenKeys,
  forgetSessions,
  reconcileIntake,
  pollSources,
  sendOperationsDigest,
  rollUpUsage,
  keepRequestLog,
  keepUsage,
  expireAnswers,
  sendUsageAlerts,
  anchorAudit,
  erasureAndExport,
  verifyAuditLog,
  retainAuditLog,
] as unknown as readonly JobDefinition[]
