import type { Scope } from '@sec-latent/core/accounts/scopes'
import { type Static, type TSchema, Type } from 'typebox'
import type { ProblemCode } from './problems.ts'

/** A shape that deserves a name in the SDK is registered with `app.addSchema`, then referred to. */
export function named<S extends TSchema>(schema: S) {
  const { $id } = schema as { $id?: string }
  if ($id === undefined) throw new Error('a named schema needs an $id')
  return Type.Unsafe<Static<S>>({ $ref: `${$id}#` })
}

/** A value that may be null. `type: [T, 'null']` is serialised faster than an `anyOf` and reads better. */
export function nullable<S extends TSchema>(schema: S) {
  const { type, enum: values, ...rest } = schema as { type?: string; enum?: unknown[] }
  if (type === undefined) return Type.Unsafe<Static<S> | null>({ anyOf: [schema, { type: 'null' }] })
  return Type.Unsafe<Static<S> | null>({
    ...rest,
    type: [type, 'null'],
    ...(values ? { enum: [...values, null] } : {}),
  })
}

/** A closed list of strings. */
export function stringEnum<const V extends readonly string[]>(
  values: V,
  options: Record<string, unknown> = {},
) {
  return Type.Unsafe<V[number]>({ type: 'string', enum: [...values], ...options })
}

/** A list of strings that can grow at any time: clients must expect values they do not know. */
export function openEnum(values: readonly string[], options: Record<string, unknown> = {}) {
  return Type.String({ ...options, 'x-extensible-enum': [...values] })
}

/** What callers are told of an operation that will go away, 180 days ahead at least. */
export interface Deprecation {
  /** The day since which it should not be used any more, `YYYY-MM-DD`. */
  since: string
  /** The day on which it stops answering, `YYYY-MM-DD`. */
  sunset: string
  /** Page of the portal that says what to do instead, such as `/docs/changelog#filings-search`. */
  page: string
  /** Path of the operation that takes its place. */
  successor?: string
}

export interface OperationConfig {
  /** Empty for the public operations of the service group. */
  scopes: Scope[]
  /** Units of the monthly quota and tokens of the rate limit. */
  cost: number
  /** Problems beyond those every operation of its kind can answer with. */
  problems: ProblemCode[]
  /** A sentence per success status, where the default does not say enough. */
  answers?: Record<number, string>
  /** Further representations of the success answer, by media type. */
  alternatives?: Record<string, string>
  /** A signed-in person may call it too, as far as their role goes. */
  sessions?: boolean
  /** `low` is shed first when the process is overloaded, `critical` never. Default: `normal`. */
  priority?: 'low' | 'normal' | 'critical'
  /** A change of something that others may change too: `If-Match` must say which version is meant. */
  requireIfMatch?: boolean
  /** A POST that changes nothing: it may be repeated at will, and an Idempotency-Key means nothing to it. */
  idempotent?: boolean
  /** The answer goes on for as long as both sides want; it is not counted as a request that is being worked on. */
  longLived?: boolean
  /** The operation will go away. */
  deprecated?: Deprecation
  /** Values of path parameters and query with which the operation answers 200 on the sample corpus. */
  example?: Record<string, unknown>
}

declare module 'fastify' {
  interface FastifyContextConfig extends Partial<OperationConfig> {
    public?: boolean
  }
}

/** Settings of a route that a key must be allowed to call. A route without scopes does not start. */
export function access(config: Partial<OperationConfig> & { scopes: [Scope, ...Scope[]] }): OperationConfig {
  return { cost: 1, problems: [], ...config }
}

/** Settings of a route that needs no key. */
export function publicAccess(config: Partial<OperationConfig> = {}) {
  return { public: true, scopes: [], cost: 0, problems: [], ...config }
}
