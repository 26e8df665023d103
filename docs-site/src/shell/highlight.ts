import { createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { classesForStyles, codeTheme } from './highlight-options.ts'

const LANGUAGES = ['bash', 'go', 'http', 'json', 'python', 'typescript'] as const
export type Language = (typeof LANGUAGES)[number] | 'text'

/** Pages show the same samples again and again; the oldest are forgotten first. */
const KEPT = 2_000
const kept = new Map<string, string>()

let loading: Promise<HighlighterCore> | undefined

function load(): Promise<HighlighterCore> {
  loading ??= createHighlighterCore({
    themes: [codeTheme],
    langs: [
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/go.mjs'),
      import('shiki/langs/http.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/python.mjs'),
      import('shiki/langs/typescript.mjs'),
    ],
    engine: createJavaScriptRegexEngine(),
  })
  return loading
}

/** The code as HTML with a class per kind of token. On the server only: the browser never loads a grammar. */
export async function highlight(code: string, language: Language): Promise<string> {
  const name = `${language}\n${code}`
  const known = kept.get(name)
  if (known !== undefined) return known
  const highlighter = await load()
  const html = highlighter.codeToHtml(code, {
    lang: language,
    theme: 'portal',
    transformers: [classesForStyles],
  })
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string)
  kept.set(name, html)
  return html
}
