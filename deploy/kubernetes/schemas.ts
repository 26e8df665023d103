import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Manifest } from './manifests.ts'

const require = createRequire(import.meta.url)
const PACKAGE = dirname(require.resolve('kubernetes-models/package.json'))

/** Places whose keys are anybody's: labels, settings, amounts of resources. */
const FREE = new Set([
  ...['labels', 'annotations', 'matchLabels', 'data', 'requests', 'limits', 'selector', 'nodeSelector'],
  'hard',
])

/** Everything about a manifest that is not as its kind has it, as sentences. */
export function faultsOf(manifest: Manifest): string[] {
  const { apiVersion, kind } = manifest
  if (apiVersion === 'external-secrets.io/v1' && kind === 'ExternalSecret')
    return externalSecretFaults(manifest)
  // Kinds of the core have no group in their version.
  const path = `kubernetes-models/${apiVersion}/${kind}`
  let Model: new (data: Manifest) => { validate(): void }
  try {
    Model = require(path)[kind]
  } catch {
    return [`there is no ${kind} in ${apiVersion}`]
  }
  const faults: string[] = []
  try {
    new Model(manifest).validate()
  } catch (error) {
    faults.push((error as Error).message)
  }
  return [...faults, ...unknownWords(manifest, wordsOf(path))]
}

/** The validators let fields pass that they do not know, so that a misspelt one would silently do nothing. */
function unknownWords(value: unknown, known: Set<string>, place = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => unknownWords(one, known, `${place}[${i}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${place}.${key}`
    if (!known.has(key)) return [`${here} is no field`]
    // A selector of a Service is labels; one of a policy is a structure with `matchLabels`.
    if (FREE.has(key) && !hasKnownKeys(inner)) return []
    return unknownWords(inner, known, here)
  })
}

function hasKnownKeys(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && ('matchLabels' in value || 'matchExpressions' in value)
  )
}

const words = new Map<string, Set<string>>()

/** Every field of a kind and of all that it consists of, out of the sources of its validator. */
function wordsOf(path: string): Set<string> {
  const kept = words.get(path)
  if (kept) return kept
  const found = new Set<string>()
  const seen = new Set<string>()
  const read = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, word = ''] of text.matchAll(/\bdata\d*\.(\$?\w+)/g)) found.add(word)
    for (const [, next = ''] of text.matchAll(/require\("([^"]*_schemas\/[^"]+|\.\/Io[^"]+)"\)/g)) {
      const resolver = createRequire(file)
      read(resolver.resolve(next))
    }
  }
  read(join(PACKAGE, `${path.slice('kubernetes-models/'.length)}.js`))
  words.set(path, found)
  return found
}

/** Of the External Secrets Operator, which has no schema in the package: exactly the fields that we use. */
function externalSecretFaults({ metadata, spec, ...rest }: Manifest): string[] {
  const { refreshInterval, secretStoreRef, target, dataFrom, ...more } = spec ?? {}
  const faults = [...Object.keys(rest), ...Object.keys(more)]
    .filter((key) => !['apiVersion', 'kind'].includes(key))
    .map((key) => `${key} is no field`)
  if (!/^\d+[smh]$/.test(refreshInterval)) faults.push('refreshInterval is no duration')
  if (secretStoreRef?.kind !== 'ClusterSecretStore' || !secretStoreRef.name)
    faults.push('secretStoreRef names no store')
  if (target?.name !== metadata.name || target?.creationPolicy !== 'Owner')
    faults.push('target is another secret')
  if (!Array.isArray(dataFrom) || !dataFrom.every((one) => typeof one.extract?.key === 'string'))
    faults.push('dataFrom names no key')
  return faults
}
