import type { Command } from './command.ts'
import { UsageError } from './exit.ts'
import { GLOBAL_FLAGS } from './global-flags.ts'

const SCRIPTS: Record<string, string> = {
  bash: `_latent() {
  local IFS=$'\\n'
  COMPREPLY=($(latent __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _latent latent
`,
  zsh: `#compdef latent
_latent() {
  local -a found
  found=("\${(@f)$(latent __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a found
}
compdef _latent latent
`,
  fish: `complete -c latent -f -a '(latent __complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`,
}

export const completionCommand: Command = {
  words: ['completion'],
  summary: 'Print a script that completes commands in your shell',
  description:
    'For bash: source <(latent completion bash). For zsh the same. For fish: latent completion fish | source.',
  positionals: [{ name: 'shell', description: 'bash, zsh or fish.' }],
  flags: [],
  async run({ positionals: [shell = ''], terminal }) {
    const script = SCRIPTS[shell]
    if (script === undefined)
      throw new UsageError(`There is no completion for ${shell}.`, 'There is for bash, zsh and fish.')
    await terminal.out(script)
  },
}

/** What may come next after the words so far; the last of them is unfinished. */
export function completions(words: readonly string[], commands: readonly Command[]): string[] {
  const unfinished = words.at(-1) ?? ''
  const before = words.slice(0, -1).filter((word) => !word.startsWith('-'))
  const shown = commands.filter((command) => !command.hidden)
  const chosen = shown.find(
    (command) =>
      command.words.length <= before.length && command.words.every((word, i) => word === before[i]),
  )
  if (chosen) {
    const previous = words.at(-2) ?? ''
    const asked = chosen.flags.find((flag) => `--${flag.name}` === previous)
    const values = asked?.allowed ?? (asked && asked.kind !== 'boolean' ? [] : undefined)
    const flags = [...chosen.flags, ...GLOBAL_FLAGS].map(({ name }) => `--${name}`)
    const given = chosen.words[0] === 'completion' ? Object.keys(SCRIPTS) : []
    return (values ?? [...given, ...flags]).filter((one) => one.startsWith(unfinished))
  }
  const next = shown
    .filter((command) => before.every((word, i) => word === command.words[i]))
    .flatMap((command) => command.words[before.length] ?? [])
  return [...new Set(next)].filter((one) => one.startsWith(unfinished)).sort()
}
