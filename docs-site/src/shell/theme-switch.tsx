'use client'

import { THEME_COOKIE, type Theme } from './theme.ts'

const YEAR_SECONDS = 31_536_000

function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function switchTheme(): void {
  const theme = shownTheme() === 'dark' ? 'light' : 'dark'
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support.
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`
}

/** Changes between light and dark. Which icon shows is decided by CSS, so the server needs not know. */
export function ThemeSwitch() {
  return (
    <button
      type="button"
      className="ui-icon-button needs-script"
      aria-label="Switch between light and dark"
      onClick={switchTheme}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true" className="only-light">
        <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" />
      </svg>
      <svg viewBox="0 0 20 20" aria-hidden="true" className="only-dark">
        <circle cx="10" cy="10" r="3.4" />
        <path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4" />
      </svg>
    </button>
  )
}
