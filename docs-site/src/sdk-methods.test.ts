import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sdkMethods } from './sdk-methods.ts'

const generated = readFileSync(
  join(import.meta.dirname, '..', '..', 'sdk', 'src', 'generated', 'resources.ts'),
  'utf8',
)

/** Every method of the generated SDK, as `filings.list`. */
function generatedMethods(): Set<string> {
  const names = new Set<string>()
  const classes = new Map(
    [...generated.matchAll(/readonly (\w+): (\w+)$/gm)].map(([, name, type]) => [type, name]),
  )
  let resource: string | undefined
  for (const line of generated.split('\n')) {
    resource = classes.get(/^export class (\w+) /.exec(line)?.[1]) ?? resource
    const method = /^ {2}(\w+)\(.*\{$/.exec(line)?.[1]
    if (method) names.add(`${resource}.${method}`)
  }
  return names
}

it('the samples of the reference call methods that the SDK has', () => {
  const known = generatedMethods()
  const methods = [...sdkMethods().values()]
  expect(methods.length).toBeGreaterThan(5)
  expect(methods.filter((method) => !known.has(method))).toEqual([])
})
