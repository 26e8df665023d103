export interface DocsPage {
  /** Such as `/docs/quick-start`. */
  path: string
  title: string
  description: string
}

export interface DocsHit extends DocsPage {
  /** Where the page says it. */
  excerpt: string
}

/** The documentation of the platform: the portal holds it, another program asks the portal. */
export interface DocsSource {
  pages(signal: AbortSignal): Promise<DocsPage[]>
  search(query: string, limit: number, signal: AbortSignal): Promise<DocsHit[]>
  /** The page as Markdown; undefined when there is none. */
  markdown(path: string, signal: AbortSignal): Promise<string | undefined>
}
