import type { operations } from '../../../sdk/src/generated/openapi.ts'

export type * from '../../../sdk/src/generated/schemas.ts'

export type OperationId = keyof operations

type Json<T> = T extends { content: { 'application/json': infer J } } ? J : undefined
type Success<R> = R extends { 200: infer A }
  ? A
  : R extends { 201: infer A }
    ? A
    : R extends { 202: infer A }
      ? A
      : never

/** What an operation takes and gives, as the contract says. */
export type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: infer B }
  ? Json<B>
  : undefined
export type QueryOf<Id extends OperationId> = operations[Id] extends { parameters: { query?: infer Q } }
  ? Q
  : undefined
export type AnswerOf<Id extends OperationId> = Json<Success<operations[Id]['responses']>>
/** One entry of the list an operation gives. */
export type EntryOf<Id extends OperationId> = AnswerOf<Id> extends { data: (infer E)[] } ? E : never
