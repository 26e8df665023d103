import type { Server, Socket } from 'node:net'

/**
 * Gives each connection one timer for all the times it is idle. Node makes one after each answer, which outlives two young
 * collections where thousands of connections take turns: a third of a kilobyte an answer that only a full collection frees.
 */
export function oneTimerEach<S extends Server>(server: S): S {
  return server.on('connection', giveOneTimer)
}

function giveOneTimer(socket: Socket): void {
  let timer: NodeJS.Timeout | undefined
  /** What the timer is set to, and what was asked for last; 0 while a request is worked on. */
  let period = 0
  let wanted = 0
  let seen = 0

  /** Idle is who sent nothing since: the beginning of a request puts it off, as it does in Node. */
  function onTime(): void {
    if (wanted === 0 || socket.destroyed) return
    if (socket.bytesRead === seen) {
      socket.emit('timeout')
      return
    }
    seen = socket.bytesRead
    timer?.refresh()
  }

  socket.setTimeout = (ms, onTimeout) => {
    wanted = ms
    if (onTimeout) socket.once('timeout', onTimeout)
    if (ms === 0) return socket
    seen = socket.bytesRead
    if (timer !== undefined && period === ms) timer.refresh()
    else {
      clearTimeout(timer)
      period = ms
      timer = setTimeout(onTime, ms).unref()
    }
    return socket
  }
  socket.once('close', () => clearTimeout(timer))
}
