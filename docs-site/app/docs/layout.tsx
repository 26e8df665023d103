import { DocsLayout } from 'fumadocs-ui/layouts/docs'
import type { ReactNode } from 'react'
import { layoutOptions } from '../../src/layout-options.tsx'
import { source } from '../../src/source.ts'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <DocsLayout {...layoutOptions} links={[]} tree={source.getPageTree()}>
      {children}
    </DocsLayout>
  )
}
