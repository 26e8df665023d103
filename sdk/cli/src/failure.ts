import { ApiError, ConnectionError, LatentError } from '../../src/index.ts'
import { EXIT, Exit, UsageError } from './exit.ts'
import { plainLine } from './plain-text.ts'
import type { Paint } from './terminal.ts'

export interface Failure {
  code: number
  lines: string[]
}

/** What to tell of an error, and what to end with. */
export function failureOf(error: unknown, paint: Paint): Failure {
  const head = (text: string) => `${paint('red', 'error')}: ${text}`
  if (error instanceof Exit) return { code: error.code, lines: [] }
  if (error instanceof UsageError)
    return { code: EXIT.usage, lines: [head(error.message), ...(error.hint ? [`  ${error.hint}`] : [])] }
  if (error instanceof ApiError) return { code: exitCodeOf(error), lines: apiLines(error, head, paint) }
  if (error instanceof ConnectionError)
    return {
      code: EXIT.unreachable,
      lines: [
        head(plainLine(error.message)),
        '  Is the address right? --base-url, LATENT_BASE_URL or "latent config" set it.',
      ],
    }
  if (error instanceof LatentError)
    return {
      code: EXIT.credentials,
      lines: [head(error.message), '  "latent login" stores a key; LATENT_API_KEY sets one for now.'],
    }
  return { code: EXIT.failed, lines: [head(plainLine((error as Error)?.message ?? String(error)))] }
}

function exitCodeOf({ status }: ApiError): number {
  if (status === 400) return EXIT.usage
  if (status === 401 || status === 403) return EXIT.credentials
  if (status === 402 || status === 429) return EXIT.limits
  return EXIT.failed
}

function apiLines(error: ApiError, head: (text: string) => string, paint: Paint): string[] {
  const { problem, code, status, requestId, retryAfterMs } = error
  const about = (name: string, value: string) => `  ${paint('dim', name.padEnd(11))} ${plainLine(value)}`
  const known = problem?.errors ?? []
  // Of one fault the details say the same as the problem itself.
  const [only] = known
  const said =
    known.length === 1 && only && !only.suggestion && !only.allowed && only.detail === problem?.detail
  const wrong = (said ? [] : known).map(({ parameter, pointer, detail, suggestion, allowed }) => {
    const flag = parameter ? `--${parameter.replaceAll('_', '-')}: ` : pointer ? `${pointer}: ` : ''
    const meant = suggestion ? ` Did you mean ${suggestion}?` : ''
    const list = allowed?.length && allowed.length <= 12 ? ` Allowed: ${allowed.join(', ')}.` : ''
    return `  ${plainLine(`${flag}${detail}${detail.includes('Did you mean') ? '' : meant}${list}`)}`
  })
  return [
    head(`${plainLine(problem?.detail ?? 'The answer was not one of this API.')}`),
    ...wrong,
    about('code', `${code ?? 'none'} (${status})`),
    ...(retryAfterMs === null ? [] : [about('retry after', `${Math.ceil(retryAfterMs / 1000)} s`)]),
    ...(problem?.type ? [about('docs', problem.type)] : []),
    ...(requestId ? [about('request id', requestId)] : []),
  ]
}
