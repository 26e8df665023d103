import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { methodNames } from '../../sdk/scripts/operations.ts'
import type { Contract } from './breaking/compare.ts'
import type { Json } from './breaking/shape.ts'

const ROOT = join(import.meta.dirname, '../..')
const MAX_BYTES = 64 * 1024 * 1024

/** The contract of the last release. Clients in the world were written against it. */
export const RELEASED = 'openapi/released.json'

/** The contract as it stands in the working tree. */
export function presentContract(): Contract {
  return contractOf((name) => readFileSync(join(ROOT, 'openapi', name), 'utf8'))
}

/** An earlier contract: a file of one, a released one too, or a revision of git. */
export function contractAt(base: string): Contract {
  if (base.endsWith('.json')) return fromFile(JSON.parse(readFileSync(resolve(ROOT, base), 'utf8')))
  if (!/^[\w./~^@-]+$/.test(base) || base.startsWith('-'))
    throw new Error(`${base} is no revision and no file`)
  return contractOf((name) =>
    execFileSync('git', ['show', `${base}:openapi/${name}`], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: MAX_BYTES,
    }),
  )
}

/** Reads the files of `openapi/`, of which only the document must be there. */
function contractOf(read: (name: string) => string): Contract {
  const optional = (name: string) => {
    try {
      return JSON.parse(read(name))
    } catch {
      return undefined
    }
  }
  const document = JSON.parse(read('openapi.json'))
  const problems = optional('problems.json') as { code: string; status: number }[] | undefined
  const sdkMethods = optional('sdk-methods.json') as Record<string, string> | undefined
  return {
    document,
    ...(sdkMethods && { sdkMethods }),
    ...(problems && {
      problemStatuses: Object.fromEntries(problems.map(({ code, status }) => [code, status])),
    }),
  }
}

function fromFile(document: Json): Contract {
  const { 'x-sdk-methods': sdkMethods, 'x-problem-statuses': problemStatuses, ...rest } = document
  return {
    document: rest,
    ...(sdkMethods ? { sdkMethods: sdkMethods as Record<string, string> } : {}),
    ...(problemStatuses ? { problemStatuses: problemStatuses as Record<string, number> } : {}),
  }
}

/**
 * The contract as a release keeps it: without descriptions and examples, which break nobody, and with one line for each
 * operation and component, so that a release can be reviewed.
 */
export function releasedText({ document, sdkMethods, problemStatuses }: Contract): string {
  const { paths, components, ...head } = withoutProse(document) as Json & { paths: Json; components: Json }
  const { examples: _, ...parts } = components
  const whole = {
    ...head,
    'x-sdk-methods': sdkMethods ?? JSON.parse(methodNames(document as never)),
    'x-problem-statuses': problemStatuses ?? {},
    paths,
    components: parts,
  }
  return `${lines(whole, 0)}\n`
}

/** Objects are written over several lines down to the third level. */
function lines(value: unknown, level: number): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || level === 3) {
    return JSON.stringify(value)
  }
  const entries = Object.entries(value as Json)
  if (entries.length === 0) return '{}'
  const indent = ' '.repeat(level + 1)
  const body = entries.map(([name, one]) => `${indent}${JSON.stringify(name)}: ${lines(one, level + 1)}`)
  return `{\n${body.join(',\n')}\n${' '.repeat(level)}}`
}

/** Below these, names are those of things, not of keywords. */
const NAMED = new Set(['properties', 'schemas', 'headers', 'parameters', 'responses', 'paths', 'content'])

function withoutProse(value: unknown, areNames = false): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutProse(one))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value as Json).filter(
    ([name]) => areNames || !['description', 'example', 'examples', 'x-example'].includes(name),
  )
  return Object.fromEntries(
    kept.map(([name, one]) => [name, withoutProse(one, !areNames && NAMED.has(name) && !Array.isArray(one))]),
  )
}
