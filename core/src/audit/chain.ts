import { NO_HASH, recordHash } from './event.ts'
import type { HashedRecord } from './read-store.ts'

export type ChainFaultKind =
  /** A row is missing, or stands twice in one place. */
  | 'gap'
  /** A row does not hold the hash of the row before it. */
  | 'broken_link'
  /** A row is not what its hash says. */
  | 'altered'
  /** Times go back along the chain. */
  | 'time_reversed'
  /** The chain does not end where its head says. */
  | 'wrong_head'
  /** The chain does not reach, or no longer passes through, a head that was signed. */
  | 'contradicts_anchor'
  /** The anchors outside the database are missing or not ours. */
  | 'bad_anchor'
  /** A row lies beside all partitions. */
  | 'stray'

export interface ChainFault {
  organisation_id: string
  seq: number
  kind: ChainFaultKind
}

export interface ChainPlace {
  seq: number
  hash: string
}

export const CHAIN_START: ChainPlace = { seq: 0, hash: NO_HASH }

/** Walks one chain record by record. After a fault it goes on from what is there, so that one change is not a thousand faults. */
export function chainWalk(
  organisationId: string,
  options: { base?: ChainPlace; anchored?: ChainPlace },
  report: (fault: ChainFault) => void,
) {
  const { anchored } = options
  let last = options.base ?? CHAIN_START
  let lastTime = ''
  const fault = (seq: number, kind: ChainFaultKind) => report({ organisation_id: organisationId, seq, kind })

  return {
    step({ hash, ...record }: HashedRecord): void {
      const { seq, prev_hash, created_at } = record
      if (seq !== last.seq + 1) fault(seq, 'gap')
      if (prev_hash !== last.hash) fault(seq, 'broken_link')
      if (recordHash(record) !== hash) fault(seq, 'altered')
      if (created_at < lastTime) fault(seq, 'time_reversed')
      if (anchored?.seq === seq && anchored.hash !== hash) fault(seq, 'contradicts_anchor')
      last = { seq, hash }
      lastTime = created_at
    },

    end(head: ChainPlace | undefined): void {
      const { seq, hash } = head ?? CHAIN_START
      if (last.seq !== seq || last.hash !== hash) fault(last.seq, 'wrong_head')
      if (anchored && last.seq < anchored.seq) fault(last.seq, 'contradicts_anchor')
    },
  }
}
