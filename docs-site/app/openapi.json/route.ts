import { contract } from '../../src/reference/operations.ts'

export const dynamic = 'force-static'

export function GET(): Response {
  return Response.json(contract)
}
