import { nearest } from '../../contract/nearest.ts'
import { LatentClient } from '../../src/index.ts'
import type { Command } from './command.ts'
import { completionCommand, completions } from './completion-command.ts'
import { UsageError } from './exit.ts'
import { commandHelp, overview, resourceHelp } from './help.ts'
import { operationCommands } from './operation-commands.ts'
import type { ParsedLine } from './parse.ts'
import { readConfig } from './profiles.ts'
import { sessionCommands } from './session-commands.ts'
import { apiKeyOf, baseUrlOf } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { verifyCommand } from './verify-command.ts'
import { CLI_VERSION } from './version.ts'
import { watchCommand } from './watch-command.ts'

const PORTAL_URL = 'http://localhost:3000'

/** Resources of one method can be asked for by their name alone: `latent usage`. */
function shortcuts(commands: Command[]): Command[] {
  const taken = new Set(commands.filter(({ words }) => words.length === 1).map(({ words }) => words[0]))
  const reading = commands.filter(
    ({ operation, positionals }) => operation?.reads && positionals.length === 0,
  )
  return reading
    .filter(
      ({ words: [resource, method] }) => !taken.has(resource) && (method === 'list' || method === 'get'),
    )
    .filter(({ words: [resource] }) => ['usage', 'me', 'coverage', 'events', 'diff'].includes(resource ?? ''))
    .map((command) => ({ ...command, words: command.words.slice(0, 1), hidden: true }))
}

export function allCommands(): Command[] {
  const commands = [
    ...sessionCommands,
    completionCommand,
    verifyCommand,
    watchCommand,
    ...operationCommands(),
  ]
  return [...commands, ...shortcuts(commands)]
}

/** Does what a command line says. Errors are thrown; `main.ts` tells them. */
export async function runProgram(
  line: ParsedLine,
  commands: Command[],
  terminal: Terminal,
  signal: AbortSignal,
) {
  const { command, words, settings } = line
  const portal = (process.env.LATENT_PORTAL_URL || PORTAL_URL).replace(/\/+$/, '')
  if (line.version) return await terminal.out(`${CLI_VERSION}\n`)
  const [resource] = words
  if (line.help || resource === undefined) {
    if (command) return await terminal.out(commandHelp(command, portal, terminal.paint))
    if (resource === undefined) return await terminal.out(overview(commands, terminal.paint))
    if (commands.some((one) => one.words[0] === resource))
      return await terminal.out(resourceHelp(resource, commands, terminal.paint))
  }
  if (!command) throw unknownCommand(words, commands)
  checkPositionals(line, command)
  await command.run({
    command,
    positionals: line.positionals,
    flags: line.flags,
    settings,
    terminal,
    signal,
    async client() {
      const config = await readConfig()
      const apiKey = apiKeyOf(settings, config)
      // What needs no key gets by without one.
      const needed = (command.operation?.scopes.length ?? 1) > 0
      return new LatentClient({
        apiKey: apiKey ?? (needed ? '' : 'none'),
        baseUrl: baseUrlOf(settings, config),
        headers: { 'latent-client': `cli/${CLI_VERSION} (${process.version})` },
      })
    },
  })
}

/** Asked by the scripts of the shells: prints what may come next. */
export async function complete(words: string[], terminal: Terminal): Promise<void> {
  for (const one of completions(words, allCommands())) await terminal.out(`${one}\n`)
}

function checkPositionals({ positionals }: ParsedLine, command: Command): void {
  const { positionals: wanted, words } = command
  const missing = wanted.find(({ optional }, i) => !optional && positionals[i] === undefined)
  const usage = `latent ${words.join(' ')} --help explains it.`
  if (missing) throw new UsageError(`<${missing.name}> is missing.`, usage)
  const many = wanted.at(-1)?.multiple
  if (!many && positionals.length > wanted.length)
    throw new UsageError(`"${positionals[wanted.length]}" is one too many.`, usage)
}

function unknownCommand(words: string[], commands: readonly Command[]): UsageError {
  const [resource = '', method] = words
  const shown = commands.filter(({ hidden }) => !hidden)
  const methods = shown.filter((one) => one.words[0] === resource).flatMap((one) => one.words[1] ?? [])
  if (methods.length === 0) {
    const meant = nearest(resource, [...new Set(shown.map((one) => one.words[0] ?? ''))])
    return new UsageError(
      `There is no command "${resource}".`,
      meant ? `Did you mean "latent ${meant}"?` : 'latent --help lists the commands.',
    )
  }
  if (method === undefined)
    return new UsageError(
      `"latent ${resource}" is not a command by itself.`,
      `There are: ${methods.join(', ')}.`,
    )
  const meant = nearest(method, methods)
  return new UsageError(
    `There is no command "${resource} ${method}".`,
    meant ? `Did you mean "latent ${resource} ${meant}"?` : `There are: ${methods.join(', ')}.`,
  )
}
