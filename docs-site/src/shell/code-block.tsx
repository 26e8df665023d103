import type { ComponentProps, ReactNode } from 'react'
import { highlight, type Language } from './highlight.ts'

/** A frame with a copy button around a `<pre>`; what `CodeBlock` and the code of guides are made of. */
export function CodeFrame({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <figure className="ui-code">
      <figcaption className={title ? 'ui-code-title' : 'sr-only'}>{title ?? 'Code'}</figcaption>
      {children}
      <CopyButton data-copy="" />
    </figure>
  )
}

/**
 * Copies without a script of its own: `data-copy` is the text to copy, or empty for the code of the figure around it;
 * `data-copy-from` is the id of the element whose text to copy.
 */
export function CopyButton(
  props: ComponentProps<'button'> & { 'data-copy'?: string; 'data-copy-from'?: string },
) {
  return (
    <button type="button" className="ui-copy needs-script" aria-label="Copy" {...props}>
      <svg viewBox="0 0 20 20" aria-hidden="true" className="ui-copy-idle">
        <rect x="7" y="7" width="9.5" height="9.5" rx="1.5" />
        <path d="M13 4.5A1 1 0 0 0 12 3.5H4.5a1 1 0 0 0-1 1V12a1 1 0 0 0 1 1" />
      </svg>
      <svg viewBox="0 0 20 20" aria-hidden="true" className="ui-copy-done">
        <path d="m4 10.5 4 4 8-9" />
      </svg>
    </button>
  )
}

/** Code in colour with a copy button. Rendered on the server; for code that changes in the browser use `CodeFrame` with a plain `<pre>`. */
export async function CodeBlock({
  code,
  language,
  title,
}: {
  code: string
  language: Language
  title?: ReactNode
}) {
  const html = await highlight(code.trimEnd(), language)
  return (
    <CodeFrame title={title}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the highlighter escapes the code. */}
      <div className="ui-code-body" dangerouslySetInnerHTML={{ __html: html }} />
    </CodeFrame>
  )
}
