import '../../src/dashboard/dashboard.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'

/** Addresses of these pages may hold what nobody else should see. */
export const metadata: Metadata = { robots: { index: false }, referrer: 'no-referrer' }

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="d-alone">
      <noscript>
        <p className="d-notice d-notice-warning">
          Signing in needs JavaScript. The documentation and the API itself do not.
        </p>
      </noscript>
      {children}
    </main>
  )
}
