import { type AnchorStore, lastAnchorNumber, openAnchorStore } from '../audit/anchor-store.ts'
import type { PrivacyRequest } from './store.ts'

/** An erasure as it is written down outside of the database: ids only. */
export type LoggedErasure = Pick<
  PrivacyRequest,
  'id' | 'organisation_id' | 'subject_type' | 'subject_id' | 'requested_by' | 'created_at' | 'due_at'
>

/** Erasures that were served, kept beside the objects, where setting the database back does not reach. One may be there twice. */
export interface ErasureLog {
  append(erasure: LoggedErasure): Promise<void>
  /** From the first on. */
  entries(): AsyncIterable<LoggedErasure>
}

export function openErasureLog(objectStoreUrl: string): ErasureLog {
  return erasureLog(openAnchorStore(objectStoreUrl, 'erasures'))
}

function erasureLog(store: AnchorStore): ErasureLog {
  return {
    async append({ id, organisation_id, subject_type, subject_id, requested_by, created_at, due_at }) {
      const entry = { id, organisation_id, subject_type, subject_id, requested_by, created_at, due_at }
      let number = (await lastAnchorNumber(store)) + 1
      // Somebody else may have taken the number in between.
      while (!(await store.put(number, `${JSON.stringify(entry)}\n`))) number += 1
    },

    async *entries() {
      for (let number = 1; ; number += 1) {
        const text = await store.get(number)
        if (text === undefined) return
        yield JSON.parse(text) as LoggedErasure
      }
    },
  }
}
