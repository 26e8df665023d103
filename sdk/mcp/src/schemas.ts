import { contract } from '../../contract/contract.ts'
import type { JsonSchema } from '../../contract/read-contract.ts'

/** The schema of a parameter as the contract has it, so that a tool takes what the API takes. */
export function parameterSchema(operationId: string, name: string): JsonSchema {
  const operation = contract.operations.find(({ operation_id }) => operation_id === operationId)
  const parameter = operation?.parameters.find((one) => one.name === name)
  if (!parameter) throw new Error(`${operationId} has no parameter ${name}`)
  return { ...parameter.schema, description: parameter.description }
}

/** Some parameters of an operation as the properties of a tool's input. */
export function parameters(operationId: string, ...names: string[]): Record<string, JsonSchema> {
  return Object.fromEntries(names.map((name) => [name, parameterSchema(operationId, name)]))
}

/** Page size of a tool: smaller than the API's, because an assistant pays for every word. */
export function limitSchema(byDefault: number, most: number): JsonSchema {
  return {
    type: 'integer',
    minimum: 1,
    maximum: most,
    default: byDefault,
    description: `Entries to return, at most ${most}.`,
  }
}

/** A budget of characters. */
export function budgetSchema(byDefault: number, most: number): JsonSchema {
  return {
    type: 'integer',
    minimum: 1,
    maximum: most,
    default: byDefault,
    description: `Characters of text to return at most, in Unicode code points; up to ${most}.`,
  }
}

export const OFFSET: JsonSchema = {
  type: 'integer',
  minimum: 0,
  maximum: 1_000_000_000,
  default: 0,
  description: '`next_offset` of the answer before, to go on where it was cut.',
}
