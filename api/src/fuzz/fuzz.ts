import { contractCheck } from '../testing/contract-check.ts'
import { type Case, makeCase, type Pool, type Request } from './case.ts'
import {
  type Answer,
  type CheckName,
  type CheckOptions,
  checkNames,
  codeOf,
  type Fault,
  faultsOf,
  parsed,
} from './checks.ts'
import { type ContractDocument, type Operation, operationsOf } from './operation.ts'
import { harvest } from './pool.ts'
import { type Random, randomOf } from './random.ts'
import { shrink } from './shrink.ts'

/** A whole API, however it is reached. */
export interface Target {
  /** Sends a request; one without Authorization goes with the key of the run. */
  send(request: Request): Promise<Answer>
  /** Takes another key when the one of the run was revoked by a request of the run. */
  renew(): Promise<void>
  /** Things the run must not take for its own, such as its key. */
  isProtected(id: string): boolean
  /** Scopes of the key without scopes: operations that need no others are not tried with it. */
  narrowScopes: readonly string[]
}

export interface Violation extends Fault {
  operation: string
  expectation: string
  mutation: string
  request: Request
  status: number
}

export interface FuzzReport {
  seed: number
  requests: number
  operations: number
  operations_reached: number
  answers: Record<string, number>
  checks: Record<CheckName, number>
  violations: Violation[]
}

const MAX_VIOLATIONS = 25
const MAX_WAITS = 20
const PROGRESS_EVERY = 1_000
const OWN_KEY_GONE = new Set([
  'key_revoked',
  'key_expired',
  'key_disabled',
  'invalid_key',
  'organisation_disabled',
])

/** Limits that a run meets on a busy machine; what they are about is tested elsewhere. */
const COME_BACK = new Set(['rate_limited', 'concurrency_exceeded', 'overloaded'])

/**
 * Sends requests that the contract allows, and requests it does not, over all of its operations, and holds every answer
 * against it. The same seed makes the same requests as long as the answers are the same.
 */
export async function fuzz(
  document: ContractDocument,
  target: Target,
  options: { requests: number; seed: number; maxMs?: number; say?: (line: string) => void },
): Promise<FuzzReport> {
  const operations = operationsOf(document)
  const judging: CheckOptions = {
    document,
    contract: contractCheck(document),
    maxMs: options.maxMs ?? 10_000,
  }
  const pool: Pool = new Map()
  const reached = new Set<string>()
  const seen = new Set<string>()
  const report: FuzzReport = {
    seed: options.seed,
    requests: 0,
    operations: operations.length,
    operations_reached: 0,
    answers: {},
    checks: Object.fromEntries(checkNames.map((name) => [name, 0])) as Record<CheckName, number>,
    violations: [],
  }

  async function send(request: Request): Promise<Answer> {
    for (let waits = 0; ; waits++) {
      const answer = await target.send(request)
      report.requests += 1
      const code = codeOf(answer)
      if (request.headers.authorization === undefined && code !== undefined && OWN_KEY_GONE.has(code)) {
        await target.renew()
      } else if (code === undefined || !COME_BACK.has(code)) {
        report.answers[answer.status] = (report.answers[answer.status] ?? 0) + 1
        return answer
      }
      if (waits === MAX_WAITS) return answer
      if (code !== undefined && COME_BACK.has(code)) {
        await new Promise((done) => setTimeout(done, Number(answer.headers['retry-after-ms'] ?? 100)))
      }
    }
  }

  async function judge(one: Case): Promise<{ answer: Answer; faults: Fault[] }> {
    const answer = await send(one.request)
    return { answer, faults: faultsOf(one, answer, judging) }
  }

  async function note(one: Case, status: number, faults: Fault[]): Promise<void> {
    for (const fault of faults) {
      report.checks[fault.check] += 1
      // The same fault of the same operation again says nothing new.
      const address = `${one.operation.id} ${fault.check} ${one.expectation} ${fault.what.slice(0, 40)}`
      if (seen.has(address) || report.violations.length >= MAX_VIOLATIONS) continue
      seen.add(address)
      const small = await shrink(one, async (candidate) =>
        (await judge(candidate)).faults.some(({ check }) => check === fault.check),
      )
      report.violations.push({
        ...fault,
        operation: one.operation.id,
        expectation: one.expectation,
        mutation: one.mutation,
        request: small.request,
        status,
      })
      options.say?.(`${fault.check} ${one.operation.id} (${one.mutation}): ${fault.what}`)
    }
  }

  for (let turn = 0; report.requests < options.requests || reached.size < operations.length; turn++) {
    if (turn > 0 && turn % PROGRESS_EVERY === 0) {
      options.say?.(`${report.requests} requests, ${report.violations.length} violations`)
    }
    const random = randomOf(options.seed * 1_000_003 + turn)
    const operation = operations[turn % operations.length] as Operation
    const one = makeCase(document, operation, pool, random)
    if (
      one.expectation === 'forbidden' &&
      operation.scopes.every((scope) => target.narrowScopes.includes(scope))
    ) {
      continue
    }
    reached.add(operation.id)
    const { answer, faults } = await judge(one)
    harvest(document, operation, answer, pool, target.isProtected)
    await note(one, answer.status, faults)
    if (one.expectation === 'accepted' && operation.method !== 'GET') {
      await note(one, answer.status, await faultsAfter(one, answer, random))
    }
  }
  report.operations_reached = reached.size
  return report

  /** What a change promises for afterwards: it is not done twice, what was made is there, what was deleted is gone. */
  async function faultsAfter(one: Case, answer: Answer, random: Random): Promise<Fault[]> {
    const { operation, request } = one
    if (answer.status >= 300) return []
    const faults: Fault[] = []
    if (operation.writes && random.chance(0.5)) {
      const again = await send(request)
      const same = again.status === answer.status && again.body === answer.body
      if (!same || again.headers['idempotency-replayed'] !== 'true') {
        faults.push({ check: 'idempotent_replay', what: `${again.status} ${again.body.slice(0, 200)}` })
      }
    }
    const { location } = answer.headers
    if (answer.status === 201 && location !== undefined) {
      const made = await send({ method: 'GET', path: location, query: [], headers: {} })
      if (made.status !== 200) {
        faults.push({ check: 'ensure_resource_availability', what: `${location} answers ${made.status}` })
      }
    }
    const readable = document.paths[operation.path]?.get !== undefined
    if (operation.method === 'DELETE' && readable) {
      const gone = await send({ method: 'GET', path: request.path, query: [], headers: {} })
      if (gone.status === 200 && !isMarkedGone(gone.body)) {
        faults.push({ check: 'use_after_free', what: `${request.path} is still there` })
      }
    }
    return faults
  }
}

/** Some things stay readable after their end, and say so. */
function isMarkedGone(body: string): boolean {
  const fields = parsed(body) as Record<string, unknown> | undefined
  return Object.entries(fields ?? {}).some(
    ([name, value]) =>
      (/^(?:revoked|deleted|cancelled|disabled|removed)_at$/.test(name) && value !== null) ||
      (name === 'status' && /^(?:revoked|deleted|cancelled|disabled)$/.test(String(value))),
  )
}
