import { cloneElement, isValidElement, type ReactNode } from 'react'
import { DEFAULT_API_URL, readPortalConfig } from './portal-config.ts'

/**
 * Guides are written for an API on the reader's machine. What a portal shows names its own API instead, so that it runs as it is
 * pasted.
 */
export function withOwnAddress(text: string, env: Record<string, string | undefined>): string {
  return text.replaceAll(DEFAULT_API_URL, readPortalConfig(env).api_url)
}

/** The same for code that was rendered already: the address is whole inside one of its pieces. */
export function codeWithOwnAddress(code: ReactNode, env: Record<string, string | undefined>): ReactNode {
  if (typeof code === 'string') return withOwnAddress(code, env)
  if (Array.isArray(code)) return code.map((one) => codeWithOwnAddress(one, env))
  if (!isValidElement<{ children?: ReactNode }>(code) || code.props.children === undefined) return code
  return cloneElement(code, undefined, codeWithOwnAddress(code.props.children, env))
}
