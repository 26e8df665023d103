import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const GUIDES = join(import.meta.dirname, '../docs-site/content/docs')

/** Code of a guide, as a reader pastes it. */
export interface Snippet {
  /** `sdk/index.mdx:14`, the page and the line. */
  name: string
  language: 'ts' | 'js' | 'bash'
  code: string
  /** False for what never ends, such as a stream; its types are checked all the same. */
  runs: boolean
}

const FENCE = /^```(ts|js|bash)\b([^\n]*)\n([\s\S]*?)^```$/gm
const KEY = '$LATENT_API_KEY'

/** Every program and every request in the guides. Commands that start or install something are tried by other tests. */
export async function guideSnippets(): Promise<Snippet[]> {
  const names = (await readdir(GUIDES, { recursive: true })).filter((name) => name.endsWith('.mdx')).sort()
  const pages = await Promise.all(
    names.map(async (name) => snippetsOf(relative('.', name), await readFile(join(GUIDES, name), 'utf8'))),
  )
  return pages.flat()
}

export function snippetsOf(page: string, text: string): Snippet[] {
  return [...text.matchAll(FENCE)].flatMap(([, language, meta = '', code = ''], index, all) => {
    if (language === 'bash' && !code.includes(KEY)) return []
    const line = text.slice(0, all[index]?.index).split('\n').length
    return [
      {
        name: `${page}:${line}`,
        language: language as Snippet['language'],
        code,
        runs: !meta.includes('only-types'),
      },
    ]
  })
}
