import openapi from '../../openapi/openapi.json' with { type: 'json' }
import { readContract } from './read-contract.ts'

/** Read from the committed contract. A bundle holds what was read and not the document: see `contract-plugin.ts`. */
export const contract = readContract(openapi)
