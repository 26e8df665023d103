import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Schema } from '../../../scripts/samples/contract.ts'
import { problems } from '../problem-pages.ts'
import { contractWithSamples } from './contract-file.ts'
import { exampleOfSchema } from './example-answer.ts'
import { factsOf } from './facts.ts'
import { type FieldNode, fieldsOf, typeInWords } from './fields.ts'
import { groupMarkdown, operationMarkdown, referenceMarkdown } from './operation-markdown.ts'
import { contract, findPage, groups, operations, operationUrl } from './operations.ts'
import { postmanCollection } from './postman.ts'
import { readLanguage } from './sample-language.ts'
import { workflows } from './workflows.ts'
import { toYaml } from './yaml.ts'

function flat(fields: FieldNode[]): FieldNode[] {
  return fields.flatMap((field) => [
    field,
    ...flat(field.children),
    ...field.variants.flatMap(({ children }) => flat(children)),
  ])
}

describe('every operation', () => {
  it('has a page, in the group of its tag', () => {
    for (const entry of operations) {
      expect(findPage(operationUrl(entry).split('/').slice(3))?.entry).toBe(entry)
    }
    expect(groups.flatMap((group) => group.operations)).toHaveLength(operations.length)
    expect(findPage(['filings', 'nothing'])).toBeUndefined()
    expect(findPage(['nothing'])).toBeUndefined()
  })

  it('has an address of its own for every field', () => {
    for (const entry of operations) {
      const { parameters, body, answer } = factsOf(entry)
      const ids = flat([
        ...parameters.flatMap(({ fields }) => fields),
        ...(body?.fields ?? []),
        ...answer.fields,
      ]).map(({ id }) => id)
      expect(new Set(ids).size, entry.operation.operationId).toBe(ids.length)
    }
  })

  it('says what it is in Markdown: address, fields, samples, errors', () => {
    const known = new Set(problems.map(({ code }) => code))
    for (const entry of operations) {
      const text = operationMarkdown(entry)
      const facts = factsOf(entry)
      expect(text).toContain(`\`${entry.method.toUpperCase()} ${entry.path}\``)
      for (const field of flat(facts.answer.fields)) expect(text).toContain(`\`${field.name}\``)
      for (const code of facts.problemCodes) {
        expect(known).toContain(code)
        expect(text).toContain(`/docs/errors/${code}.md`)
      }
      expect(text).toContain('### curl')
      expect(text).not.toContain('[object Object]')
    }
    for (const group of groups) expect(referenceMarkdown()).toContain(groupMarkdown(group).split('\n').at(-2))
  })
})

describe('fields', () => {
  const document = {
    ...contract,
    components: {
      schemas: {
        Node: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', examples: ['root'] },
            children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
            parent: { anyOf: [{ $ref: '#/components/schemas/Node' }, { type: 'null' }] },
          },
        },
      },
    },
  }

  it('end where a schema contains itself', () => {
    const fields = flat(fieldsOf(document, { $ref: '#/components/schemas/Node' }, 'field.answer'))
    expect(fields.length).toBeGreaterThan(3)
    expect(fields.map(({ id }) => id)).toContain('field.answer.children.name')
    expect(() =>
      JSON.stringify(exampleOfSchema(document, { $ref: '#/components/schemas/Node' })),
    ).not.toThrow()
  })

  it.each([
    [{ type: 'string', format: 'date' }, 'string (date)'],
    [{ type: ['integer', 'null'] }, 'integer or null'],
    [{ type: 'array', items: { $ref: '#/components/schemas/Node' } }, 'array of Node'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'map of number'],
    [{ anyOf: [{ $ref: '#/components/schemas/Node' }, { type: 'null' }] }, 'Node or null'],
  ] as [Schema, string][])('%j is %s', (schema, words) => {
    expect(typeInWords(document, schema)).toBe(words)
  })

  it('say their limits in words', () => {
    const [field] = fieldsOf(
      document,
      { properties: { limit: { type: 'integer', minimum: 1, maximum: 500, default: 50 } } },
      'field.body',
    )
    expect(field?.constraints).toEqual(['1 to 500', 'default `50`'])
  })
})

describe('downloads', () => {
  it('the YAML says what the JSON says, with samples of every operation', () => {
    const document = contractWithSamples()
    expect(parse(toYaml(document))).toEqual(JSON.parse(JSON.stringify(document)))
    const { get } = document.paths['/v1/filings'] as unknown as {
      get: { 'x-codeSamples': { label: string }[] }
    }
    expect(get['x-codeSamples'].map(({ label }) => label)).toEqual(['SDK', 'curl', 'fetch', 'Python', 'Go'])
  })

  it.each([
    'yes',
    '1.0',
    '- a',
    'a: b',
    ' lead',
    'two\nlines',
    'two\nlines\n',
    '\ttab\nx',
    '#c',
    '',
    'é: "q"',
    '2026-11-01',
  ])('YAML keeps %j', (value) => {
    expect(parse(toYaml({ value, list: [value, { value }], none: [], empty: {}, null: null }))).toEqual({
      value,
      list: [value, { value }],
      none: [],
      empty: {},
      null: null,
    })
  })

  it('workflows name operations and outputs that there are', () => {
    const ids = new Set(operations.map(({ operation }) => operation.operationId))
    for (const workflow of workflows('http://api.test/openapi.json').workflows) {
      const outputs = new Map<string, string[]>()
      for (const step of workflow.steps) {
        expect(ids).toContain(step.operationId)
        for (const [, name = '', output] of JSON.stringify(step).matchAll(
          /\$steps\.(\w+)\.outputs\.(\w+)/g,
        )) {
          expect(outputs.get(name), step.stepId).toContain(output)
        }
        outputs.set(step.stepId, Object.keys(step.outputs))
      }
    }
  })

  it('the Postman collection has every operation and no key', () => {
    const collection = postmanCollection('http://api.test')
    expect(collection.item.flatMap(({ item }) => item)).toHaveLength(operations.length)
    expect(JSON.stringify(collection)).not.toMatch(/slp_(?:live|test|exp|admin)_/)
  })
})

it('an unknown language is the SDK', () => {
  expect(readLanguage('go')).toBe('go')
  expect(readLanguage('<script>')).toBe('sdk')
  expect(readLanguage(undefined)).toBe('sdk')
})
