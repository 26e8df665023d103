import { contract } from '../../src/contract.ts'

export const dynamic = 'force-static'

export function GET(): Response {
  return Response.json(contract)
}
