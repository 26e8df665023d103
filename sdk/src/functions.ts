import { callOf, readerOf, type Spec } from './operation.ts'
import { ApiRequest, ListRequest, readJson } from './request.ts'
import { StreamRequest } from './stream.ts'
import type { Transport } from './transport.ts'

// What the functions of `generated/functions.ts` are made of: one maker for each kind of request, so that a bundle holds only
// the kinds it uses.

// biome-ignore lint/suspicious/noExplicitAny: any method of any resource.
type Method = (...args: any[]) => unknown
/** A method as a function that takes the client first. */
export type Operation<M extends Method> = (client: Transport, ...args: Parameters<M>) => ReturnType<M>

export function plain<M extends Method>(spec: Spec): Operation<M> {
  return (client, ...args) =>
    new ApiRequest<unknown>(client, callOf(spec, args), readerOf(spec)) as ReturnType<M>
}

export function list<M extends Method>(spec: Spec): Operation<M> {
  return (client, ...args) => new ListRequest(client, callOf(spec, args), readJson) as ReturnType<M>
}

export function stream<M extends Method>(spec: Spec): Operation<M> {
  return (client, ...args) => new StreamRequest(client, callOf(spec, args)) as ReturnType<M>
}
