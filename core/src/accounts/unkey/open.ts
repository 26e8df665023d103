import type { KeyProvider } from '../key-provider.ts'
import type { UnkeySettings } from './unkey-client.ts'
import type { UnkeyKeyOptions, UnkeyKeyStores } from './unkey-key-provider.ts'

export type OpenUnkeyKeys = (stores: UnkeyKeyStores, options: UnkeyKeyOptions) => KeyProvider

/** The SDK is loaded only where it is used: it takes memory and time to start. */
export async function unkeyKeys(settings: UnkeySettings): Promise<OpenUnkeyKeys> {
  const { unkeyKeyProvider } = await import('./unkey-key-provider.ts')
  return (stores, options) => unkeyKeyProvider(stores, settings, options)
}
