'use client'

import { usePathname } from 'next/navigation'
import { PageLink } from './link.tsx'

const LINKS = [
  { href: '/docs', text: 'Docs' },
  { href: '/docs/reference', text: 'Reference' },
  { href: '/docs/signals', text: 'Signals' },
  { href: '/filings', text: 'Filings' },
  { href: '/status', text: 'Status' },
  { href: '/changelog', text: 'Changelog' },
]

/** The parts of the portal, the one the reader is in marked. The longest address that fits is the part. */
export function NavLinks() {
  const path = usePathname()
  const within = LINKS.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  const current = within.sort((a, b) => b.href.length - a.href.length)[0]
  return LINKS.map((link) => (
    <li key={link.href}>
      <PageLink href={link.href} aria-current={link.href === current?.href ? 'true' : undefined}>
        {link.text}
      </PageLink>
    </li>
  ))
}
