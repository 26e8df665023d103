import type { Cluster } from '../cluster/cluster.ts'
import type { Random } from '../invariants/random.ts'
import type { MirrorControl } from './mirror-control.ts'
import type { Plannable } from './plan.ts'
import type { ScriptedClaude } from './scripted-claude.ts'
import type { WebhookReceivers } from './webhook-receivers.ts'

/** What faults are done to. */
export interface Field {
  cluster: Cluster
  edgar: MirrorControl
  claude: ScriptedClaude
  receivers: WebhookReceivers
}

/** Which part of the system suffers; others must not notice. */
export type Part =
  | 'api'
  | 'workers'
  | 'scheduler'
  | 'postgres'
  | 'redis'
  | 'edgar'
  | 'claude'
  | 'objects'
  | 'receivers'
  | 'clients'

export interface FaultKind extends Plannable {
  part: Part
  /** Does it; the answer ends it, after the time it is held. */
  inject(field: Field, random: Random, holdMs: number): Promise<(() => Promise<void>) | undefined>
}

/** A fault that happened. */
export interface FaultEvent {
  fault: string
  name: string
  part: Part
  /** `Date.now()`. */
  from: number
  to: number
  /** Why it could not be done, if it could not. */
  failed?: string
}
