import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Abort, Request, Response } from './child.ts'
import type { Peer } from './peers/peer.ts'

export const CHILD = 'child.mjs'
const MAX_ANSWER_MS = 120_000

/** A process that uses one package, in the folder it is installed in. */
export interface Running {
  ask<T extends Response>(request: Request): Promise<T>
  /** Aborts what is being asked. */
  abort(): void
  end(): void
}

export function startPeer(peer: Peer, folder: string, url: string): Running {
  const child: ChildProcess = fork(join(folder, CHILD), [peer.name, url], {
    cwd: folder,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => done(new Error(`${peer.name} does not answer`)), MAX_ANSWER_MS)
        const ended = (code: number | null) => done(new Error(`${peer.name} ended with ${code}`))
        const answered = (answer: unknown) => done(undefined, answer)
        function done(error?: Error, answer?: unknown) {
          clearTimeout(timer)
          child.off('exit', ended)
          child.off('message', answered)
          if (error) reject(error)
          else resolve(answer as never)
        }
        child.on('exit', ended)
        child.on('message', answered)
        child.send(request)
      }),
    abort: () => void (child.connected && child.send({ abort: true } satisfies Abort)),
    end: () => void child.kill('SIGKILL'),
  }
}
