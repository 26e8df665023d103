import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ProblemError } from '../problems.ts'

const MAX_DEPTH = 32
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Bodies are JSON in UTF-8 and nothing else. What two readers could read differently is refused. */
export const jsonBody = fp(
  async (app: FastifyInstance) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      async (request: FastifyRequest, body: Buffer) => {
        const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
        if (charset !== undefined && !/^utf-?8$/i.test(charset))
          throw new ProblemError('unsupported_media_type')
        return parseJson(body)
      },
    )
  },
  { name: 'json-body' },
)

/** Parses a body; refuses other encodings, depth over 32, repeated names, and characters that cannot be stored. */
export function parseJson(body: Buffer): unknown {
  const refuse = (detail: string, cause?: unknown) => new ProblemError('invalid_json', { detail, cause })
  if (body.length === 0) throw refuse('The body is empty.')
  let text: string
  try {
    text = utf8.decode(body)
  } catch (cause) {
    throw refuse('The body is not UTF-8.', cause)
  }
  const fault = scan(text)
  if (fault !== undefined) throw refuse(fault)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw refuse('The body is not JSON.', cause)
  }
}

/** One pass over the text, before anything is built from it. Syntax is left to the parser. */
function scan(text: string): string | undefined {
  const open: (Set<string> | null)[] = []
  let expectsName = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '{' || character === '[') {
      if (open.length === MAX_DEPTH) return `The body is nested more than ${MAX_DEPTH} levels deep.`
      open.push(character === '{' ? new Set() : null)
      expectsName = character === '{'
    } else if (character === '}' || character === ']') {
      open.pop()
      expectsName = false
    } else if (character === ',') {
      expectsName = open.at(-1) instanceof Set
    } else if (character === '"') {
      const end = endOfString(text, i)
      if (end === -1) return 'A string in the body does not end.'
      let value: string
      try {
        value = JSON.parse(text.slice(i, end + 1)) as string
      } catch {
        return 'A string in the body is not valid JSON.'
      }
      if (value.includes('\0') || /\p{Surrogate}/u.test(value)) {
        return 'A string in the body holds NUL or half of a surrogate pair.'
      }
      if (expectsName) {
        const names = open.at(-1) as Set<string>
        if (value === '__proto__') return 'The body uses the name __proto__.'
        if (names.has(value)) return `The body names ${JSON.stringify(value.slice(0, 60))} twice.`
        names.add(value)
        expectsName = false
      }
      i = end
    }
  }
  return undefined
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i
  }
  return -1
}
