import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { UsageError } from './exit.ts'

export interface Profile {
  api_key?: string
  base_url?: string
}

export interface ConfigFile {
  current: string
  profiles: Record<string, Profile>
}

const OWNER_ONLY = 0o600
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/

/** `LATENT_CONFIG`, else where the system keeps settings of programs. */
export function configPath(env: NodeJS.ProcessEnv = process.env): string {
  if (env.LATENT_CONFIG) return env.LATENT_CONFIG
  const folder =
    process.platform === 'win32'
      ? env.APPDATA || join(homedir(), 'AppData', 'Roaming')
      : env.XDG_CONFIG_HOME || join(homedir(), '.config')
  return join(folder, 'latent', 'config.json')
}

export async function readConfig(): Promise<ConfigFile> {
  const text = await readFile(configPath(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return { current: 'default', profiles: {} }
  try {
    const { current, profiles } = JSON.parse(text) as ConfigFile
    if (typeof profiles !== 'object' || profiles === null) throw new Error('no profiles')
    return { current: current ?? 'default', profiles }
  } catch {
    throw new UsageError(`${configPath()} is not a configuration of this program.`, 'Repair or remove it.')
  }
}

/** Written beside and moved into place, so that it is never half there; only its owner may read it, since it holds keys. */
export async function writeConfig(config: ConfigFile): Promise<void> {
  const path = configPath()
  const draft = `${path}.${process.pid}`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeFile(draft, `${JSON.stringify(config, null, 2)}\n`, { mode: OWNER_ONLY })
    await chmod(draft, OWNER_ONLY)
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

export function checkedProfileName(name: string): string {
  if (NAME.test(name)) return name
  throw new UsageError('A profile is named with letters, digits, - and _.')
}

/** What may be shown of a key. */
export function keyHint(key: string): string {
  return /^slp_[a-z]+_\w{8,}$/.test(key) ? `${key.slice(0, key.lastIndexOf('_') + 1)}…${key.slice(-4)}` : '…'
}
