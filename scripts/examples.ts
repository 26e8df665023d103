import { spawn } from 'node:child_process'
import { cp, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packSdk } from '../sdk/scripts/pack.ts'

const EXAMPLES = join(import.meta.dirname, '../examples')

/** Makes `folder` a project that has the packed SDK installed and the examples beside it, and nothing else. */
export async function installExamples(folder: string): Promise<void> {
  await packSdk(folder)
  for (const name of await readdir(EXAMPLES)) {
    if (name.endsWith('.ts')) await cp(join(EXAMPLES, name), join(folder, name))
  }
}

/** Runs one example; its output is what it wrote to either stream. */
export async function runExample(
  folder: string,
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return await runProgram(process.execPath, ['--import', tsx, name, ...args], { cwd: folder, env })
}

/** Runs a program to its end. */
export async function runProgram(
  program: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ code: number | null; output: string }> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, args, options)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
