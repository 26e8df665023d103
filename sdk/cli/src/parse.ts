import { parseArgs } from 'node:util'
import { nearest } from '../../contract/nearest.ts'
import type { Command, Flag, Settings } from './command.ts'
import { UsageError } from './exit.ts'
import { GLOBAL_FLAGS } from './global-flags.ts'

export interface ParsedLine {
  /** Undefined when the words name none: then help is wanted, or there is an error. */
  command: Command | undefined
  /** The words that are no flags, those of the command included. */
  words: string[]
  positionals: string[]
  flags: Record<string, unknown>
  settings: Settings
  help: boolean
  version: boolean
  noColor: boolean
}

type OptionTypes = Record<string, { type: 'string' | 'boolean'; multiple?: boolean; short?: string }>

const GLOBAL_OPTIONS: OptionTypes = Object.fromEntries(
  GLOBAL_FLAGS.map(({ name, type }) => [name, { type, ...(name === 'help' && { short: 'h' }) }]),
)

/** Reads a command line. Throws a `UsageError` that names what was probably meant. */
export function parseLine(argv: readonly string[], commands: readonly Command[]): ParsedLine {
  const words = wordsOf(argv, GLOBAL_OPTIONS)
  const command = commands
    .filter((one) => one.words.every((word, i) => word === words[i]))
    .sort((one, other) => other.words.length - one.words.length)[0]
  const own: OptionTypes = Object.fromEntries(
    (command?.flags ?? []).map(({ name, kind, multiple }) => [
      name,
      { type: kind === 'boolean' ? ('boolean' as const) : ('string' as const), multiple },
    ]),
  )
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: { ...own, ...GLOBAL_OPTIONS },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens)
    if (token.kind === 'option') checkOption(token, { ...own, ...GLOBAL_OPTIONS }, command)
  const given = values as Record<string, string | boolean | (string | boolean)[] | undefined>
  return {
    command,
    words: positionals,
    positionals: positionals.slice(command?.words.length ?? 0),
    flags: Object.fromEntries(
      (command?.flags ?? [])
        .filter(({ name }) => given[name] !== undefined)
        .map((flag) => [flag.name, flagValue(flag, given[flag.name])]),
    ),
    settings: {
      json: given.json === true,
      all: given.all === true,
      limit: given.limit === undefined ? undefined : limitOf(String(given.limit)),
      asOf: given['as-of'] as string | undefined,
      baseUrl: given['base-url'] as string | undefined,
      profile: given.profile as string | undefined,
      yes: given.yes === true,
      output: given.output as string | undefined,
    },
    help: given.help === true,
    version: given.version === true,
    noColor: given['no-color'] === true,
  }
}

/** The words before any flag of a command: enough to know which command it is. */
function wordsOf(argv: readonly string[], options: OptionTypes): string[] {
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true }).positionals
}

function checkOption(
  { name, rawName, value }: { name: string; rawName: string; value?: string | undefined },
  options: OptionTypes,
  command: Command | undefined,
): void {
  const option = options[name]
  const where = command ? `latent ${command.words.join(' ')}` : 'latent'
  if (!option) {
    // Without a command its flags are not known, and the missing command is what is wrong.
    if (!command) return
    const meant = nearest(name, Object.keys(options))
    throw new UsageError(
      `"${where}" has no flag ${rawName}.`,
      meant ? `Did you mean --${meant}?` : `${where} --help lists its flags.`,
    )
  }
  if (option.type === 'boolean' && value !== undefined) throw new UsageError(`${rawName} takes no value.`)
  if (option.type === 'string' && value === undefined) throw new UsageError(`${rawName} needs a value.`)
}

function flagValue(flag: Flag, given: unknown): unknown {
  if (!flag.multiple) return oneValue(flag, given)
  return (Array.isArray(given) ? given : [given]).map((one) => oneValue(flag, one))
}

function oneValue({ name, kind, allowed }: Flag, given: unknown): unknown {
  if (kind === 'boolean') return given === true
  const text = String(given)
  if (kind === 'number') {
    if (text.trim() === '' || !Number.isFinite(Number(text)))
      throw new UsageError(`--${name} must be a number, not ${text}.`)
    return Number(text)
  }
  if (kind === 'json') {
    try {
      return JSON.parse(text)
    } catch {
      throw new UsageError(`--${name} must be JSON.`)
    }
  }
  if (allowed && !allowed.includes(text)) {
    const meant = nearest(text, allowed)
    const list = allowed.length <= 12 ? `It takes: ${allowed.join(', ')}.` : undefined
    throw new UsageError(`--${name} does not take ${text}.`, meant ? `Did you mean ${meant}?` : list)
  }
  return text
}

function limitOf(text: string): number {
  const limit = Number(text)
  if (Number.isSafeInteger(limit) && limit >= 1) return limit
  throw new UsageError(`--limit must be a whole number from 1 on, not ${text}.`)
}
