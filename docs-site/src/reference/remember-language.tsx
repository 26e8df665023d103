'use client'

import { useEffect } from 'react'
import { LANGUAGE_COOKIE } from './sample-language.ts'

const YEAR_SECONDS = 31_536_000

/** Keeps the language that was chosen, so that the server shows it on the next page. The tabs themselves need no script. */
export function RememberLanguage() {
  useEffect(() => {
    const remember = ({ target }: Event) => {
      const language = target instanceof HTMLInputElement ? target.dataset.language : undefined
      if (language === undefined) return
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support.
      document.cookie = `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`
    }
    document.addEventListener('change', remember)
    return () => document.removeEventListener('change', remember)
  }, [])
  return null
}
