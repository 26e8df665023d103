import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

interface Contract {
  paths: Record<string, Record<string, { responses: Record<string, { $ref?: string; content?: object }> }>>
}

/** The committed contract: answers are held against what customers were promised, not against what the code says today. */
export const contract = JSON.parse(
  readFileSync(new URL('../../../openapi/openapi.json', import.meta.url), 'utf8'),
) as Contract

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(contract as object, 'contract')
const compiled = new Map<string, ReturnType<typeof ajv.compile>>()

/** What is wrong with a JSON answer by the contract; empty when it keeps it. */
export function contractFaults(
  path: string,
  method: string,
  status: number,
  type: string,
  body: unknown,
): string[] {
  const operation = contract.paths[path]?.[method.toLowerCase()]
  if (!operation) return [`${method} ${path} is not in the contract`]
  const response = operation.responses[String(status)]
  if (!response) return [`${method} ${path} must not answer ${status}`]
  const media = type.split(';', 1)[0] as string
  const pointerPart = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')
  const base = response.$ref
    ? response.$ref
    : `#/paths/${pointerPart(path)}/${method.toLowerCase()}/responses/${status}`
  const schema = { $ref: `contract${encodeURI(`${base}/content/${pointerPart(media)}/schema`)}` }
  let validate: ReturnType<typeof ajv.compile>
  try {
    validate = compiled.get(schema.$ref) ?? ajv.compile(schema)
    compiled.set(schema.$ref, validate)
  } catch (error) {
    return [`${method} ${path} ${status} ${media}: ${(error as Error).message}`]
  }
  if (validate(body)) return []
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

/** The path of the contract that belongs to a pattern of the router. */
export function contractPath(pattern: string): string {
  return pattern.replace(/:(\w+)/g, '{$1}')
}
