import { PageLink } from '../shell/index.ts'

interface PagerProps {
  count: number
  /** From 0. */
  index: number
  href: (index: number) => string
  noun: string
}

/** Where one is in something long, and the way on. */
export function Pager({ count, index, href, noun }: PagerProps) {
  if (count < 2) return null
  return (
    <nav className="filing-pager" aria-label={`${noun}s`}>
      {index > 0 ? <PageLink href={href(index - 1)}>Previous</PageLink> : <span />}
      <span>
        {noun} {index + 1} of {count}
      </span>
      {index < count - 1 ? <PageLink href={href(index + 1)}>Next</PageLink> : <span />}
    </nav>
  )
}
