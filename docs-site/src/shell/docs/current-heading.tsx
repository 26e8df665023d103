'use client'

import { useEffect } from 'react'

/** The part of the window, from the top, in which a heading counts as being read. */
const READING_ZONE = '-80px 0px -70% 0px'

/** Marks, in the list of what is on the page, the heading that was last scrolled to. */
export function CurrentHeading() {
  useEffect(() => {
    const links = new Map<string, Element>()
    for (const link of document.querySelectorAll('.docs-toc a')) {
      links.set(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''), link)
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const reached = entries.find((entry) => entry.isIntersecting)
        if (!reached) return
        for (const link of links.values()) link.removeAttribute('aria-current')
        links.get(reached.target.id)?.setAttribute('aria-current', 'location')
      },
      { rootMargin: READING_ZONE },
    )
    for (const id of links.keys()) {
      const heading = document.getElementById(id)
      if (heading) observer.observe(heading)
    }
    return () => observer.disconnect()
  }, [])
  return null
}
