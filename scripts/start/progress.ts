const BAR_WIDTH = 28
/** Without a terminal, a line only now and then: logs are read afterwards. */
const LINE_INTERVAL_MS = 5_000

export interface Progress {
  /** From 0 to 1. */
  share: number
  done: number
  total: number
  note: string
}

/** Draws one line that overwrites itself on a terminal, and separate lines elsewhere. */
export function progressBar(label: string, out: NodeJS.WriteStream = process.stdout) {
  let lastLineAt = 0
  let drawn = false
  const text = ({ share, done, total, note }: Progress) => {
    const filled = Math.round(share * BAR_WIDTH)
    const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`
    return `  ${label} ${bar} ${done}/${total}${note ? `  ${note}` : ''}`
  }
  return {
    draw(progress: Progress): void {
      if (out.isTTY) {
        out.write(`\r\x1b[2K${text(progress).slice(0, (out.columns || 120) - 1)}`)
        drawn = true
      } else if (Date.now() - lastLineAt >= LINE_INTERVAL_MS) {
        out.write(`${text(progress)}\n`)
        lastLineAt = Date.now()
      }
    },
    finish(progress: Progress): void {
      out.write(drawn ? `\r\x1b[2K${text(progress)}\n` : `${text(progress)}\n`)
    },
  }
}
