import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Dashboard } from '../../src/dashboard/dashboard.tsx'
import '../../src/dashboard/dashboard.css'
import { readPortalConfig } from '../../src/portal-config.ts'

export const metadata: Metadata = {
  title: { default: 'Dashboard', template: '%s · Dashboard · SEC Latent Platform' },
  robots: { index: false },
}

export default function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <noscript>
        <p className="d-notice d-notice-warning">
          The dashboard needs JavaScript. The documentation and the API itself do not.
        </p>
      </noscript>
      <Dashboard apiUrl={readPortalConfig(process.env).api_url}>{children}</Dashboard>
    </>
  )
}
