import './global.css'
import { RootProvider } from 'fumadocs-ui/provider/next'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  title: { default: 'SEC Latent Platform', template: '%s · SEC Latent Platform' },
  description: 'An API for SEC filings and the signals in them, each with a quote you can check.',
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body className="flex min-h-screen flex-col">
        {/* A shortcut of a single letter gets in the way of speech input (WCAG 2.1.4). */}
        <RootProvider theme={{ hotKey: false }}>{children}</RootProvider>
      </body>
    </html>
  )
}
