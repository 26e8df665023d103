import { contractWithSamples } from '../../../../src/reference/contract-file.ts'
import { toYaml } from '../../../../src/reference/yaml.ts'

export const dynamic = 'force-dynamic'

let text: string | undefined

/** The contract in YAML, with samples in it. */
export function GET(): Response {
  text ??= toYaml(contractWithSamples())
  return new Response(text, { headers: { 'Content-Type': 'application/yaml; charset=utf-8' } })
}
