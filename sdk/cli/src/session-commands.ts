import { createInterface } from 'node:readline'
import { text as textOf } from 'node:stream/consumers'
import { AuthenticationError, LatentClient, PermissionError } from '../../src/index.ts'
import type { Command, CommandContext } from './command.ts'
import { UsageError } from './exit.ts'
import { plainJson } from './plain-text.ts'
import { checkedProfileName, configPath, keyHint, readConfig, writeConfig } from './profiles.ts'
import { baseUrlOf, profileName } from './settings.ts'

const MAX_KEY_CHARS = 4096

const login: Command = {
  words: ['login'],
  summary: 'Store a key',
  description:
    'Asks for a key without showing it, or reads it from standard input, tries it, and stores it in a file that only you can read. Keys are never taken from the command line, where others could see them.',
  positionals: [],
  flags: [],
  async run(context) {
    const { settings, terminal, signal } = context
    const key = (await readKey(context)).trim()
    if (!/^[\x21-\x7e]+$/.test(key) || key.length > MAX_KEY_CHARS) throw new UsageError('That is not a key.')
    const config = await readConfig()
    const name = checkedProfileName(profileName(settings, config))
    const baseUrl = baseUrlOf(settings, config)
    const organisation = await organisationOf(key, baseUrl, signal)
    config.profiles[name] = { ...config.profiles[name], api_key: key, base_url: baseUrl }
    config.current = name
    await writeConfig(config)
    terminal.note(
      `${keyHint(key)} works at ${baseUrl}${organisation}. Stored as profile "${name}" in ${configPath()}.`,
    )
  },
}

const logout: Command = {
  words: ['logout'],
  summary: 'Forget the stored key',
  description:
    'Removes the key of the profile from the configuration. The key itself stays valid: "latent keys revoke" ends it.',
  positionals: [],
  flags: [],
  async run({ settings, terminal }) {
    const config = await readConfig()
    const name = profileName(settings, config)
    if (!config.profiles[name]?.api_key) throw new UsageError(`The profile "${name}" has no key.`)
    delete config.profiles[name]
    await writeConfig(config)
    terminal.note(`Forgot the key of "${name}".`)
  },
}

const showConfig: Command = {
  words: ['config'],
  summary: 'Show the configuration, or choose a profile',
  description:
    'Shows where the configuration is and what it holds, keys shortened. "latent config use <profile>" chooses the profile.',
  positionals: [
    { name: 'action', description: 'use', optional: true },
    { name: 'profile', description: 'Name of a profile.', optional: true },
  ],
  flags: [],
  async run({ positionals: [action, name], settings, terminal }) {
    const config = await readConfig()
    if (action !== undefined) {
      if (action !== 'use' || name === undefined) throw new UsageError('Say "latent config use <profile>".')
      if (!config.profiles[name])
        throw new UsageError(
          `There is no profile "${name}".`,
          `There are: ${Object.keys(config.profiles).join(', ') || 'none'}.`,
        )
      await writeConfig({ ...config, current: name })
      return terminal.note(`Using "${name}".`)
    }
    const profiles = Object.entries(config.profiles).map(([profile, { api_key, base_url }]) => ({
      profile,
      current: profile === profileName(settings, config),
      base_url: base_url ?? null,
      api_key: api_key ? keyHint(api_key) : null,
    }))
    const shown = {
      path: configPath(),
      base_url: baseUrlOf(settings, config),
      key_from_environment: Boolean(process.env.LATENT_API_KEY),
      profiles,
    }
    if (settings.json) return await terminal.out(`${plainJson(shown, 2)}\n`)
    await terminal.out(`${shown.path}\n`)
    for (const { profile, current, base_url, api_key } of profiles)
      await terminal.out(`${current ? '*' : ' '} ${profile}  ${base_url ?? '-'}  ${api_key ?? '-'}\n`)
    if (shown.key_from_environment) terminal.note('LATENT_API_KEY is set and comes first.')
  },
}

export const sessionCommands: Command[] = [login, logout, showConfig]

/** Who the key belongs to, as far as it may know; throws when it is not valid. */
async function organisationOf(apiKey: string, baseUrl: string, signal: AbortSignal): Promise<string> {
  const client = new LatentClient({ apiKey, baseUrl, maxRetries: 1, timeoutMs: 15_000, logLevel: 'off' })
  try {
    const { plan } = await client.me.get({ signal })
    return ` (plan ${plan})`
  } catch (error) {
    if (error instanceof PermissionError && !(error instanceof AuthenticationError)) return ''
    throw error
  }
}

async function readKey({ terminal, signal }: CommandContext): Promise<string> {
  if (!terminal.isInteractive) return await textOf(process.stdin)
  process.stderr.write('API key (not shown): ')
  const lines = createInterface({ input: process.stdin, output: undefined, terminal: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
      lines.once('line', resolve)
    })
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
