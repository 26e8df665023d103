'use client'

import { useCallback, useEffect, useState } from 'react'

const STORAGE_NAME = 'latent-explorer-key'

/**
 * The key typed into the explorer. It lives in sessionStorage, so it is gone with the tab and never reaches a server
 * of the portal.
 */
export function useExplorerKey(fallback: string): [string, (key: string) => void] {
  const [key, setKey] = useState('')
  useEffect(() => {
    setKey(window.sessionStorage.getItem(STORAGE_NAME) ?? fallback)
  }, [fallback])
  const remember = useCallback((next: string) => {
    setKey(next)
    if (next) window.sessionStorage.setItem(STORAGE_NAME, next)
    else window.sessionStorage.removeItem(STORAGE_NAME)
  }, [])
  return [key, remember]
}
