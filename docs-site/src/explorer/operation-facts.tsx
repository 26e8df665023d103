import type { OperationObject } from 'fumadocs-openapi'
import Link from 'next/link'

/** What the contract says of an operation beyond OpenAPI. */
interface Extensions {
  'x-required-scopes'?: string[]
  'x-cost'?: number
  'x-billing'?: string
  'x-problem-codes'?: string[]
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

/** Every problem the operation can answer with, each linked to its page. */
export function OperationProblems({ operation }: { operation: OperationObject }) {
  const codes = (operation as Extensions)['x-problem-codes'] ?? []
  if (codes.length === 0) return null
  return (
    <>
      <h2 id="problems">Problems</h2>
      <ul className="operation-problems not-prose">
        {codes.map((code) => (
          <li key={code}>
            <Link href={`/docs/errors/${code}`}>
              <code>{code}</code>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
