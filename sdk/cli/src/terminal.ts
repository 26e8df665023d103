/** Where a command writes, and what it may do there. */
export interface Terminal {
  /** Results: what a pipe receives. */
  out(text: string): Promise<void>
  /** Everything else a person should read. */
  note(text: string): void
  /** A line that is written over; nothing where standard error is not a terminal. */
  progress(text: string): void
  paint: Paint
  /** For standard error, which may be a terminal when standard output is not. */
  notePaint: Paint
  /** Columns of the terminal; infinite for a pipe. */
  width: number
  isInteractive: boolean
}

export type Paint = (style: Style, text: string) => string
export type Style = keyof typeof STYLES

const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const

export function openTerminal(noColor: boolean): Terminal {
  const { stdout, stderr, stdin, env } = process
  const paintFor = (stream: NodeJS.WriteStream): Paint => {
    const wanted = !noColor && !env.NO_COLOR && env.TERM !== 'dumb' && stream.isTTY
    return (style, text) => (wanted && text !== '' ? `\x1b[${STYLES[style]}m${text}\x1b[0m` : text)
  }
  let progressShown = false
  const clear = () => {
    if (progressShown) stderr.write('\r\x1b[2K')
    progressShown = false
  }
  return {
    async out(text) {
      clear()
      if (!stdout.write(text)) await new Promise<void>((resolve) => stdout.once('drain', resolve))
    },
    note(text) {
      clear()
      stderr.write(`${text}\n`)
    },
    progress(text) {
      if (!stderr.isTTY) return
      clear()
      if (text === '') return
      stderr.write(text)
      progressShown = true
    },
    paint: paintFor(stdout),
    notePaint: paintFor(stderr),
    width: stdout.isTTY ? stdout.columns || Number(env.COLUMNS) || 80 : Number.POSITIVE_INFINITY,
    isInteractive: Boolean(stdin.isTTY && stderr.isTTY),
  }
}
