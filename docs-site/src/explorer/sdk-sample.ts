import type { Field } from './request.ts'

/** How the SDK spells an operation: `listFilings` is `latent.filings.list`. */
const SDK_CALLS: Record<string, string> = {}

/** A program with the SDK, or undefined for an operation the SDK leaves to `fetch`. */
export function sdkSample(
  operationId: string,
  fields: Field[],
  values: Record<string, string>,
  body: unknown,
): string | undefined {
  const call = SDK_CALLS[operationId]
  if (!call) return undefined
  const given = fields.filter((field) => field.in === 'path').map((field) => `'${values[field.name]}'`)
  return `${call}(${[...given, ...(body === undefined ? [] : [JSON.stringify(body)])].join(', ')})`
}
