import type { Page } from './source.ts'

/** Where a written page can be edited: its file below `DOCS_EDIT_URL`, when that is set. */
export function editUrl(page: Page, env: Record<string, string | undefined>): string | undefined {
  if (!env.DOCS_EDIT_URL || (page.type !== 'guide' && page.type !== 'decision')) return undefined
  const folder = page.type === 'guide' ? 'docs' : 'decisions'
  const file = page.type === 'guide' ? page.path : page.path.replace(/^decisions\//, '')
  return `${env.DOCS_EDIT_URL.replace(/\/+$/, '')}/docs-site/content/${folder}/${file}`
}
