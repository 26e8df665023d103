import { LatentError } from './errors.ts'

/** What a block of lines between two empty ones says; `data` is null where it only says how long to wait. */
export interface ServerEvent {
  id: string
  event: string
  data: string | null
  /** Milliseconds to wait before the next connection. */
  retryMs: number | null
}

const MAX_EVENT_CHARS = 16_000_000

/**
 * Reads server-sent events (HTML standard, section 9.2) from pieces of bytes, cut anywhere. Lines end with LF, CR or both, in any
 * mixture. Pieces of a line are put together when its end has come, so each character is looked at a fixed number of times.
 */
export function eventParser() {
  const decoder = new TextDecoder()
  let held: string[] = []
  let size = 0
  let afterCr = false
  let data: string[] = []
  let event = ''
  let id = ''
  let retryMs: number | null = null

  return function* parse(bytes: Uint8Array): Generator<ServerEvent, void, undefined> {
    let piece = decoder.decode(bytes, { stream: true })
    if (piece === '') return
    // The CR ended the line already; the LF that follows it ends none.
    if (afterCr && piece[0] === '\n') piece = piece.slice(1)
    afterCr = piece.endsWith('\r')
    held.push(piece)
    size += piece.length
    if (size > MAX_EVENT_CHARS) throw new LatentError('an event of the stream is too long')
    if (!/[\r\n]/.test(piece)) return
    const lines = held.join('').split(/\r\n|\n|\r/)
    held = lines.splice(-1)
    for (const text of lines) {
      const [, field, value = ''] = /^([^:]*):? ?(.*)/s.exec(text) ?? []
      if (field === 'data') data.push(value)
      else if (field === 'event') event = value
      else if (field === 'id') id = value
      else if (field === 'retry' && /^\d{1,9}$/.test(value)) retryMs = +value
      else if (text === '') {
        if (data[0] !== undefined || retryMs !== null) {
          yield {
            id,
            event: event || 'message',
            data: data[0] === undefined ? null : data.join('\n'),
            retryMs,
          }
        }
        data = []
        event = ''
        retryMs = null
        size = held[0]?.length ?? 0
      }
    }
  }
}
