'use client'

import { type FormEvent, useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { formatDay } from '../format.ts'
import { useLive } from '../live.ts'
import { saveFile } from '../save-file.ts'
import { useSession } from '../session.tsx'
import type { BodyOf, PrivacyExport } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Badge, EmptyState, LiveContent, Panel } from '../ui/page.tsx'
import { LoadOlder, useOlder } from '../ui/pager.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Ago } from '../ui/time.tsx'
import { useAction } from '../use-action.ts'
import { SubjectField } from './subject-field.tsx'
import { nameOfSubject, ORGANISATION, type Person, subjectOf } from './subjects.ts'

const PATH = '/v1/privacy/exports'
const LIVE_MS = 4_000

/** Everything that is held about somebody, as a file. */
export function PrivacyExports({ people }: { people: Person[] }) {
  const { api } = useSession()
  const [choice, setChoice] = useState(ORGANISATION)
  const live = useLive('privacy exports', (signal) => api.get<'listPrivacyExports'>(PATH, {}, { signal }), {
    everyMs: LIVE_MS,
  })
  const older = useOlder(
    live.data,
    (cursor) => api.get<'listPrivacyExports'>(PATH, { cursor }),
    (one) => one.id,
  )
  const ask = useAction(async (body: BodyOf<'createPrivacyExport'>, idempotencyKey) => {
    await api.post<'createPrivacyExport'>(PATH, body, { idempotencyKey })
    toast('The export is being made')
    await live.refresh()
  })
  const download = useAction(async (id: string) =>
    saveFile(await api.file(`${PATH}/${id}/bundle`), `${id}.json`),
  )
  async function submit(event: FormEvent) {
    event.preventDefault()
    await ask.run(subjectOf(choice))
  }
  return (
    <Panel title="Export">
      <p>
        Everything that is held about the organisation or one of its people, as one JSON file: usually within
        a minute, within 30 days at the latest. It can be downloaded for seven days. Secrets and hashes of
        secrets are left out.
      </p>
      <form className="d-find" onSubmit={submit}>
        <SubjectField people={people} value={choice} onChange={setChoice} />
        <Button type="submit" variant="primary" isBusy={ask.isRunning}>
          Make an export
        </Button>
      </form>
      <ProblemNotice problem={ask.problem} title="No export was asked for" />
      <ProblemNotice problem={download.problem} title="It could not be downloaded" />
      <LiveContent live={live}>
        {() =>
          older.entries.length === 0 ? (
            <EmptyState title="No export was asked for yet." />
          ) : (
            <DataTable
              caption="Exports"
              entries={older.entries}
              keyOf={(one) => one.id}
              columns={[
                { name: 'About', cell: (one) => nameOfSubject(one, people) },
                { name: 'Asked for', cell: ({ created_at }) => <Ago at={created_at} /> },
                { name: 'State', cell: (one) => <State of={one} /> },
                {
                  name: 'What to do',
                  cell: (one) =>
                    isThere(one) ? (
                      <Button
                        size="small"
                        aria-label={`Download the export about ${nameOfSubject(one, people)}`}
                        isBusy={download.isRunning}
                        onClick={() => void download.run(one.id)}
                      >
                        Download
                      </Button>
                    ) : null,
                },
              ]}
            />
          )
        }
      </LiveContent>
      <LoadOlder older={older} />
    </Panel>
  )
}

function isThere({ status, bundle_expires_at }: PrivacyExport): boolean {
  return status === 'completed' && bundle_expires_at !== null && Date.parse(bundle_expires_at) > Date.now()
}

function State({ of }: { of: PrivacyExport }) {
  if (of.status === 'pending') return <Badge>being made</Badge>
  if (!isThere(of)) return <Badge>no longer kept</Badge>
  return (
    <>
      <Badge tone="good">ready</Badge>{' '}
      <span className="d-small">until {formatDay(of.bundle_expires_at ?? 0)}</span>
    </>
  )
}
