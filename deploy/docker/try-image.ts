import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { isInContext, readInstructions } from './dockerfile-rules.ts'

const STEP_TIMEOUT_MS = 900_000

export interface TriedImage {
  /** Where the file system of the last stage lies, without what its base brings. */
  folder: string
  /** The working folder in it. */
  workdir: string
  command: string[]
  env: Record<string, string>
}

interface Stage {
  folder: string
  workdir: string
  env: Record<string, string>
  /** Of the instructions so far and of what they rest on. */
  key: string
}

/**
 * Carries the steps of a Dockerfile out on this machine, each stage in a folder of its own instead of a container: what a COPY
 * does not find and what a RUN lacks shows itself here too. Bases are not there, so that steps use the Node of `env.PATH`.
 * Stages that are the same in several files are made once in `cache`.
 */
export function tryImage(
  dockerfile: string,
  { context, cache, env }: { context: string; cache: string; env: Record<string, string> },
): TriedImage {
  const ignore = readFileSync(join(context, '.dockerignore'), 'utf8')
  const stages = new Map<string, Stage>()
  let stage: Stage | undefined
  let command: string[] = []
  const run = (current: Stage, text: string) => {
    // Absolute paths of the image lie in the folder of the stage.
    const inFolder = text.replace(/(^|\s)\/data\b/g, `$1${current.folder}/data`)
    const done = spawnSync('sh', ['-c', inFolder], {
      cwd: join(current.folder, current.workdir),
      env: { ...env, ...current.env },
      encoding: 'utf8',
      timeout: STEP_TIMEOUT_MS,
    })
    if (done.status !== 0) throw new Error(`RUN ${text}\n${`${done.stdout}${done.stderr}`.slice(-3_000)}`)
  }
  for (const { name, value } of readInstructions(readFileSync(dockerfile, 'utf8'))) {
    if (name === 'FROM') {
      stage = beginStage(value, stages, cache)
      const label = / as (\S+)$/i.exec(value)?.[1]
      if (label) stages.set(label, stage)
      command = []
      continue
    }
    if (!stage) throw new Error(`${name} comes before FROM.`)
    if (name === 'WORKDIR') stage.workdir = value
    if (name === 'ENV') Object.assign(stage.env, readEnvironment(value))
    if (name === 'CMD') command = JSON.parse(value)
    if (name !== 'COPY' && name !== 'RUN' && name !== 'WORKDIR') continue
    // The same words mean another step when they copy from another stage.
    const from = /^--from=(\S+)/.exec(value)?.[1] ?? ''
    advance(stage, `${name} ${value} ${stages.get(from)?.key ?? ''}`, cache, (current) => {
      mkdirSync(join(current.folder, current.workdir), { recursive: true })
      if (name === 'COPY') copy(current, value, { context, ignore, stages })
      if (name === 'RUN') run(current, value)
    })
  }
  if (!stage) throw new Error(`${dockerfile} has no stage.`)
  return { ...stage, command }
}

function beginStage(value: string, stages: Map<string, Stage>, cache: string): Stage {
  const base = stages.get(value.split(/\s+/)[0] ?? '')
  if (base) return { ...base, env: { ...base.env } }
  const key = hash(value.replace(/ as \S+$/i, ''))
  return { folder: join(cache, key), workdir: '/', env: {}, key }
}

/** One instruction further: in a folder that is a copy of the one before, made once and kept. */
function advance(stage: Stage, instruction: string, cache: string, act: (stage: Stage) => void): void {
  const before = stage.folder
  stage.key = hash(`${stage.key}\n${instruction}`)
  stage.folder = join(cache, stage.key)
  const done = join(stage.folder, '.done')
  if (existsSync(done)) return
  mkdirSync(stage.folder, { recursive: true })
  // Links instead of bytes: what a step replaces is written anew by npm and by the build.
  if (existsSync(before)) {
    const copied = spawnSync('cp', ['-a', '--reflink=auto', `${before}/.`, stage.folder])
    if (copied.status !== 0) throw new Error(`The stage cannot be copied: ${copied.stderr}`)
  }
  act(stage)
  mkdirSync(done, { recursive: true })
}

function copy(
  stage: Stage,
  value: string,
  { context, ignore, stages }: { context: string; ignore: string; stages: Map<string, Stage> },
): void {
  const words = value.split(/\s+/)
  const from = /^--from=(\S+)/.exec(value)?.[1]
  const paths = words.filter((word) => !word.startsWith('--'))
  const target = paths.pop() ?? '.'
  const place = join(stage.folder, target.startsWith('/') ? '' : stage.workdir, target)
  for (const path of paths) {
    // Programs of the base image, which is not there.
    if (path.startsWith('/usr/')) continue
    const root = from === undefined ? context : stages.get(from)?.folder
    if (root === undefined) throw new Error(`There is no stage ${from}.`)
    const source = join(root, path)
    if (!existsSync(source)) throw new Error(`COPY ${value}: ${path} is not there.`)
    const isFolder = statSync(source).isDirectory()
    const to =
      isFolder || !(target.endsWith('/') || paths.length > 1)
        ? place
        : join(place, path.split('/').at(-1) ?? '')
    mkdirSync(isFolder ? to : dirname(to), { recursive: true })
    cpSync(source, to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => from !== undefined || file === source || mayEnter(relative(context, file), ignore),
    })
    if (from === undefined && !isInContext(path, ignore) && !isFolder)
      throw new Error(`${path} is not in the context.`)
    if (isFolder && readdirSync(to).length === 0) throw new Error(`COPY ${value}: ${path} is empty.`)
  }
}

function mayEnter(path: string, ignore: string): boolean {
  return isInContext(path, ignore)
}

function readEnvironment(value: string): Record<string, string> {
  return Object.fromEntries(
    [...value.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', text = '']) => [name, text]),
  )
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20)
}
