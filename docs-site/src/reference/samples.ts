import { callOf } from '../../../scripts/samples/call-of-operation.ts'
import type { Operation } from '../../../scripts/samples/contract.ts'
import { type Sample, samplesOf } from '../../../scripts/samples/languages.ts'
import { readPortalConfig } from '../portal-config.ts'
import { contract, sdkMethods } from './operations.ts'

/** The operation in every language, against the API this portal belongs to. */
export function operationSamples(entry: Operation): Sample[] {
  const { api_url: baseUrl } = readPortalConfig(process.env)
  return samplesOf(callOf({ document: contract, sdkMethods, baseUrl }, entry))
}
