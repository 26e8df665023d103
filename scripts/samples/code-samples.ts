import { callOf } from './call-of-operation.ts'
import { type ContractDocument, operationsOf } from './contract.ts'
import { languageNames, samplesOf } from './languages.ts'

/** One entry of `x-codeSamples`, as readers of OpenAPI documents know it. */
export interface CodeSample {
  lang: string
  label: string
  source: string
}

/** The document with samples of every operation; nothing else in it changes. */
export function withCodeSamples<D extends object>(
  document: D,
  options: { sdkMethods: Record<string, string>; baseUrl: string },
): D {
  const contract = document as unknown as ContractDocument
  const paths = structuredClone(contract.paths)
  for (const entry of operationsOf({ ...contract, paths })) {
    const samples = samplesOf(callOf({ document: contract, ...options }, entry))
    Object.assign(entry.operation, {
      'x-codeSamples': samples.map(({ language, code }): CodeSample => {
        const { label, syntax } = languageNames[language]
        return { lang: syntax, label, source: code }
      }),
    })
  }
  return { ...document, paths }
}
