'use client'

import { useState } from 'react'
import { formatInstant, formatNumber } from '../format.ts'
import { useLive } from '../live.ts'
import { saveFile } from '../save-file.ts'
import { useSession } from '../session.tsx'
import { Button } from '../ui/button.tsx'
import { LiveContent, Panel } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'
import { checkExport, type ExportReport } from './check-export.ts'

const EXPORT = '/v1/audit-events/export'
const SELDOM_MS = 30_000

/** Where the chain ends, the check of it in this browser, and the log as a file. */
export function ProofPanel({ range }: { range: { from?: string; to?: string } }) {
  const { api } = useSession()
  const live = useLive(
    'audit proof',
    (signal) => api.get<'getAuditProof'>('/v1/audit-events/proof', undefined, { signal }),
    { everyMs: SELDOM_MS },
  )
  const [report, setReport] = useState<ExportReport>()
  const check = useAction<void>(async () => {
    setReport(undefined)
    const file = await api.file(EXPORT, { format: 'ndjson' })
    setReport(await checkExport(await file.text()))
  })
  const download = useAction(async (format: 'ndjson' | 'csv') =>
    saveFile(await api.file(EXPORT, { format, ...range }), `audit-events.${format}`),
  )
  return (
    <Panel
      title="Proof"
      actions={
        <>
          <Button variant="primary" isBusy={check.isRunning} onClick={() => void check.run()}>
            Check the whole log
          </Button>
          <Button isBusy={download.isRunning} onClick={() => void download.run('ndjson')}>
            Download NDJSON
          </Button>
          <Button isBusy={download.isRunning} onClick={() => void download.run('csv')}>
            Download CSV
          </Button>
        </>
      }
    >
      <p>
        Each event carries a hash of itself and of the one before, and the end of the chain is signed every
        hour and kept elsewhere. Nobody, we included, can change or remove one unseen. This browser checks it
        by itself; files hold what is needed to check them without us.
      </p>
      <LiveContent live={live}>
        {({ head, anchors: [latest] }) => (
          <dl className="d-facts">
            <dt>Events</dt>
            <dd>{formatNumber(head.seq)}</dd>
            <dt>End of the chain</dt>
            <dd>
              <code className="d-small">{head.hash}</code>
            </dd>
            <dt>Last signed</dt>
            <dd>
              {latest ? `event ${formatNumber(latest.seq)}, ${formatInstant(latest.anchored_at)}` : 'not yet'}
            </dd>
          </dl>
        )}
      </LiveContent>
      <ProblemNotice problem={check.problem} title="The log could not be checked" />
      <ProblemNotice problem={download.problem} title="The log could not be downloaded" />
      <div role="status">{report ? <Report of={report} /> : null}</div>
    </Panel>
  )
}

function Report({ of }: { of: ExportReport }) {
  if (of.problems.length > 0) {
    return (
      <div className="d-notice d-notice-bad">
        <p className="d-notice-title">The log does not hold together</p>
        <ul>
          {of.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <div className="d-notice d-notice-good">
      <p className="d-notice-title">The log is whole and unaltered</p>
      <p>
        {formatNumber(of.records)} events were checked, each against its hash and the one before.{' '}
        {!of.signatures_checked
          ? 'This browser cannot check the signatures.'
          : of.signed_heads === 0
            ? 'No signed end is among them yet.'
            : `${formatNumber(of.signed_heads)} signed ends among them hold, signed with ${of.key_ids.join(', ')}.`}
      </p>
    </div>
  )
}
