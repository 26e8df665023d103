import {
  type ContractDocument,
  type ContractParameter,
  resolved,
  type Schema,
} from '../../../scripts/samples/contract.ts'

/** A parameter or a property, with all that a page says about it. */
export interface FieldNode {
  /** Unique on its page, and the fragment by which it is linked to. */
  id: string
  name: string
  /** In words, such as `array of string`. */
  type: string
  required: boolean
  description: string
  /** Such as `at most 100 values`. */
  constraints: string[]
  examples: string[]
  /** Every value it can have; empty when it is not an enumeration. */
  values: string[]
  /** True when values may be added within this version of the API. */
  mayGrow: boolean
  children: FieldNode[]
  /** Forms of which it has one, each with its own properties. */
  variants: { name: string; description: string; children: FieldNode[] }[]
}

/** Deeper than any schema of ours; a schema that contains itself ends here. */
const MAX_DEPTH = 8

/** The properties below a schema. `id` is the beginning of theirs. */
export function fieldsOf(document: ContractDocument, schema: Schema, id: string, depth = 0): FieldNode[] {
  const { properties = {}, required = [] } = inside(document, schema)
  if (depth >= MAX_DEPTH) return []
  return Object.entries(properties).map(([name, property]) =>
    fieldOf(document, {
      name,
      schema: property,
      required: required.includes(name),
      id: `${id}.${name}`,
      depth,
    }),
  )
}

/** A parameter as a field: its own description and example win over those of its type. */
export function parameterField(document: ContractDocument, parameter: ContractParameter): FieldNode {
  const { name, schema = {}, required = false, description, example } = parameter
  const field = fieldOf(document, {
    name,
    schema,
    required,
    id: `field.${parameter.in}.${name}`,
    depth: 0,
  })
  return {
    ...field,
    description: description ?? field.description,
    examples: example === undefined ? field.examples : [inWords(example)],
  }
}

interface Wanted {
  name: string
  schema: Schema
  required: boolean
  id: string
  depth: number
}

function fieldOf(document: ContractDocument, { name, schema, required, id, depth }: Wanted): FieldNode {
  const plain = unwrapped(document, schema)
  const item = plain.items ? unwrapped(document, plain.items) : undefined
  const described = item ?? plain
  const forms = (described.anyOf ?? []).filter((form) => form.type !== 'null')
  const isChoice = forms.length > 1
  return {
    id,
    name,
    type: typeInWords(document, schema),
    required,
    description: schema.description ?? plain.description ?? item?.description ?? '',
    constraints: [...constraintsOf(plain), ...(item ? constraintsOf(item).map((one) => `each ${one}`) : [])],
    examples: (plain.examples ?? item?.examples ?? []).map(inWords),
    values: valuesOf(plain, item).map(inWords),
    mayGrow: plain['x-extensible-enum'] !== undefined || item?.['x-extensible-enum'] !== undefined,
    children: isChoice ? [] : fieldsOf(document, described, id, depth + 1),
    variants: isChoice
      ? forms.map((form) => ({
          name: nameOf(form),
          description: unwrapped(document, form).description ?? '',
          children: fieldsOf(document, form, `${id}.${nameOf(form)}`, depth + 1),
        }))
      : [],
  }
}

function valuesOf(plain: Schema, item: Schema | undefined): unknown[] {
  return plain.enum ?? plain['x-extensible-enum'] ?? item?.enum ?? item?.['x-extensible-enum'] ?? []
}

/** The schema with its properties: what a reference points to, what a list holds, the form beside null. */
function inside(document: ContractDocument, schema: Schema): Schema {
  const plain = unwrapped(document, schema)
  return plain.items ? inside(document, plain.items) : plain
}

/** Follows a reference, and takes the one form there is beside null. */
export function unwrapped(document: ContractDocument, schema: Schema): Schema {
  if (schema.$ref) return unwrapped(document, resolved(document, { $ref: schema.$ref } as Schema))
  const forms = (schema.anyOf ?? []).filter((form) => form.type !== 'null')
  if (forms.length === 1 && forms[0]) return { ...unwrapped(document, forms[0]), ...withoutForms(schema) }
  return schema
}

function withoutForms({ anyOf: _, ...rest }: Schema): Schema {
  return rest
}

function nameOf(schema: Schema): string {
  return schema.$ref?.split('/').pop() ?? String(schema.type ?? 'value')
}

/** Such as `array of Filing`, `integer or null`, `string (date)`. */
export function typeInWords(document: ContractDocument, schema: Schema): string {
  if (schema.$ref) {
    const target = unwrapped(document, schema)
    return target.properties ? nameOf(schema) : typeInWords(document, target)
  }
  if (schema.anyOf) return schema.anyOf.map((form) => typeInWords(document, form)).join(' or ')
  const types = [schema.type ?? (schema.enum ? typesOfValues(schema.enum) : 'any')].flat()
  return types
    .map((type) => {
      if (type === 'array') return `array of ${schema.items ? typeInWords(document, schema.items) : 'any'}`
      if (type === 'object' && typeof schema.additionalProperties === 'object') {
        return `map of ${typeInWords(document, schema.additionalProperties)}`
      }
      return type === 'string' && schema.format ? `string (${schema.format})` : type
    })
    .join(' or ')
}

function typesOfValues(values: unknown[]): string[] {
  return [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))]
}

function constraintsOf(schema: Schema): string[] {
  return [
    between(schema.minimum, schema.maximum, ''),
    between(schema.minLength, schema.maxLength, 'characters'),
    between(schema.minItems, schema.maxItems, 'values'),
    schema.uniqueItems ? 'no value twice' : '',
    schema.pattern ? `matches \`${schema.pattern}\`` : '',
    schema.default === undefined ? '' : `default \`${inWords(schema.default)}\``,
  ].filter((one) => one !== '')
}

/** Such as `1 to 500`, `at most 1,024 characters`; empty when there is no limit. */
function between(least: number | undefined, most: number | undefined, noun: string): string {
  const count = (value: number) => value.toLocaleString('en')
  const of = noun === '' ? '' : ` ${noun}`
  if (least !== undefined && most !== undefined) {
    return least === most ? `exactly ${count(least)}${of}` : `${count(least)} to ${count(most)}${of}`
  }
  if (most !== undefined) return `at most ${count(most)}${of}`
  return least === undefined || (noun !== '' && least === 0) ? '' : `at least ${count(least)}${of}`
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
