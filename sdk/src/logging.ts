export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug'

/** Takes lines of a level; `console` is one. */
export type Sink = Record<Exclude<LogLevel, 'off'>, (line: string) => void>

const LEVELS = ['off', 'error', 'warn', 'info', 'debug']

/** Passes on lines of at most the wished level, else of at most `warn`. No header and no body is ever in one. */
export function logger(sink: Sink, wished = '') {
  const most = LEVELS.includes(wished) ? LEVELS.indexOf(wished) : 2
  return (level: Exclude<LogLevel, 'off'>, text: () => string): void => {
    if (LEVELS.indexOf(level) <= most) sink[level](`sec-latent: ${text()}`)
  }
}
