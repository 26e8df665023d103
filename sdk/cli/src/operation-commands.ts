import { contract } from '../../contract/contract.ts'
import type { ContractOperation } from '../../contract/read-contract.ts'
import { kebab } from '../../src/operation.ts'
import { bodyFlags, type Command, type Flag, queryFlag } from './command.ts'
import { runOperation } from './run-operation.ts'

/** Another word for a method where a command of our own has its name. */
const RENAMED: Record<string, string> = { verifyEvidence: 'verify-quote' }

/** Given by the global flags of the same meaning. */
const GLOBAL_FIELDS = new Set(['limit', 'as_of'])

/** Every operation of the contract as a command: `filings.list` is `latent filings list`. */
export function operationCommands(): Command[] {
  return contract.operations.map((operation) => {
    const flags = [
      ...operation.parameters
        .filter((one) => one.in === 'query' && !GLOBAL_FIELDS.has(one.name))
        .map(queryFlag),
      ...bodyFlags(operation.body),
      ...bodyItself(operation),
    ]
    return {
      words: [kebab(operation.resource), RENAMED[operation.operation_id] ?? kebab(operation.name)],
      summary: operation.summary,
      description: operation.description,
      positionals: operation.parameters
        .filter((one) => one.in === 'path')
        .map(({ name, description }) => ({ name, description })),
      flags,
      operation,
      confirm: operation.method === 'DELETE',
      run: runOperation,
    }
  })
}

function bodyItself({ body }: ContractOperation): Flag[] {
  if (!body) return []
  return [
    {
      name: 'body',
      field: 'body',
      kind: 'string',
      multiple: false,
      description: 'The whole body as JSON, @file, or - for standard input; other flags are laid over it.',
      in: 'command',
    },
  ]
}
