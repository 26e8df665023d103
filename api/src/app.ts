import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { KeyProvider } from '@sec-latent/core/accounts/key-provider'
import type { KeysInUrls } from '@sec-latent/core/accounts/keys-in-urls'
import type { Leak } from '@sec-latent/core/accounts/leaks'
import type { AccountStore } from '@sec-latent/core/accounts/store'
import type { AuditPublicKey } from '@sec-latent/core/audit/public-keys'
import type { BeneficialOwnershipReadStore } from '@sec-latent/core/beneficial-ownership/read-store'
import type { ChangeReadStore } from '@sec-latent/core/changes/read-store'
import type { ClaudeReadStore } from '@sec-latent/core/claude/read-store'
import type { DocumentReadStore } from '@sec-latent/core/documents/read-store'
import type { EgressClient } from '@sec-latent/core/egress/client'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { EventReadStore } from '@sec-latent/core/events/read-store'
import type { FactReadStore } from '@sec-latent/core/facts/read-store'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { FundReportReadStore } from '@sec-latent/core/fund-reports/read-store'
import type { HoldingReadStore } from '@sec-latent/core/holdings/read-store'
import { newId } from '@sec-latent/core/ids'
import type { InsiderHoldingReadStore } from '@sec-latent/core/insider-transactions/holdings-read-store'
import type { InsiderTransactionReadStore } from '@sec-latent/core/insider-transactions/read-store'
import type { LeaseLimiter } from '@sec-latent/core/limits/lease-limiter'
import type { Logger } from '@sec-latent/core/log'
import type { Meter } from '@sec-latent/core/metering/meter'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import type { OfferingReadStore } from '@sec-latent/core/offerings/read-store'
import type { ExtractorBackfillStore } from '@sec-latent/core/processing/backfill-store'
import type { CoverageStore } from '@sec-latent/core/processing/coverage-store'
import type { ProposedSaleReadStore } from '@sec-latent/core/proposed-sales/read-store'
import type { RestatementReadStore } from '@sec-latent/core/restatements/read-store'
import type { SearchIndex } from '@sec-latent/core/search/search-index'
import type { Sealer } from '@sec-latent/core/secrets/seal'
import type { SectionReadStore } from '@sec-latent/core/sections/read-store'
import type { NeedSources } from '@sec-latent/core/signals/need'
import type { SignalReadStore } from '@sec-latent/core/signals/read-store'
import type { StatementReadStore } from '@sec-latent/core/statements/read-store'
import type { SubsidiaryReadStore } from '@sec-latent/core/subsidiaries/read-store'
import { noTracer, type Tracer } from '@sec-latent/core/traces/tracer'
import Fastify from 'fastify'
import { attachmentRoutes } from './attachments/routes.ts'
import { auditKeyRoutes } from './audit-events/key-routes.ts'
import { auditEventRoutes } from './audit-events/routes.ts'
import { beneficialOwnershipRoutes } from './beneficial-ownership/routes.ts'
import { billingRoutes } from './billing/routes.ts'
import { responseCachePlugin } from './cache/plugin.ts'
import type { ResponseCache } from './cache/response-cache.ts'
import { changeRoutes } from './changes/routes.ts'
import { coverageReader } from './coverage/coverage.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { cursorCodec } from './cursor.ts'
import { diffRoutes } from './diffs/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import { entityRoutes } from './entities/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { Evidence, evidenceSchemas } from './evidence/schema.ts'
import { evidenceServer } from './evidence/serve.ts'
import { explorerKeyRoutes } from './explorer-keys/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { extractorRoutes } from './extractors/routes.ts'
import { factRoutes } from './facts/routes.ts'
import type { FilingsNow } from './filings/details-together.ts'
import { filingRoutes } from './filings/routes.ts'
import { frontOf, frontServer } from './front/server.ts'
import { fundReportRoutes } from './fund-reports/routes.ts'
import { holdingRoutes } from './holdings/routes.ts'
import type { Identity } from './identity/identity.ts'
import { identityRoutes } from './identity/routes.ts'
import type { IdentitySettings } from './identity/settings.ts'
import { insiderHoldingRoutes } from './insider-holdings/routes.ts'
import { insiderTransactionRoutes } from './insider-transactions/routes.ts'
import { jobRoutes } from './jobs/routes.ts'
import { expiryHeader } from './keys/expiry-header.ts'
import { keyRoutes } from './keys/routes.ts'
import { memberRoutes } from './members/routes.ts'
import { monitorRoutes } from './monitors/routes.ts'
import { oauthRoutes } from './oauth/routes.ts'
import { offeringRoutes } from './offerings/routes.ts'
import { openApiOptions } from './openapi-document.ts'
import { organisationRoutes } from './organisations/routes.ts'
import { acceptable } from './plugins/acceptable.ts'
import { accessLog } from './plugins/access-log.ts'
import type { AdmissionSettings } from './plugins/admission.ts'
import { auth } from './plugins/auth.ts'
import { compression } from './plugins/compression.ts'
import { deprecation } from './plugins/deprecation.ts'
import { etag } from './plugins/etag.ts'
import { answerSpecialRequests, clientErrorHandler, markAnswered } from './plugins/framing.ts'
import { jsonBody } from './plugins/json-body.ts'
import { loadShedding, shedding } from './plugins/load-shedding.ts'
import { problemHandler, sendProblem, toProblem } from './plugins/problem-handler.ts'
import { rateLimit } from './plugins/rate-limit.ts'
import { scenarios } from './plugins/scenarios.ts'
import { serverTiming, timingStart } from './plugins/server-timing.ts'
import { tracing } from './plugins/tracing.ts'
import { MAX_PATH_VALUE_CHARS, transport } from './plugins/transport.ts'
import { usage } from './plugins/usage.ts'
import { validation } from './plugins/validation.ts'
import { versioning } from './plugins/versioning.ts'
import { PostalAddress } from './postal-address.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { processingRoutes } from './processing/routes.ts'
import { proposedSaleRoutes } from './proposed-sales/routes.ts'
import { ratioRoutes } from './ratios/routes.ts'
import { requestLogRoutes } from './request-log/routes.ts'
import { restatementRoutes } from './restatements/routes.ts'
import { Coverage, Problem, Total } from './schemas.ts'
import { searchRoutes } from './search/routes.ts'
import { GITHUB_KEYS_URL, secretScanningRoutes } from './secret-scanning/routes.ts'
import { sectionRoutes } from './sections/routes.ts'
import type { DatabaseState } from './service/health.ts'
import { type Metrics, measure } from './service/metrics.ts'
import { serviceRoutes } from './service/routes.ts'
import { serviceAccountRoutes } from './service-accounts/routes.ts'
import { signalRoutes } from './signals/routes.ts'
import { statementRoutes } from './statements/routes.ts'
import { numberSchemas } from './statements/schema.ts'
import { streamRoutes } from './stream/routes.ts'
import { stripeEventRoutes } from './stripe-events/routes.ts'
import { subsidiaryRoutes } from './subsidiaries/routes.ts'
import { tableRoutes } from './tables/routes.ts'
import { usageRoutes } from './usage/routes.ts'
import { webhookEndpointRoutes } from './webhook-endpoints/routes.ts'
import type { Writing } from './writing.ts'

/** Everything the routes need, made by the caller: `main.ts`, or a test. */
export interface Services {
  filings: FilingReadStore
  /** Filings as they are now, by number. */
  filingsNow: FilingsNow
  documents: DocumentReadStore
  sections: SectionReadStore
  facts: FactReadStore
  searchIndex: SearchIndex
  entities: EntityReadStore
  transactions: InsiderTransactionReadStore
  insiderHoldings: InsiderHoldingReadStore
  proposedSales: ProposedSaleReadStore
  beneficialOwnership: BeneficialOwnershipReadStore
  holdings: HoldingReadStore
  fundReports: FundReportReadStore
  subsidiaries: SubsidiaryReadStore
  offerings: OfferingReadStore
  events: EventReadStore
  statements: StatementReadStore
  restatements: RestatementReadStore
  signals: SignalReadStore
  /** Where rules that are run again find what they need. */
  needs: NeedSources
  changes: ChangeReadStore
  accounts: AccountStore
  writing: Writing
  sealer: Sealer
  /** Looks at addresses that customers name. */
  egress: Pick<EgressClient, 'checkDestination'>
  coverageStore: CoverageStore
  backfills: Pick<ExtractorBackfillStore, 'latest'>
  claude: ClaudeReadStore
  objects: ObjectStore
  keys: KeyProvider
  /** What becomes of a key that was found in public. */
  handleLeak: (leak: Leak) => Promise<boolean>
  /** Tells owners of keys that came in a URL. */
  keysInUrls: KeysInUrls
  /** Who people and programs are. */
  identity: Identity
  limiter: LeaseLimiter
  meter: Meter
  /** Answers that are kept; absent: every answer is made anew. */
  cache?: ResponseCache | undefined
  logger: Logger
  /** Where traces go; absent: nothing is traced. */
  tracer?: Tracer
  metrics: Metrics
  checkDatabase: () => Promise<DatabaseState>
  isDraining: () => boolean
  settings: ApiSettings
}

export interface ApiSettings {
  /** Address of the portal, without a trailing slash: problem types point at its pages. */
  portalUrl: string
  /** Address customers call, as the contract names it. */
  publicUrl: string
  cursorSecret: string
  /** Host names this server answers for; empty means any. */
  allowedHosts: string[]
  /** What the edge shows to prove that a request came through it; empty or absent: requests may come from anywhere. */
  edgeSecrets?: readonly string[]
  trustProxy: boolean | string
  failedAttemptsPerMinute: number
  metricsToken: string | undefined
  /** Where the keys are published with which messages about found secrets are signed. */
  secretScanningKeysUrl?: string
  /** Signs what Stripe says of invoices; unset: nothing is taken in. */
  stripeWebhookSecret?: string | undefined
  /** Public halves of the keys that sign where the audit log ends; unset: none are published. */
  auditKeys?: readonly AuditPublicKey[]
  /** How people and programs sign in; unset: with secrets for development. */
  identity?: IdentitySettings
  /** How long a request may take to arrive, and how many one connection may carry; for tests. */
  connections?: { headersMs?: number; requestMs?: number; checkMs?: number; maxRequests?: number }
  /** When requests are refused because the process cannot take more. */
  admission?: Partial<AdmissionSettings>
  /** False asks for the counts of a whole world every time; for tests. */
  rememberCoverage?: boolean
  /** Heartbeat and longest life of a stream, for tests. */
  stream?: { heartbeatMs?: number; maxMs?: number }
  /** Room for answers that are kept, in MB; 0 keeps none. */
  responseCacheMb?: number
  /** The most answers that are kept; for measurements. */
  responseCacheEntries?: number | undefined
  /** How long a limit waits for Redis before this process decides alone; for tests on a busy machine. */
  redisTimeoutMs?: number
}

const MAX_BODY_BYTES = 1_048_576
/** Room for a URL that deserves a 414 of its own; the plugin `transport` applies the real limit. */
const PARSER_HEADER_BYTES = 65_536
const HEADERS_TIMEOUT_MS = 20_000
const REQUEST_TIMEOUT_MS = 30_000
/** Then the connection is closed, so that those of one client spread over new processes. */
const MAX_REQUESTS_PER_CONNECTION = 1_000_000
/** How often Node looks for connections that are over time. */
const TIMEOUT_CHECK_MS = 5_000
/** Longer than the keep-alive of any proxy in front, so that we never close a connection it is about to use. */
const KEEP_ALIVE_MS = 72_000

export async function buildApp(services: Services) {
  const { settings, logger } = services
  const overload = shedding(settings.admission)
  const refusedAtOnce = services.metrics.durations.of('refused_at_once', 'other', 503)
  const atOnce = {
    portalUrl: settings.portalUrl,
    isDraining: () => services.isDraining(),
    onRefused() {
      overload.onRefused()
      refusedAtOnce.observe(0)
    },
  }
  const app = Fastify({
    logger: false,
    genReqId: () => newId('req'),
    requestIdHeader: false,
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: settings.trustProxy,
    routerOptions: { maxParamLength: MAX_PATH_VALUE_CHARS },
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // The plugin `transport` refuses a missing Host, in our own words.
    serverFactory: frontServer(frontOf(services), { ...overload, ...atOnce }, settings.edgeSecrets ?? [], {
      maxHeaderSize: PARSER_HEADER_BYTES,
      headersTimeout: settings.connections?.headersMs ?? HEADERS_TIMEOUT_MS,
      requestTimeout: settings.connections?.requestMs ?? REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      requireHostHeader: false,
      connectionsCheckingInterval: settings.connections?.checkMs ?? TIMEOUT_CHECK_MS,
    }),
    clientErrorHandler: clientErrorHandler(settings.portalUrl, logger),
    frameworkErrors: (error, request, reply) => {
      reply.header('request-id', request.id)
      void sendProblem(toProblem(error), request, reply, settings.portalUrl)
    },
  }).withTypeProvider<TypeBoxTypeProvider>()
  answerSpecialRequests(app.server, settings.portalUrl)
  app.server.maxRequestsPerSocket = settings.connections?.maxRequests ?? MAX_REQUESTS_PER_CONNECTION

  app.addHook('onSend', async (request, reply) => {
    if (services.isDraining()) reply.header('connection', 'close')
    if (reply.getHeader('connection') === 'close') markAnswered(request.raw.socket)
  })
  await app.register(problemHandler, { portalUrl: settings.portalUrl, logger })
  await app.register(transport, {
    allowedHosts: settings.allowedHosts,
    portalUrl: settings.portalUrl,
    noteKeyInUrl: services.keysInUrls.note,
  })
  if (services.tracer && services.tracer !== noTracer) {
    await app.register(tracing, { tracer: services.tracer })
  }
  app.addHook('onClose', async () => {
    await services.keysInUrls.close()
  })
  await app.register(loadShedding, {
    shedding: overload,
    portalUrl: settings.portalUrl,
    logger,
    registry: services.metrics.registry,
  })
  await app.register(deprecation, { portalUrl: settings.portalUrl })
  await app.register(accessLog, { logger })
  await app.register(measure, { metrics: services.metrics })
  await app.register(timingStart)
  await app.register(auth, {
    keys: services.keys,
    identity: services.identity,
    failedAttemptsPerMinute: settings.failedAttemptsPerMinute,
  })
  await app.register(versioning)
  await app.register(serverTiming)
  await app.register(rateLimit, { limiter: services.limiter })
  await app.register(scenarios)
  await app.register(acceptable)
  const cursors = cursorCodec(settings.cursorSecret)
  if (services.cache) await app.register(responseCachePlugin, { cache: services.cache, cursors })
  await app.register(expiryHeader)
  await app.register(etag)
  await app.register(compression)
  await app.register(usage, { meter: services.meter })
  await app.register(jsonBody)
  await app.register(validation)
  await app.register(swagger, openApiOptions(settings.publicUrl))

  for (const schema of [
    Problem,
    Coverage,
    Total,
    PostalAddress,
    ...numberSchemas,
    ...evidenceSchemas,
    Evidence,
  ])
    app.addSchema(schema)
  const coverage = coverageReader(services.coverageStore, { remember: settings.rememberCoverage })
  const evidence = evidenceServer(services)
  const shared = { ...services, coverage, cursors, evidence, metricsToken: settings.metricsToken }

  await app.register(
    async (v1) => {
      await v1.register(entityRoutes, shared)
      await v1.register(filingRoutes, shared)
      await v1.register(documentRoutes, shared)
      await v1.register(attachmentRoutes, shared)
      await v1.register(sectionRoutes, shared)
      await v1.register(factRoutes, shared)
      await v1.register(processingRoutes, shared)
      await v1.register(insiderTransactionRoutes, shared)
      await v1.register(insiderHoldingRoutes, shared)
      await v1.register(proposedSaleRoutes, shared)
      await v1.register(beneficialOwnershipRoutes, shared)
      await v1.register(holdingRoutes, shared)
      await v1.register(fundReportRoutes, shared)
      await v1.register(subsidiaryRoutes, shared)
      await v1.register(offeringRoutes, shared)
      await v1.register(eventRoutes, shared)
      await v1.register(statementRoutes, shared)
      await v1.register(ratioRoutes, shared)
      await v1.register(restatementRoutes, shared)
      await v1.register(signalRoutes, shared)
      await v1.register(extractorRoutes, shared)
      await v1.register(evidenceRoutes, shared)
      await v1.register(coverageRoutes, shared)
      await v1.register(tableRoutes, shared)
      await v1.register(searchRoutes, shared)
      await v1.register(diffRoutes, shared)
      await v1.register(changeRoutes, shared)
      await v1.register(streamRoutes, shared)
      await v1.register(billingRoutes, shared)
      await v1.register(monitorRoutes, shared)
      await v1.register(exportRoutes, shared)
      await v1.register(jobRoutes, shared)
      await v1.register(keyRoutes, shared)
      await v1.register(explorerKeyRoutes, shared)
      await v1.register(usageRoutes, shared)
      await v1.register(webhookEndpointRoutes, shared)
      await v1.register(requestLogRoutes, shared)
      await v1.register(organisationRoutes, shared)
      await v1.register(memberRoutes, shared)
      await v1.register(serviceAccountRoutes, shared)
      await v1.register(auditEventRoutes, shared)
      await v1.register(privacyRoutes, shared)
    },
    { prefix: '/v1' },
  )
  await app.register(secretScanningRoutes, {
    handleLeak: services.handleLeak,
    keysUrl: settings.secretScanningKeysUrl ?? GITHUB_KEYS_URL,
  })
  await app.register(stripeEventRoutes, {
    service: services.identity.sql,
    webhookSecret: settings.stripeWebhookSecret,
    logger,
  })
  await app.register(serviceRoutes, shared)
  await app.register(oauthRoutes, shared)
  await app.register(auditKeyRoutes, { auditKeys: settings.auditKeys ?? [] })
  await app.register(identityRoutes, shared)
  return app
}
