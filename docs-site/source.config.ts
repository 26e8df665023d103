import { defineConfig, defineDocs } from 'fumadocs-mdx/config'

const postprocess = { includeProcessedMarkdown: true }

export const guides = defineDocs({ dir: 'content/docs', docs: { postprocess } })
export const decisions = defineDocs({ dir: 'content/decisions', docs: { postprocess } })

export default defineConfig()
