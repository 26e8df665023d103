import type { Settings } from './command.ts'
import { UsageError } from './exit.ts'
import type { ConfigFile } from './profiles.ts'

export const DEFAULT_BASE_URL = 'http://localhost:8000'

export function profileName({ profile }: Settings, config: ConfigFile): string {
  return profile ?? (process.env.LATENT_PROFILE || config.current)
}

/** The flag, then the environment, then the profile. */
export function baseUrlOf(settings: Settings, config: ConfigFile): string {
  const stored = config.profiles[profileName(settings, config)]?.base_url
  const url = settings.baseUrl ?? (process.env.LATENT_BASE_URL || stored || DEFAULT_BASE_URL)
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: '' }
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new UsageError(`${url} is not an http or https address.`)
  return url.replace(/\/+$/, '')
}

/** A profile that was named wins over the environment; otherwise the environment wins over what is stored. */
export function apiKeyOf(settings: Settings, config: ConfigFile): string | undefined {
  const stored = config.profiles[profileName(settings, config)]?.api_key
  if (settings.profile === undefined) return process.env.LATENT_API_KEY || stored
  if (!config.profiles[settings.profile])
    throw new UsageError(
      `There is no profile "${settings.profile}".`,
      `There are: ${Object.keys(config.profiles).join(', ') || 'none; "latent login --profile <name>" makes one'}.`,
    )
  return stored
}
