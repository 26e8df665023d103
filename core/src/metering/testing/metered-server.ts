import { type ChildProcess, spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { newId } from '../../ids.ts'

const PROGRAM = fileURLToPath(new URL('./meter-process.ts', import.meta.url))

export interface MeteredServer {
  child: ChildProcess
  port: number
  exited: Promise<unknown>
}

/**
 * Starts a server process that does nothing but meter, on a folder and a database; `aheadMs` is how much later than now it
 * says that it answered.
 */
export async function startMeteredServer(
  folder: string,
  databaseUrl: string,
  program: string = PROGRAM,
  aheadMs = 0,
): Promise<MeteredServer> {
  const loader = program.endsWith('.ts') ? ['--import', 'tsx'] : []
  const options = ['--folder', folder, '--database', databaseUrl, '--ahead', String(aheadMs)]
  const child = spawn(process.execPath, [...loader, program, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', (line) =>
      resolve(JSON.parse(line).port),
    )
    exited.then((code) => reject(new Error(`the server ended with ${code}`)))
  })
  return { child, port, exited }
}

/** What a client knows of what it asked: the answers it got whole are the truth that metering is held against. */
export interface Asked {
  id: string
  organisation: string
  key: string
  operation: string
  status: number
  cost: number
}

export interface ClientLedger {
  answered: Asked[]
  /** Requests that were sent and got no answer. */
  unanswered: number
}

/** Asks over `connections` connections until `isEnough` or the server dies, and writes down what was answered. */
export async function askUntil(
  port: number,
  connections: number,
  next: () => Asked,
  isEnough: (answered: number) => boolean,
): Promise<ClientLedger> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ledger: ClientLedger = { answered: [], unanswered: 0 }
  let down = false
  const ask = (asked: Asked) =>
    new Promise<void>((resolve) => {
      const path = `/?${new URLSearchParams({ ...asked, status: String(asked.status), cost: String(asked.cost) })}`
      const sent = request({ port, path, host: '127.0.0.1', agent }, (answer) => {
        answer.resume()
        answer.on('end', () => {
          if (answer.statusCode === asked.status) ledger.answered.push(asked)
          else ledger.unanswered += 1
          resolve()
        })
        answer.on('error', lost)
      })
      function lost() {
        down = true
        ledger.unanswered += 1
        resolve()
      }
      sent.once('error', lost)
      sent.end()
    })
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (!down && !isEnough(ledger.answered.length)) await ask(next())
    }),
  )
  agent.destroy()
  return ledger
}

/** Invented requests of a few organisations; what they cost and how they end varies with a seed. */
export function inventedRequests(seed: number): () => Asked {
  let state = seed >>> 0 || 1
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * below)
  }
  return () => {
    const organisation = draw(5)
    return {
      id: newId('req'),
      organisation: `org_${organisation}`,
      key: `key_${organisation}_${draw(3)}`,
      operation: ['listFilings', 'getFiling', 'searchFilings'][draw(3)] as string,
      status: [200, 200, 200, 200, 404, 429][draw(6)] as number,
      cost: 1 + draw(5),
    }
  }
}
