import type { OperationObject } from 'fumadocs-openapi'

/** What the contract says of an operation beyond OpenAPI. */
interface Extensions {
  'x-required-scopes'?: string[]
  'x-cost'?: number
  'x-billing'?: string
}

/** Scopes, cost and billing of an operation, in one line. */
export function OperationFacts({ operation }: { operation: OperationObject }) {
  const extensions = operation as Extensions
  const scopes = extensions['x-required-scopes']
  const cost = extensions['x-cost']
  return (
    <dl className="operation-facts not-prose">
      <div>
        <dt>Operation</dt>
        <dd>
          <code>{operation.operationId}</code>
        </dd>
      </div>
      {scopes ? (
        <div>
          <dt>{scopes.length === 1 ? 'Scope' : 'Scopes'}</dt>
          <dd>
            <code>{scopes.length > 0 ? scopes.join(' ') : 'none, no key needed'}</code>
          </dd>
        </div>
      ) : null}
      {cost === undefined ? null : (
        <div>
          <dt>Cost</dt>
          <dd title={extensions['x-billing']}>
            {cost} {cost === 1 ? 'unit' : 'units'}
          </dd>
        </div>
      )}
    </dl>
  )
}
