import type { Field } from './request.ts'

const DEFAULT_BASE_URL = 'http://localhost:8000'

/** A program that makes the call with the SDK. `method` is its name there, such as `filings.list`. */
export function sdkSample(
  method: string,
  baseUrl: string,
  fields: Field[],
  values: Record<string, string>,
  body: unknown,
): string {
  const literal = (value: string) => (/^\d{1,9}$/.test(value) ? value : `'${value.replaceAll("'", "\\'")}'`)
  const path = fields.filter((field) => field.in === 'path').map((field) => `'${values[field.name] ?? ''}'`)
  const query = fields
    .filter((field) => field.in === 'query' && values[field.name])
    .map((field) => `${field.name}: ${literal(values[field.name] ?? '')}`)
  const call = `client.${method}(${[
    ...path,
    ...(body === undefined ? [] : [JSON.stringify(body)]),
    ...(query.length > 0 ? [`{ ${query.join(', ')} }`] : []),
  ].join(', ')})`
  const base = baseUrl === DEFAULT_BASE_URL ? '' : `,\n  baseUrl: '${baseUrl}'`
  const use = /\.(?:list|stream)$/.test(method)
    ? `for await (const entry of ${call}) {\n  console.log(entry)\n}`
    : `console.log(await ${call})`
  return `import { LatentClient } from '@sec-latent/sdk'

const client = new LatentClient({
  apiKey: process.env.LATENT_API_KEY ?? ''${base},
})

${use}`
}
