'use client'

import { useSyncExternalStore } from 'react'
import { CONFIG_META, DEFAULT_API_URL, type PortalConfig } from './portal-config.ts'

/** What components know while the server renders them: it knows the settings itself and needs none of this. */
const ON_SERVER: PortalConfig = { api_url: DEFAULT_API_URL, explorer_key: null }

let found: PortalConfig | undefined

/** The portal's settings, as the page's head states them. For the browser. */
export function portalConfig(): PortalConfig {
  if (found) return found
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${CONFIG_META}"]`)
  found = meta ? (JSON.parse(meta.content) as PortalConfig) : ON_SERVER
  return found
}

const neverChanges = () => () => {}

/** The portal's settings, in a component. */
export function usePortalConfig(): PortalConfig {
  return useSyncExternalStore(neverChanges, portalConfig, () => ON_SERVER)
}
