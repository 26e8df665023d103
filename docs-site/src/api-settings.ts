import { DEFAULT_API_URL } from './portal-config.ts'

/** How the portal's own server reads the API. Never sent to a browser. */
export interface ApiSettings {
  /** Without a slash at the end. */
  url: string
  key: string | null
}

/** The environment comes in as an argument, so that nothing is fixed when the portal is built. */
export function readApiSettings(env: Record<string, string | undefined>): ApiSettings {
  return {
    url: (env.PORTAL_API_URL || env.NEXT_PUBLIC_API_URL || DEFAULT_API_URL).replace(/\/+$/, ''),
    key: env.PORTAL_API_KEY || env.EXPLORER_TEST_KEY || null,
  }
}
