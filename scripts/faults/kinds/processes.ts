import { setTimeout as sleep } from 'node:timers/promises'
import type { Program } from '../../cluster/program.ts'
import type { FaultKind, Field } from '../fault.ts'

type Pick = (field: Field) => Program

const api =
  (index: number): Pick =>
  (field) =>
    field.cluster.apis[index] as Program
const worker =
  (index: number): Pick =>
  (field) =>
    field.cluster.workers[index] as Program
const scheduler: Pick = ({ cluster }) => cluster.scheduler as Program
/** Preloaded into a program it moves the clock the program sees. */
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'

function killed(fault: string, part: FaultKind['part'], name: string, pick: Pick, weight: number): FaultKind {
  return {
    fault,
    name: `${name} killed with -9`,
    part,
    resource: name,
    weight,
    holdMs: [0, 1_500],
    async inject(field) {
      await pick(field).kill()
      return () => pick(field).start()
    },
  }
}

function terminated(part: FaultKind['part'], name: string, pick: Pick): FaultKind {
  return {
    fault: 'F3',
    name: `${name} ended with SIGTERM`,
    part,
    resource: name,
    weight: 2,
    holdMs: [0, 500],
    async inject(field) {
      const code = await pick(field).stop()
      return async () => {
        await pick(field).start()
        if (code !== 0) throw new Error(`ended with ${code}`)
      }
    },
  }
}

function frozen(
  fault: string,
  part: FaultKind['part'],
  name: string,
  pick: Pick,
  holdMs: FaultKind['holdMs'],
): FaultKind {
  return {
    fault,
    name: `${name} frozen`,
    part,
    resource: name,
    weight: 1,
    holdMs,
    async inject(field) {
      pick(field).pause()
      return async () => pick(field).resume()
    },
  }
}

function skewed(part: FaultKind['part'], name: string, pick: Pick, seconds: number): FaultKind {
  return {
    fault: 'F11',
    name: `${name} with its clock ${seconds > 0 ? '5 minutes ahead' : '5 minutes behind'}`,
    part,
    resource: name,
    weight: 1,
    holdMs: [8_000, 12_000],
    async inject(field) {
      const program = pick(field)
      await program.stop()
      await program.start({
        LD_PRELOAD: FAKETIME,
        FAKETIME: `${seconds > 0 ? '+' : ''}${seconds}s`,
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      })
      return async () => {
        await program.stop()
        await program.start()
      }
    },
  }
}

const schedulerTwice: FaultKind = {
  fault: 'F20',
  name: 'scheduler run twice',
  part: 'scheduler',
  resource: 'scheduler-2',
  weight: 1,
  holdMs: [4_000, 8_000],
  async inject({ cluster }) {
    const second = await cluster.secondScheduler()
    return () => second.kill()
  },
}

const rolling: FaultKind = {
  fault: 'F3',
  name: 'rolling restart of the API',
  part: 'api',
  resource: 'api-1',
  alsoTakes: ['api-2'],
  weight: 1,
  holdMs: [0, 0],
  async inject({ cluster }) {
    for (const one of cluster.apis) {
      const code = await one.stop()
      await one.start()
      if (code !== 0) throw new Error(`ended with ${code}`)
      await sleep(200)
    }
    return undefined
  },
}

export const processFaults: FaultKind[] = [
  killed('F1', 'api', 'api-1', api(0), 5),
  killed('F1', 'api', 'api-2', api(1), 5),
  killed('F2', 'workers', 'worker-1', worker(0), 8),
  killed('F2', 'workers', 'worker-2', worker(1), 8),
  terminated('api', 'api-1', api(0)),
  terminated('api', 'api-2', api(1)),
  terminated('workers', 'worker-1', worker(0)),
  terminated('workers', 'worker-2', worker(1)),
  rolling,
  frozen('F14', 'workers', 'worker-1', worker(0), [5_000, 22_000]),
  frozen('F14', 'workers', 'worker-2', worker(1), [5_000, 22_000]),
  skewed('api', 'api-2', api(1), 300),
  skewed('api', 'api-2', api(1), -300),
  skewed('workers', 'worker-2', worker(1), 300),
  skewed('workers', 'worker-2', worker(1), -300),
  killed('F20', 'scheduler', 'scheduler', scheduler, 2),
  frozen('F20', 'scheduler', 'scheduler', scheduler, [10_000, 20_000]),
  schedulerTwice,
]
