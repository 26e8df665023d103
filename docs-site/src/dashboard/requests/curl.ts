import type { LoggedRequest } from '../types.ts'

/** Longer paths are cut in the log. */
const LOGGED_CHARACTERS = 512
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])

/** Within single quotes a shell takes everything as it is, but for the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** A logged request as a command. The key is left to the one who has it; the log keeps neither keys nor bodies. */
export function curlOf({ method, path }: Pick<LoggedRequest, 'method' | 'path'>, apiUrl: string): string {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(apiUrl + path)}`,
    '-H "Authorization: Bearer $LATENT_API_KEY"',
  ]
  if (method !== 'GET') lines.push('-H "Idempotency-Key: $(uuidgen)"')
  if (WITH_BODY.has(method)) lines.push("-H 'Content-Type: application/json'", '--data @body.json')
  return lines.join(' \\\n  ')
}

/** What of a request the command cannot repeat, in sentences. */
export function missingFrom({ method, path }: Pick<LoggedRequest, 'method' | 'path'>): string[] {
  return [
    ...(path.length >= LOGGED_CHARACTERS
      ? ['The path is longer than the log keeps: its end is missing.']
      : []),
    ...(WITH_BODY.has(method) ? ['Bodies are not logged: put yours into body.json.'] : []),
  ]
}
