import type { LogEvent } from '../log.ts'
import { maskSecrets } from '../logs/mask.ts'

const MAX_MESSAGE = 500
const MAX_FRAMES = 50

/** What an error collector knows of a call. */
export interface Frame {
  filename?: string | undefined
  function?: string | undefined
  lineno?: number | undefined
  colno?: number | undefined
  in_app?: boolean | undefined
}

/** Names of fields of a line that say where something happened, and nothing of what it happened with. */
const TOLD = ['request_id', 'operation', 'code', 'job_id', 'attempt', 'reason'] as const

/**
 * What an error says, without what it was said about: Postgres, JSON.parse and many others quote the value they refused, and
 * addresses carry questions and secrets.
 */
export function scrubMessage(message: string): string {
  const plain = message
    .slice(0, MAX_MESSAGE * 4)
    .replace(/"[^"]*"?|'[^']*'?|`[^`]*`?/g, '"…"')
    .replace(/\?[^\s)]+/g, '?…')
  return maskSecrets(plain).slice(0, MAX_MESSAGE)
}

/** The calls of an error, without the sentence that its stack begins with. */
export function callsOf(error: Error): string | null {
  const calls = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return calls ? calls.slice(0, MAX_FRAMES).join('\n') : null
}

/** Where it happened: files and lines, never values. */
export function scrubFrames(frames: readonly Frame[]): Frame[] {
  return frames.slice(-MAX_FRAMES).map(({ filename, function: name, lineno, colno, in_app }) => ({
    filename: filename?.split('?', 1)[0],
    function: name,
    lineno,
    colno,
    in_app,
  }))
}

/** The tags of a report, out of the line that tells of the error. */
export function tagsOf(event: LogEvent): Record<string, string> {
  const tags: Record<string, string> = { action: event.action.slice(0, 200) }
  if (event.status) tags.status = event.status.slice(0, 200)
  for (const name of TOLD) {
    const value = event.metadata?.[name]
    if (typeof value === 'string' || typeof value === 'number')
      tags[name] = scrubMessage(String(value)).slice(0, 200)
  }
  return tags
}
