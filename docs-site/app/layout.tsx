import './global.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { CONFIG_META, readPortalConfig } from '../src/portal-config.ts'
import { Footer, SkipLink } from '../src/shell/frame.tsx'
import { PageActions } from '../src/shell/page-actions.tsx'
import { readTheme, THEME_COOKIE } from '../src/shell/theme.ts'
import { TopBar } from '../src/shell/top-bar.tsx'

export const metadata: Metadata = {
  title: { default: 'SEC Latent Platform', template: '%s · SEC Latent Platform' },
  description: 'An API for SEC filings and the signals in them, each with a quote you can check.',
  alternates: { types: { 'application/atom+xml': [{ url: '/changelog.xml', title: 'Changelog' }] } },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Reading the cookie makes every page rendered per request, which the nonce of its scripts needs as well. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" data-theme={theme} suppressHydrationWarning>
      <head>
        <meta name={CONFIG_META} content={JSON.stringify(readPortalConfig(process.env))} />
      </head>
      <body>
        <SkipLink />
        <TopBar />
        {children}
        <Footer />
        <PageActions />
      </body>
    </html>
  )
}
