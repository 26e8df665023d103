import { maskSecrets } from './logs/mask.ts'
import { eventSampler, REQUEST_LINES_PER_SECOND } from './logs/sampling.ts'

/**
 * One JSON line per event in the founding schema (`logs/line.ts`), plus `message`, which log viewers look for. Filing text never
 * reaches a log line unescaped: everything goes through JSON.stringify, and then through `maskSecrets`.
 */
export interface LogEvent {
  action: string
  status?: string
  message?: string
  trace_id?: string | null
  user_id?: string | null
  duration_ms?: number | null
  metadata?: Record<string, unknown>
  /** An error nobody expected. It is not written, only told to whoever collects errors; say in the line what it said. */
  error?: unknown
}

/** Who is told of errors that nobody expected. */
export interface ErrorListener {
  tell(event: LogEvent, error: unknown): void
  /** Resolves when all is sent, or after a moment. */
  flush(): Promise<void>
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LEVELS)[number]

export function createLogger(
  service: string,
  level: LogLevel,
  write: (line: string) => void = writeToStdout,
  requestLinesPerSecond = REQUEST_LINES_PER_SECOND,
) {
  const threshold = LEVELS.indexOf(level)
  let listener: ErrorListener | undefined
  const at = (name: Exclude<LogLevel, 'silent'>) => (event: LogEvent) => {
    if (event.error !== undefined) listener?.tell(event, event.error)
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
    write(`${maskSecrets(JSON.stringify(line))}\n`)
  }
  const infoEnabled = threshold <= LEVELS.indexOf('info')
  let second = 0
  let stamp = ''
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    /** Has somebody told of every event that carries an error. */
    tellErrors(told: ErrorListener): void {
      listener = told
    },
    /** Waits until they were told. */
    flushErrors: async (): Promise<void> => await listener?.flush(),
    /** For how many requests that went well the line of this one stands; 0: it is left out. */
    sample: eventSampler(requestLinesPerSecond),
    /** An `info` line of which the caller wrote everything after `service`, as JSON. For what is logged most. */
    infoLine(fields: string): void {
      if (!infoEnabled) return
      const now = Date.now()
      if (now - (now % 1000) !== second) {
        second = now - (now % 1000)
        stamp = new Date(second).toISOString().slice(0, -4)
      }
      const ms = String(now % 1000).padStart(3, '0')
      write(`{"timestamp":"${stamp}${ms}Z","level":"INFO","service":"${service}",${fields}}\n`)
    },
  }
}

export type Logger = ReturnType<typeof createLogger>

/** A write per line costs more than most of what is logged. What ends a process without asking it takes these lines with it. */
const FLUSH_MS = 10
const CHUNK_BYTES = 128 * 1024
/** Bytes of a character at most. */
const WIDEST = 3
let chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES)
let end = 0

function writeToStdout(line: string): void {
  if (line.length * WIDEST > CHUNK_BYTES - end) flush()
  if (line.length * WIDEST > CHUNK_BYTES) {
    process.stdout.write(line)
    return
  }
  if (end === 0) setTimeout(flush, FLUSH_MS).unref()
  end += chunk.write(line, end)
}

function flush(): void {
  if (end === 0) return
  process.stdout.write(chunk.subarray(0, end))
  end = 0
  // Files, pipes and terminals of Unix have taken it by now; what still waits must not be written over.
  if (process.stdout.writableLength > 0) chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES)
}

process.on('exit', flush)
