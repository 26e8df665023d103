import type { BaseLayoutProps } from 'fumadocs-ui/layouts/shared'

/** What the top bar of every page holds. */
export const layoutOptions: BaseLayoutProps = {
  nav: { title: 'SEC Latent Platform', url: '/' },
  links: [
    { text: 'Quick start', url: '/docs/quick-start' },
    { text: 'Reference', url: '/docs/reference', active: 'nested-url' },
    { text: 'Signals', url: '/docs/signals', active: 'nested-url' },
    { text: 'Errors', url: '/docs/errors', active: 'nested-url' },
  ],
}
