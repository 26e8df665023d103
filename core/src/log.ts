/**
 * One JSON line per event in the founding schema, plus `message`, which log viewers look for. Filing text never
 * reaches a log line unescaped: everything goes through JSON.stringify.
 */
export interface LogEvent {
  action: string
  status?: string
  message?: string
  trace_id?: string | null
  user_id?: string | null
  duration_ms?: number | null
  metadata?: Record<string, unknown>
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LEVELS)[number]

export function createLogger(
  service: string,
  level: LogLevel,
  write: (line: string) => void = writeToStdout,
) {
  const threshold = LEVELS.indexOf(level)
  const at = (name: Exclude<LogLevel, 'silent'>) => (event: LogEvent) => {
    if (LEVELS.indexOf(name) < threshold) return
    const line = {
      timestamp: new Date().toISOString(),
      level: name.toUpperCase(),
      service,
      trace_id: event.trace_id ?? null,
      user_id: event.user_id ?? null,
      action: event.action,
      status: event.status ?? 'ok',
      duration_ms: event.duration_ms ?? null,
      metadata: event.metadata ?? {},
      message: event.message ?? event.action,
    }
    write(`${JSON.stringify(line)}\n`)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export type Logger = ReturnType<typeof createLogger>

function writeToStdout(line: string): void {
  process.stdout.write(line)
}
