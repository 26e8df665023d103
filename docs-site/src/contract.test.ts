import { describe, expect, it } from 'vitest'
import { contract, listOperations, operationDocument } from './contract.ts'

function referencesIn(text: string): string[] {
  return [...text.matchAll(/"\$ref":"(#[^"]+)"/g)].map(([, reference]) => reference ?? '')
}

function resolves(document: unknown, reference: string): boolean {
  let value: unknown = document
  for (const part of reference.slice(2).split('/')) {
    value = (value as Record<string, unknown> | undefined)?.[decodeURIComponent(part).replaceAll('~1', '/')]
  }
  return value !== undefined
}

describe('the part of the contract a reference page carries', () => {
  it('has every component its operation refers to, and only that operation', () => {
    expect(listOperations().length).toBeGreaterThan(0)
    for (const { path, method } of listOperations()) {
      const part = operationDocument(contract, path, method)
      expect(Object.keys(part.paths ?? {})).toEqual([path])
      const missing = referencesIn(JSON.stringify(part)).filter((reference) => !resolves(part, reference))
      expect(missing, `${method} ${path}`).toEqual([])
    }
  })

  it('follows references from component to component, also in a circle', () => {
    const document = {
      ...contract,
      paths: { '/a': { get: { responses: { 200: { $ref: '#/components/responses/A' } } } } },
      components: {
        responses: { A: { description: '', content: { x: { schema: { $ref: '#/components/schemas/B' } } } } },
        schemas: {
          B: { properties: { c: { $ref: '#/components/schemas/C' } } },
          C: { properties: { b: { $ref: '#/components/schemas/B' } } },
          Unused: {},
        },
      },
    } as unknown as typeof contract
    const part = operationDocument(document, '/a', 'get')
    expect(Object.keys(part.components?.schemas ?? {})).toEqual(['B', 'C'])
    expect(Object.keys(part.components?.responses ?? {})).toEqual(['A'])
  })
})
