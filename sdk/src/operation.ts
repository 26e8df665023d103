import { readBytes, readJson, readText } from './request.ts'
import type { Call, Read, RequestOptions } from './transport.ts'

export type Part = string | number

/** A parameter of the query that takes several values also takes one. */
export type Filter<Q> = {
  [K in keyof Q]: NonNullable<Q[K]> extends readonly (infer E)[] ? E | readonly E[] | undefined : Q[K]
}

/**
 * An operation in one line. First what it gives: `L` a list, `S` a stream of events, `T` text or `B` bytes of the media type that
 * follows, all by GET; for any other JSON the method. Then the path, with `{}` for each part, `!` when there is a body and `?` when
 * there are parameters. Arguments come in that order, options last.
 */
export type Spec = string

const SPEC = /^([LSTB])?(\S*) ([^!?]+)(!?)(\??)$/

export function callOf(spec: Spec, args: unknown[]): Call {
  const [, kind, rest = '', path = '', body, query] = SPEC.exec(spec) ?? []
  let next = 0
  return {
    method: kind ? 'GET' : rest,
    path: path.replace(/\{\}/g, () => encodeURIComponent(String(args[next++]))),
    accept: kind === 'S' ? 'text/event-stream' : (kind && rest) || 'application/json',
    body: body ? args[next++] : undefined,
    query: query ? (args[next++] as object) : undefined,
    options: args[next] as RequestOptions | undefined,
  }
}

export function readerOf(spec: Spec): Read<unknown> {
  if (spec.startsWith('T')) return readText
  return spec.startsWith('B') ? readBytes : readJson
}

/** `insiderTransactions` is `insider-transactions` in addresses. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
