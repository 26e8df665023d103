import { contract, operations } from './reference/operations.ts'

export { contract }

/** Every operation of the contract, in its order. */
export function listOperations() {
  return operations
}
