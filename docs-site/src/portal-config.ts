/** What the browser may know of this portal's settings. */
export interface PortalConfig {
  /** Where pages send requests, without a slash at the end. */
  api_url: string
  /** A key of the test mode the explorer starts with, or null. */
  explorer_key: string | null
}

export const DEFAULT_API_URL = 'http://localhost:8000'
const TEST_KEY_PREFIX = 'slp_test_'

/** The page's head carries the settings under this name, so that no script has to ask for them. */
export const CONFIG_META = 'portal-config'

/**
 * Reads the settings at run time. The environment comes in as an argument because the build replaces
 * `process.env.NEXT_PUBLIC_…` with its value, and one build must serve any installation. Every visitor can read the
 * answer, so a key that is not of the test mode is never passed on.
 */
export function readPortalConfig(env: Record<string, string | undefined>): PortalConfig {
  const key = env.EXPLORER_TEST_KEY
  return {
    api_url: (env.NEXT_PUBLIC_API_URL || DEFAULT_API_URL).replace(/\/+$/, ''),
    explorer_key: key?.startsWith(TEST_KEY_PREFIX) ? key : null,
  }
}
