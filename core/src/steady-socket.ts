import { Socket } from 'node:net'

/**
 * A socket that tells of its end one turn of the event loop later. The driver collects what it writes and sends it at the
 * end of a turn; when the connection is lost in between, it forgets that something waits to be sent, and the connection
 * that takes its place never sends anything again. By the time it hears of the end now, it has sent (into nothing) what it
 * had, and everybody who waits for an answer is told that the connection was closed.
 */
class SteadySocket extends Socket {
  override emit(event: string | symbol, ...values: unknown[]): boolean {
    if (event !== 'close') return super.emit(event, ...values)
    setTimeout(() => super.emit('close', ...values), 0)
    return true
  }
}

/** Makes the sockets of the driver: on their way to the server, as its own are. TLS puts one of its own around. */
export function steadySocket({ host, port }: { host: string[]; port: number[] }): Socket {
  const socket = new SteadySocket()
  socket.connect(port[0] as number, host[0] as string)
  return socket
}
