import { execFileSync } from 'node:child_process'
import { defineCollections, defineConfig, defineDocs } from 'fumadocs-mdx/config'
import { entryHead } from './src/changelog/entry-head.ts'
import { classesForStyles, codeTheme } from './src/shell/highlight-options.ts'

/** When a page was last changed, as the repository says; unknown where there is none, as in an image. */
async function lastModified(path: string): Promise<Date | null> {
  try {
    const day = execFileSync('git', ['log', '-1', '--format=%cI', '--', path], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    }).trim()
    return day === '' ? null : new Date(day)
  } catch {
    return null
  }
}

const docs = { postprocess: { includeProcessedMarkdown: true }, lastModified }

export const guides = defineDocs({ dir: 'content/docs', docs })
export const decisions = defineDocs({ dir: 'content/decisions', docs })

export const changes = defineCollections({
  type: 'doc',
  dir: 'content/changelog',
  schema: entryHead,
  postprocess: { includeProcessedMarkdown: true },
})

/** What the release tool writes beside the SDK. */
export const sdkReleases = defineCollections({
  type: 'doc',
  dir: '../sdk',
  files: ['CHANGELOG.md'],
  schema: { '~standard': { version: 1 as const, vendor: 'portal', validate: () => ({ value: {} }) } },
})

export default defineConfig({
  mdxOptions: {
    rehypeCodeOptions: {
      themes: { light: codeTheme },
      defaultColor: 'light',
      icon: false,
      transformers: [classesForStyles],
    },
  },
})
