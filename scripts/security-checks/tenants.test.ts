import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../analysis/sources.ts'
import { tenantOperations, unknownParameters } from '../invariants/tenant-contract.ts'
import { writeCases } from '../invariants/tenant-operations.ts'

test('every operation on what belongs to an organisation has a case with the id of another: npm run invariants -- --only I36', () => {
  const contract = JSON.parse(readFileSync(join(ROOT, 'openapi/openapi.json'), 'utf8'))
  const operations = tenantOperations(contract)
  expect(operations.length).toBeGreaterThan(50)
  expect(unknownParameters(operations)).toEqual([])
  const writes = operations.filter(
    ({ changesState, operationId }) => changesState && !(operationId in writeCases),
  )
  expect(writes.map(({ operationId }) => operationId)).toEqual([])
})
