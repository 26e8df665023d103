/** A chosen theme is kept in this cookie, so that the server can render in it and nothing flashes. Without it, the system's. */
export const THEME_COOKIE = 'portal_theme'

export type Theme = 'light' | 'dark'

export function readTheme(value: string | undefined): Theme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined
}
