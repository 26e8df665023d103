import { CopyMarkdown } from './copy-markdown.tsx'

/** The page in other forms. */
export function PageMenu({ markdownUrl }: { markdownUrl: string }) {
  return (
    <p className="docs-actions">
      <CopyMarkdown url={markdownUrl} />
      <a href={markdownUrl}>View as Markdown</a>
    </p>
  )
}
