import { type Language, languages } from '../../../scripts/samples/languages.ts'

/** The language somebody reads samples in. It says nothing about who they are, so a cookie may keep it for a year. */
export const LANGUAGE_COOKIE = 'sample_language'

export function readLanguage(value: string | undefined): Language {
  return languages.find((language) => language === value) ?? 'sdk'
}
