import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

interface Contract {
  paths: Record<string, Record<string, { responses: Record<string, { $ref?: string; content?: object }> }>>
}

/**
 * Holds answers against the contract that the routes make. `contract.test.ts` holds that one against the committed one, so
 * an answer that passes here keeps what customers were promised.
 */
export function contractCheck(document: object) {
  const contract = document as Contract
  let ajv: Ajv2020 | undefined
  const compiled = new Map<string, ValidateFunction>()

  function validatorOf(ref: string): ValidateFunction {
    if (!ajv) {
      ajv = new Ajv2020({ strict: false, allErrors: true })
      addFormats.default(ajv)
      ajv.addSchema(document, 'contract')
    }
    const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref })
    compiled.set(ref, validate)
    return validate
  }

  return {
    /** What is wrong with a JSON answer by the contract; empty when it keeps it. */
    faults(path: string, method: string, status: number, type: string, body: unknown): string[] {
      const operation = contract.paths[path]?.[method.toLowerCase()]
      if (!operation) return [`${method} ${path} is not in the contract`]
      const response = operation.responses[String(status)]
      if (!response) return [`${method} ${path} must not answer ${status}`]
      const media = type.split(';', 1)[0] as string
      const base = response.$ref ?? `#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}`
      let validate: ValidateFunction
      try {
        validate = validatorOf(`contract${encodeURI(`${base}/content/${escaped(media)}/schema`)}`)
      } catch (error) {
        return [`${method} ${path} ${status} ${media}: ${(error as Error).message}`]
      }
      if (validate(body)) return []
      return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
    },
  }
}
export type ContractCheck = ReturnType<typeof contractCheck>

/** The path of the contract that belongs to a pattern of the router. */
export function contractPath(pattern: string): string {
  return pattern.replace(/:(\w+)/g, '{$1}')
}

/** One step of a JSON Pointer. */
function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1')
}
