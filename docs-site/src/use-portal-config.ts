'use client'

import { useEffect, useState } from 'react'
import type { PortalConfig } from './portal-config.ts'

/** What the pages were built with, until the server has said how it is configured. */
const BUILT_IN: PortalConfig = { api_url: 'http://localhost:8000', explorer_key: null }

let loading: Promise<PortalConfig> | undefined

function load(): Promise<PortalConfig> {
  loading ??= fetch('/api/config').then(
    (response) => (response.ok ? (response.json() as Promise<PortalConfig>) : BUILT_IN),
    () => BUILT_IN,
  )
  return loading
}

/** The portal's settings, asked once per page load. */
export function usePortalConfig(): PortalConfig {
  const [config, setConfig] = useState(BUILT_IN)
  useEffect(() => {
    let wanted = true
    load().then((loaded) => {
      if (wanted) setConfig(loaded)
    })
    return () => {
      wanted = false
    }
  }, [])
  return config
}
