import '../../src/status/status.css'
import type { Metadata } from 'next'
import { PageFrame, PageHeader } from '../../src/shell/index.ts'
import { measured } from '../../src/status/monitor.ts'
import { statusReport } from '../../src/status/report.ts'
import { StatusView } from '../../src/status/status-view.tsx'

export const metadata: Metadata = {
  title: 'Status',
  description: 'Whether the API answers, how fast, and how fresh its filings are: measured, not claimed.',
  alternates: { types: { 'application/rss+xml': [{ url: '/status/feed.xml', title: 'Incidents' }] } },
}

export const dynamic = 'force-dynamic'

export default async function Page() {
  return (
    <PageFrame width="wide">
      <PageHeader title="Status" />
      <StatusView report={statusReport(await measured())} />
    </PageFrame>
  )
}
