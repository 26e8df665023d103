'use client'

import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import { CheckField } from '../ui/field.tsx'
import { LiveContent } from '../ui/page.tsx'

const GROUPS = {
  feed: 'What became visible',
  account: 'Your organisation',
  operational: 'Webhooks themselves',
}
const HOUR_MS = 3_600_000

/** Types of events out of the catalogue of the API. */
export function EventTypeChoice({
  chosen,
  onChange,
}: {
  chosen: readonly string[]
  onChange: (types: string[]) => void
}) {
  const { api } = useSession()
  const live = useLive(
    'event types',
    (signal) => api.get<'listWebhookEventTypes'>('/v1/webhook-event-types', undefined, { signal }),
    { everyMs: HOUR_MS },
  )
  return (
    <LiveContent live={live}>
      {({ data }) => (
        <fieldset className="d-fieldset">
          <legend>Events it is sent</legend>
          {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
            <fieldset key={group} className="d-fieldset">
              <legend>{GROUPS[group]}</legend>
              {data
                .filter((one) => one.group === group)
                .map((one) => (
                  <CheckField
                    key={one.type}
                    label={<code>{one.type}</code>}
                    hint={one.description}
                    checked={chosen.includes(one.type)}
                    onChange={({ target }) =>
                      onChange(
                        target.checked ? [...chosen, one.type] : chosen.filter((type) => type !== one.type),
                      )
                    }
                  />
                ))}
            </fieldset>
          ))}
        </fieldset>
      )}
    </LiveContent>
  )
}
