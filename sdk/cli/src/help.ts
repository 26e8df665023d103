import type { Command, Flag } from './command.ts'
import { firstSentence } from './command.ts'
import { GLOBAL_FLAGS } from './global-flags.ts'
import type { Paint } from './terminal.ts'
import { CLI_VERSION } from './version.ts'

const WIDTH = 100

/** What the program can do. */
export function overview(commands: readonly Command[], paint: Paint): string {
  const shown = commands.filter((command) => !command.hidden)
  const single = shown.filter(({ words }) => words.length === 1)
  const groups = new Map<string, string[]>()
  for (const { words } of shown) {
    const [resource = '', method] = words
    if (method) groups.set(resource, [...(groups.get(resource) ?? []), method])
  }
  return `${paint('bold', 'latent')} ${CLI_VERSION}: SEC filings and signals at a terminal.

${paint('bold', 'Begin with')}
  latent login
  latent filings list --ticker TWTI --form-type 10-K
  latent signals list --ticker TWTI
  latent evidence verify <signal_id>
  latent signals watch

${paint('bold', 'Commands')}
${rows(single.map(({ words, summary }) => [words.join(' '), summary]))}
${rows([...groups].sort().map(([resource, methods]) => [resource, methods.join(', ')]))}

${paint('bold', 'Everywhere')}
${rows(GLOBAL_FLAGS.map(({ name, type, description }) => [`--${name}${type === 'string' ? ' <value>' : ''}`, description]))}

${paint('bold', 'Exit codes')}
${rows([
  ['0', 'done'],
  ['1', 'the API refused, or something failed'],
  ['2', 'the command line or its values are wrong'],
  ['3', 'no key, or one that may not do this'],
  ['4', 'a limit, quota or budget is reached'],
  ['5', 'the API was not reached'],
  ['6', 'evidence does not hold'],
  ['130', 'stopped'],
])}

latent <command> --help explains a command.
`
}

/** The commands of a resource. */
export function resourceHelp(resource: string, commands: readonly Command[], paint: Paint): string {
  const own = commands.filter(({ words, hidden }) => words[0] === resource && !hidden)
  return `${paint('bold', `latent ${resource}`)}

${rows(own.map(({ words, summary }) => [words.join(' '), summary]))}

latent ${resource} <command> --help explains a command.
`
}

export function commandHelp(command: Command, portalUrl: string, paint: Paint): string {
  const { words, positionals, flags, operation, summary, description } = command
  const usage = positionals.map(({ name, optional, multiple }) => {
    const shown = `<${name}>${multiple ? '…' : ''}`
    return optional ? `[${shown}]` : shown
  })
  const slug = (tag: string) => tag.trim().toLowerCase().replaceAll(/\s+/g, '-')
  const parts = [
    `${paint('bold', ['latent', ...words, ...usage].join(' '))} ${paint('dim', '[flags]')}`,
    wrapped(description || summary, '', WIDTH),
    positionals.length > 0
      ? rows(positionals.map(({ name, description: text }) => [`<${name}>`, firstSentence(text)]))
      : '',
    flags.length > 0
      ? `${paint('bold', 'Flags')}\n${rows(flags.map((flag) => [flagUsage(flag), flagText(flag)]))}`
      : '',
    operation
      ? rows([
          ['operation', `${operation.operation_id} (${operation.method} ${operation.path})`],
          ['needs', operation.scopes.join(', ') || 'no key'],
          ['costs', `${operation.cost} unit${operation.cost === 1 ? '' : 's'}`],
          ['reference', `${portalUrl}/docs/reference/${slug(operation.tag)}/${operation.operation_id}`],
        ])
      : '',
    'latent --help lists the flags that every command takes.',
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function flagUsage({ name, kind }: Flag): string {
  return kind === 'boolean' ? `--${name}` : `--${name} <${kind === 'string' ? 'value' : kind}>`
}

function flagText({ description, allowed, multiple, required }: Flag): string {
  const list = allowed ? ` One of ${allowed.slice(0, 10).join(', ')}${allowed.length > 10 ? ', …' : ''}.` : ''
  return `${description.replaceAll('`', '')}${list}${multiple ? ' Repeat for several.' : ''}${required ? ' Required.' : ''}`
}

function rows(pairs: readonly (readonly [string, string])[]): string {
  const most = Math.min(34, Math.max(0, ...pairs.map(([left]) => left.length)))
  const indent = ' '.repeat(most + 4)
  return pairs
    .map(([left, right]) => {
      const text = wrapped(right, indent, WIDTH)
      return left.length > most ? `  ${left}\n${indent}${text}` : `  ${left.padEnd(most)}  ${text}`
    })
    .join('\n')
}

function wrapped(text: string, indent: string, width: number): string {
  let line = indent.length
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ')
    .map((word, i) => {
      const fits = line + word.length + 1 <= width
      line = fits ? line + word.length + 1 : indent.length + word.length
      return i === 0 ? word : fits ? ` ${word}` : `\n${indent}${word}`
    })
    .join('')
}
