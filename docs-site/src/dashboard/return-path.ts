const HOME = '/dashboard'

/** Where to go after signing in: a page of this portal, whatever the address bar says. */
export function returnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/')) return HOME
  // `//host` and `/\host` are addresses of somebody else; a browser drops tabs and line ends before it looks.
  const here = 'http://portal.invalid'
  const url = URL.canParse(asked, here) ? new URL(asked, here) : undefined
  if (!url || url.origin !== here) return HOME
  return url.pathname.startsWith('/sign-') ? HOME : url.pathname + url.search + url.hash
}

/** The sign-in page, which leads back. */
export function signInAddress(from: string): string {
  return from === HOME ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`
}
