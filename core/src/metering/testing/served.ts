import { newId } from '../../ids.ts'
import type { ServedRequest } from '../meter.ts'

/** An answered request of an invented account. */
export function served(more: Partial<ServedRequest> = {}): ServedRequest {
  const status = more.status ?? 200
  const cost = more.cost ?? 1
  return {
    request_id: newId('req'),
    organisation_id: 'org_one',
    key_id: 'key_one',
    operation_id: 'listFilings',
    method: 'GET',
    path: '/v1/filings?ticker=ABCD',
    status,
    cost,
    units: status < 300 ? cost : 0,
    at: Date.now(),
    duration_us: 1_234,
    ...more,
  }
}
