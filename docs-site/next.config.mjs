import { resolve } from 'node:path'
import { createMDX } from 'fumadocs-mdx/next'

// The contract lives in openapi/ beside this workspace, so both the bundler and the file tracer start one level up.
const repository = resolve(import.meta.dirname, '..')

// What holds for every answer. The policy for scripts differs from request to request: proxy.ts.
const headers = [
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Origin-Agent-Cluster', value: '?1' },
  {
    key: 'Permissions-Policy',
    value:
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
]

/** @type {import('next').NextConfig} */
const config = {
  // Several of these may run beside each other, each with a folder of its own.
  distDir: process.env.PORTAL_DIST || '.next',
  output: 'standalone',
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  // `npm test` checks the types of every workspace; a first start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  async headers() {
    return [{ source: '/:path*', headers }]
  },
  async rewrites() {
    return [
      { source: '/docs.md', destination: '/page-markdown/index' },
      { source: '/docs/:path*.md', destination: '/page-markdown/:path*' },
    ]
  },
}

export default createMDX()(config)
