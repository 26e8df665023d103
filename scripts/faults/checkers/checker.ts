import type { Sql } from '@sec-latent/core/db'
import type { MirrorRequest } from '../../../workers/src/edgar-mirror/mirror.ts'
import type { Cluster } from '../../cluster/cluster.ts'
import type { Row } from '../../invariants/invariant.ts'
import type { FaultEvent } from '../fault.ts'
import type { Load } from '../load.ts'
import type { MirrorControl } from '../mirror-control.ts'
import type { ScriptedClaude } from '../scripted-claude.ts'
import type { Settled } from '../settle.ts'
import type { WebhookReceivers } from '../webhook-receivers.ts'

/** What a run left behind, for whoever judges it. */
export interface Evidence {
  cluster: Cluster
  /** As the owner. */
  sql: Sql
  edgar: MirrorControl
  edgarRequests: MirrorRequest[]
  claude: ScriptedClaude
  receivers: WebhookReceivers
  load: Load
  faults: FaultEvent[]
  /** Programs that ended although nobody asked them to. */
  deaths: { name: string; at: number; code: number }[]
  settled: Settled
  /** `Date.now()` of the end of the last fault. */
  faultsEndedAt: number
}

export interface Checker {
  /** Of the reliability plan: `I1`. */
  id: string
  title: string
  check(evidence: Evidence): Promise<Row[]>
}
