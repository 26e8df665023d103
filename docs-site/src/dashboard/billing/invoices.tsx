'use client'

import { useState } from 'react'
import { formatCents, formatDay, formatMonth, formatNumber } from '../format.ts'
import { useLive } from '../live.ts'
import { saveFile } from '../save-file.ts'
import { useSession } from '../session.tsx'
import type { Invoice } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Badge, EmptyState, LiveContent, Panel } from '../ui/page.tsx'
import { LoadOlder, useOlder } from '../ui/pager.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'

const PATH = '/v1/billing/invoices'

/** Every invoice with its lines and its PDF. */
export function Invoices() {
  const { api } = useSession()
  const live = useLive('invoices', (signal) => api.get<'listInvoices'>(PATH, {}, { signal }), {
    everyMs: 60_000,
  })
  const older = useOlder(
    live.data,
    (cursor) => api.get<'listInvoices'>(PATH, { cursor }),
    (invoice) => invoice.id,
  )
  const [shown, setShown] = useState<Invoice>()
  const download = useAction(async (invoice: Invoice) =>
    saveFile(await api.file(invoice.pdf_url), `invoice-${invoice.month}.pdf`),
  )
  return (
    <Panel title="Invoices">
      <ProblemNotice problem={download.problem} title="The PDF could not be downloaded" />
      <LiveContent live={live}>
        {() =>
          older.entries.length === 0 ? (
            <EmptyState title="There is no invoice yet.">
              <p>
                The invoice of a month is here when all its usage is final, soon after the month has ended.
              </p>
            </EmptyState>
          ) : (
            <DataTable
              caption="Invoices"
              entries={older.entries}
              keyOf={(invoice) => invoice.id}
              columns={[
                { name: 'Month', cell: (invoice) => formatMonth(invoice.month) },
                { name: 'Plan', cell: (invoice) => invoice.document.plan_title },
                { name: 'Units', isNumber: true, cell: (invoice) => formatNumber(invoice.document.units) },
                { name: 'Total', isNumber: true, cell: (invoice) => formatCents(invoice.total_cents) },
                { name: 'State', cell: (invoice) => <State of={invoice} /> },
                {
                  name: 'What to do',
                  cell: (invoice) => (
                    <div className="d-row d-row-tight">
                      <Button
                        size="small"
                        aria-label={`Lines of ${formatMonth(invoice.month)}`}
                        onClick={() => setShown(invoice)}
                      >
                        Lines
                      </Button>
                      <Button
                        size="small"
                        aria-label={`PDF of ${formatMonth(invoice.month)}`}
                        isBusy={download.isRunning}
                        onClick={() => void download.run(invoice)}
                      >
                        PDF
                      </Button>
                    </div>
                  ),
                },
              ]}
            />
          )
        }
      </LiveContent>
      <LoadOlder older={older} />
      {shown ? <Lines of={shown} onClose={() => setShown(undefined)} /> : null}
    </Panel>
  )
}

function State({ of: invoice }: { of: Invoice }) {
  if (invoice.status === 'paid') return <Badge tone="good">paid</Badge>
  if (invoice.status === 'void') return <Badge>void</Badge>
  if (invoice.payment_failed_at) {
    return <Badge tone="bad">payment failed on {formatDay(invoice.payment_failed_at)}</Badge>
  }
  return <Badge tone="warning">open</Badge>
}

function Lines({ of: { document, month, id, issued_at }, onClose }: { of: Invoice; onClose: () => void }) {
  return (
    <Dialog title={`Invoice of ${formatMonth(month)}`} onClose={onClose}>
      <div className="d-stack">
        <p className="d-small">
          <code>{id}</code>, issued on {formatDay(issued_at)}
        </p>
        <DataTable
          caption="Lines of the invoice"
          isDense
          entries={document.lines}
          keyOf={(line, index) => `${index} ${line.kind}`}
          columns={[
            { name: 'What', cell: (line) => line.description },
            { name: 'Quantity', isNumber: true, cell: (line) => formatNumber(line.quantity) },
            {
              name: 'Price',
              isNumber: true,
              cell: (line) =>
                line.price_cents === null
                  ? 'included'
                  : `${formatCents(line.price_cents)}${line.per > 1 ? ` / ${formatNumber(line.per)}` : ''}`,
            },
            { name: 'Amount', isNumber: true, cell: (line) => formatCents(line.amount_cents) },
          ]}
        />
        <p>
          Total <strong>{formatCents(document.total_cents)}</strong>
        </p>
      </div>
    </Dialog>
  )
}
