import { CurrentHeading } from './current-heading.tsx'

export interface Heading {
  title: string
  /** Of the element, without `#`. */
  id: string
  depth: number
}

const DEEPEST = 3

/** What is on the page. The part being read is marked where scripts run. */
export function TableOfContents({ headings }: { headings: Heading[] }) {
  const shown = headings.filter(({ depth }) => depth <= DEEPEST)
  if (shown.length < 2) return <div className="docs-toc" />
  return (
    <nav className="docs-toc" aria-labelledby="on-this-page">
      <h2 id="on-this-page">On this page</h2>
      <ul>
        {shown.map(({ title, id, depth }) => (
          <li key={id}>
            <a href={`#${id}`} data-depth={depth}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <CurrentHeading />
    </nav>
  )
}
