import Link from 'next/link'
import type { ComponentProps } from 'react'

/** A link inside the portal. Pages are rendered per request, so nothing is fetched before it is wanted. */
export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />
}
