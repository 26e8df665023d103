interface Circumstances {
  nonce: string
  /** Where pages may send requests besides the portal itself. */
  apiUrl: string
  isDevelopment: boolean
}

/**
 * What a page may load and do. Scripts run by nonce alone: `strict-dynamic` lets a trusted script load its parts and makes
 * browsers ignore every list of hosts. Style attributes are refused; scripts set styles through properties, which is allowed.
 */
export function contentSecurityPolicy({ nonce, apiUrl, isDevelopment }: Circumstances): string {
  // The development server rebuilds error stacks with eval and puts styles into the page.
  const scripts = isDevelopment ? " 'unsafe-eval'" : ''
  const styles = isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${scripts}`,
    `style-src 'self' ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${new URL(apiUrl).origin}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}
