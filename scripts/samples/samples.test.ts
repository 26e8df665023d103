import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scopes } from '@sec-latent/core/accounts/scopes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../api/src/testing/test-app.ts'
import { callOf } from './call-of-operation.ts'
import { withCodeSamples } from './code-samples.ts'
import { type ContractDocument, operationsOf } from './contract.ts'
import { exampleIds } from './examples.ts'
import { executeSamples, runnable } from './execute.ts'
import { languages, samplesOf } from './languages.ts'
import { goString, javaScriptLiteral, pythonLiteral, shellQuoted } from './literals.ts'
import { typeFaults } from './type-check.ts'

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi', name), 'utf8'))
const document: ContractDocument = read('openapi.json')
const sdkMethods: Record<string, string> = read('sdk-methods.json')
const operations = operationsOf(document)
const source = { document, sdkMethods, baseUrl: 'http://localhost:8000' }

describe('the samples of every operation', () => {
  it('are there in every language; OAuth has no method of the SDK', () => {
    for (const entry of operations) {
      const written = samplesOf(callOf(source, entry)).map(({ language }) => language)
      const wanted = entry.path.startsWith('/oauth/') ? languages.filter((one) => one !== 'sdk') : languages
      expect(written, entry.operation.operationId).toEqual(wanted)
    }
  })

  it('are right TypeScript, as strict as our own', () => {
    const samples = Object.fromEntries(
      operations.flatMap((entry) =>
        samplesOf(callOf(source, entry))
          .filter(({ language }) => language === 'sdk' || language === 'fetch')
          .map(({ language, code }) => [`${entry.operation.operationId}-${language}`, code]),
      ),
    )
    expect(typeFaults(samples)).toEqual({})
    expect(
      typeFaults({
        wrong: "import { LatentClient } from '@sec-latent/sdk'\nnew LatentClient().filings.lst()",
      }),
    ).toHaveProperty('wrong')
  })

  it('hold no key', () => {
    for (const entry of operations) {
      for (const { code } of samplesOf(callOf(source, entry)))
        expect(code).not.toMatch(/slp_(?:live|test|exp|admin)_/)
    }
  })

  it('are added to the contract, of which nothing else changes', () => {
    const added = withCodeSamples(document, source)
    const without = JSON.parse(
      JSON.stringify(added, (name, value) => (name === 'x-codeSamples' ? undefined : value)),
    )
    expect(without).toEqual(document)
    for (const { operation } of operationsOf(added)) expect(operation).toHaveProperty('x-codeSamples')
  })

  it('have values of ours only for operations that exist and have none of their own', () => {
    const known = new Map(operations.map(({ operation }) => [operation.operationId, operation]))
    for (const id of exampleIds) {
      expect(known.has(id), id).toBe(true)
      expect(known.get(id)?.['x-example'], id).toBeUndefined()
    }
  })
})

describe('values', () => {
  const hostile = `it's "$HOME" \`id\` \\ \n \u{1f600}`

  it('mean themselves in every language', () => {
    // biome-ignore lint/security/noGlobalEval: it is what the literal is for.
    expect(globalThis.eval(javaScriptLiteral(hostile))).toBe(hostile)
    // biome-ignore lint/security/noGlobalEval: it is what the literal is for.
    expect(globalThis.eval(`(${javaScriptLiteral({ a: [hostile, null, true], 'b-c': {} })})`)).toEqual({
      a: [hostile, null, true],
      'b-c': {},
    })
    expect(shellQuoted("it's $HOME")).toBe(`'it'\\''s $HOME'`)
    expect(pythonLiteral({ a: [null, true, 'x'] })).toBe('{"a": [None, True, "x"]}')
    expect(goString('a"b')).toBe('`a"b`')
    expect(goString('a`"b')).toBe('"a`\\"b"')
  })
})

const python = existsSync('/usr/bin/python3') || process.env.PATH?.includes('pyenv')

/** One of each kind: a list, text, a value, a change, nothing in answer, a stream, without a key, a form. */
const KINDS = [
  'listFilings',
  'getFiling',
  'createMonitor',
  'updateOrganisation',
  'deleteMonitor',
  'streamChanges',
  'getLiveness',
  'createAccessToken',
]
const FILING = '0009900001-25-000001'

describe('samples run against the API', () => {
  let api: TestApp
  let folder: string
  let url: string

  beforeAll(async () => {
    api = await testApp()
    await api.seed.filing({ accession_number: FILING })
    await api.app.listen({ port: 0, host: '127.0.0.1' })
    url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`
    folder = await mkdtemp(join(tmpdir(), 'sec-latent-samples-'))
  })

  afterAll(async () => {
    await api?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  it.each(runnable.filter((language) => language !== 'python' || python))(
    'in %s, one of each kind',
    async (language) => {
      const admin = await api.makeKey({ mode: 'admin', scopes })
      const outcomes = await executeSamples(
        {
          url,
          key: api.keys.live.key,
          adminKey: admin.key,
          document,
          sdkMethods,
          given: {
            getFiling: { path: { accession_number: FILING } },
            streamChanges: { query: { after: 0 } },
          },
        },
        {
          operations: operations.filter(({ operation }) => KINDS.includes(operation.operationId)),
          folder,
          languages: [language],
        },
      )
      expect(outcomes.filter(({ fault }) => fault !== '')).toEqual([])
      expect(outcomes).toHaveLength(language === 'sdk' ? KINDS.length - 1 : KINDS.length)
    },
  )
})
