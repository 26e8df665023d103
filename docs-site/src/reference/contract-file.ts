import { withCodeSamples } from '../../../scripts/samples/code-samples.ts'
import { readPortalConfig } from '../portal-config.ts'
import { contract, sdkMethods } from './operations.ts'

/** The contract with samples of every operation, for tools that show them (`x-codeSamples`). */
export function contractWithSamples() {
  const { api_url: baseUrl } = readPortalConfig(process.env)
  return withCodeSamples(contract, { sdkMethods, baseUrl })
}
