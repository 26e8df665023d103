import type { Dataset } from '@sec-latent/core/dataset'
import type { Answer } from './answer.ts'
import { makeAnswer } from './make-answer.ts'
import type { Operation } from './operations.ts'

/** Reads what a plain GET of one operation asks for: one thing as it is now, named by the end of the URL. */
export interface DirectReader {
  prefix: string
  /** What the rest of the URL has to look like; whatever else goes the long way. */
  id: RegExp
  /** The name of the path parameter. */
  parameter: string
  /** Undefined where the long way has to say what is the matter. */
  read(dataset: Dataset, id: string): Promise<{ as_of: string; payload: object } | undefined>
}

/** What the long way does with the payload of an operation, and cannot be known before it did. */
interface Shape {
  operation: Operation
  serialise(payload: unknown): string
  contentType: string
  cacheControl: string
}

/** How an answer that is not kept can be made without the router. */
export interface DirectAnswer {
  operation: Operation
  make(dataset: Dataset, url: string): Promise<Answer | undefined>
}

/**
 * Answers the router is not needed for. The first answer of an operation goes the long way and shows how those that follow
 * are written, so that both ways give the same bytes.
 */
export function directAnswers(readers: Readonly<Record<string, DirectReader>>) {
  const byPrefix = Object.entries(readers)
  const ready = new Map<string, DirectAnswer>()

  function directAnswer(reader: DirectReader, shape: Shape): DirectAnswer {
    const { operation, serialise, contentType, cacheControl } = shape
    return {
      operation,
      async make(dataset, url) {
        const id = url.slice(reader.prefix.length)
        const found = await reader.read(dataset, id)
        if (found === undefined) return undefined
        const { as_of, payload } = found
        return makeAnswer({
          ...{ operation, dataset, url, contentType, cacheControl },
          ...{ moment: as_of, text: serialise(payload), page: null },
          question: {
            params: { [reader.parameter]: id },
            query: {},
            answer: payload as Record<string, unknown>,
          },
        })
      },
    }
  }

  return {
    isWanted: (operationId: string) => Object.hasOwn(readers, operationId) && !ready.has(operationId),

    learn(shape: Shape): void {
      const id = shape.operation.operation_id
      ready.set(id, directAnswer(readers[id] as DirectReader, shape))
    },

    /** Whoever can make the answer to a URL, as far as it is known how. */
    find(url: string): DirectAnswer | undefined {
      for (const [operationId, { prefix, id }] of byPrefix) {
        if (url.startsWith(prefix) && id.test(url.slice(prefix.length))) return ready.get(operationId)
      }
      return undefined
    },
  }
}
export type DirectAnswers = ReturnType<typeof directAnswers>
