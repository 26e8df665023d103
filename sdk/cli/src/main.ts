#!/usr/bin/env node
import { EXIT } from './exit.ts'
import { failureOf } from './failure.ts'
import { parseLine } from './parse.ts'
import { allCommands, complete, runProgram } from './program.ts'
import { openTerminal } from './terminal.ts'

const GRACE_MS = 1_000

const argv = process.argv.slice(2)
const stop = new AbortController()

// A reader that has had enough, such as `head`, is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok)
    throw error
  })
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => {
    stop.abort()
    setTimeout(() => process.exit(EXIT.interrupted), GRACE_MS).unref()
  })

const terminal = openTerminal(argv.includes('--no-color'))
try {
  if (argv[0] === '__complete') await complete(argv.slice(1), terminal)
  else {
    const commands = allCommands()
    await runProgram(parseLine(argv, commands), commands, terminal, stop.signal)
  }
} catch (error) {
  const { code, lines } = failureOf(error, terminal.notePaint)
  process.exitCode = stop.signal.aborted ? EXIT.interrupted : code
  if (stop.signal.aborted) terminal.progress('')
  else for (const line of lines) terminal.note(line)
}
if (stop.signal.aborted) process.exitCode = EXIT.interrupted
