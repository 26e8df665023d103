'use client'

import type { ServerEvent } from '../../../sdk/src/event-parser.ts'
import { AnswerHead } from './answer.tsx'
import type { StreamOpening } from './send.ts'

export interface StreamedEvent extends ServerEvent {
  number: number
  receivedAt: Date
}

interface Props {
  opening: StreamOpening
  /** The latest, oldest first. */
  events: StreamedEvent[]
  isOpen: boolean
}

/** Events as they come, the newest on top. */
export function StreamView({ opening, events, isOpen }: Props) {
  const count = events.at(-1)?.number ?? 0
  return (
    <div className="explorer-answer" data-status={opening.status} data-events={count}>
      <AnswerHead answer={opening} />
      <p>
        {isOpen ? 'Open' : 'Ended'}, {count} {count === 1 ? 'event' : 'events'}
        {count > events.length ? `, the last ${events.length} of them below` : ''}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section aria-label="Events" tabIndex={0} className="explorer-code">
        <ol className="explorer-events" reversed>
          {events.toReversed().map(({ number, id, event, data, receivedAt }) => (
            <li key={number} value={number}>
              <details>
                <summary>
                  <time dateTime={receivedAt.toISOString()}>{receivedAt.toISOString().slice(11, 23)}</time>{' '}
                  <b>{event}</b> {id}
                </summary>
                <pre>{readable(data ?? '')}</pre>
              </details>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function readable(data: string): string {
  try {
    return JSON.stringify(JSON.parse(data), null, 2)
  } catch {
    return data
  }
}
