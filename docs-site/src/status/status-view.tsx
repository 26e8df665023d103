import { Badge, type Tone } from '../shell/badge.tsx'
import { PageLink } from '../shell/link.tsx'
import { EmptyState } from '../shell/status-blocks.tsx'
import { percentInWords } from './history.ts'
import type { Overall, StatusReport } from './report.ts'

const HEADLINES: Record<Overall, { text: string; tone: Tone; word: string }> = {
  operational: { text: 'Everything that is measured works', tone: 'good', word: 'up' },
  degraded: { text: 'Something does not work as it should', tone: 'warning', word: 'degraded' },
  down: { text: 'The API does not answer', tone: 'bad', word: 'down' },
  unknown: { text: 'Nothing has been measured yet', tone: 'neutral', word: 'unknown' },
}

export function StatusView({ report }: { report: StatusReport }) {
  const { text, tone, word } = HEADLINES[report.status]
  return (
    <>
      <p className="status-headline" data-status={report.status}>
        <Badge tone={tone}>{word}</Badge> {text}
      </p>
      <p className="status-note">
        Looked at every {report.probe_interval_seconds} seconds by the server of this portal
        {report.measured_since ? (
          <>
            , since <time dateTime={report.measured_since}>{inWords(report.measured_since)}</time>, when it
            was started
          </>
        ) : null}
        . What was not measured is shown as such. The same as <a href="/status.json">JSON</a>; incidents as{' '}
        <a href="/status/feed.xml">RSS</a>.
      </p>
      {report.components.map((component) => (
        <ComponentView key={component.id} component={component} />
      ))}
      <Freshness report={report} />
      <Incidents report={report} />
    </>
  )
}

function ComponentView({ component }: { component: StatusReport['components'][number] }) {
  const { id, name, request, up, fault, probes, uptime, latency_ms, last_24_hours } = component
  return (
    <section className="status-component" aria-labelledby={`component-${id}`}>
      <div className="status-component-head">
        <h2 id={`component-${id}`}>{name}</h2>
        <Badge tone={up === null ? 'neutral' : up ? 'good' : 'bad'}>
          {up === null ? 'not measured' : up ? 'up' : 'down'}
        </Badge>
        <code>{request}</code>
      </div>
      {fault ? <p className="status-fault">The last probe failed: {fault}</p> : null}
      <Bars buckets={last_24_hours} name={name} />
      <dl className="status-figures">
        <div>
          <dt>Answered, of {probes} probes</dt>
          <dd>{uptime === null ? 'not measured' : percentInWords(uptime)}</dd>
        </div>
        <div>
          <dt>Median latency</dt>
          <dd>{latency_ms.p50 === null ? 'not measured' : `${latency_ms.p50} ms`}</dd>
        </div>
        <div>
          <dt>95th percentile</dt>
          <dd>{latency_ms.p95 === null ? 'not measured' : `${latency_ms.p95} ms`}</dd>
        </div>
      </dl>
    </section>
  )
}

const BAR = 10
const GAP = 3
const HEIGHT = 32
/** A failing bar is also shorter or empty, so that it can be told without its colour. */
const TOPS = { up: 0, partly: 10, down: 20, none: 29 }

function Bars({
  buckets,
  name,
}: {
  buckets: StatusReport['components'][number]['last_24_hours']
  name: string
}) {
  const count = (state: string) => buckets.filter((bucket) => bucket.state === state).length
  const text = `${name}, the last 24 hours in half hours: ${count('up')} without a failed probe, ${count('partly')} with some, ${count('down')} with only failed probes, ${count('none')} not measured.`
  return (
    <svg
      className="status-bars"
      viewBox={`0 0 ${buckets.length * (BAR + GAP)} ${HEIGHT}`}
      role="img"
      aria-label={text}
    >
      {buckets.map(({ from, state, probes, failed }, index) => (
        <rect
          key={from}
          className={`status-bar-${state}`}
          x={index * (BAR + GAP)}
          y={TOPS[state]}
          width={BAR}
          height={HEIGHT - TOPS[state]}
          rx={2}
        >
          <title>
            {state === 'none'
              ? `${inWords(from)}: not measured`
              : `${inWords(from)}: ${probes - failed} of ${probes} probes answered`}
          </title>
        </rect>
      ))}
    </svg>
  )
}

function Freshness({ report }: { report: StatusReport }) {
  const { pipeline, latest_visible_filing: latest } = report
  return (
    <section className="status-component" aria-labelledby="freshness">
      <h2 id="freshness">Freshness</h2>
      {pipeline === null ? (
        <p className="status-note">The API did not say how far its data has come.</p>
      ) : (
        <dl className="status-figures">
          <div>
            <dt>Latest live filing accepted by EDGAR</dt>
            <dd>
              {pipeline.last_accepted_at
                ? inWords(pipeline.last_accepted_at)
                : 'no live filings are held here'}
            </dd>
          </div>
          {pipeline.lag_seconds === null ? null : (
            <div>
              <dt>From EDGAR to here</dt>
              <dd>{durationInWords(pipeline.lag_seconds)}</dd>
            </div>
          )}
          {pipeline.since_last_accepted_seconds === null ? null : (
            <div>
              <dt>Since then</dt>
              <dd>{durationInWords(pipeline.since_last_accepted_seconds)}</dd>
            </div>
          )}
          <div>
            <dt>Being read</dt>
            <dd>{pipeline.pending}</dd>
          </div>
          {pipeline.queue_age_seconds === null ? null : (
            <div>
              <dt>Longest of them known for</dt>
              <dd>{durationInWords(pipeline.queue_age_seconds)}</dd>
            </div>
          )}
          <div>
            <dt>Could not be read</dt>
            <dd>{pipeline.failed}</dd>
          </div>
        </dl>
      )}
      {latest ? (
        <p className="status-note">
          The latest filing this portal can see is{' '}
          <PageLink href={`/filings/${latest.accession_number}`}>
            {latest.form_type} {latest.accession_number}
          </PageLink>
          , accepted {inWords(latest.accepted_at)}.
        </p>
      ) : null}
    </section>
  )
}

function Incidents({ report }: { report: StatusReport }) {
  return (
    <section className="status-component" aria-labelledby="incidents">
      <h2 id="incidents">Incidents</h2>
      {report.incidents.length === 0 ? (
        <EmptyState title="No incident has been written down">
          <p>Incidents are written by people, so that this is not the same as the measurements above.</p>
        </EmptyState>
      ) : (
        report.incidents.map(({ id, title, impact, started_at, resolved_at, updates }) => (
          <article key={id} id={id} className="status-incident">
            <h3>{title}</h3>
            <p className="status-note">
              <Badge tone={resolved_at === null ? 'bad' : 'neutral'}>
                {resolved_at === null ? 'ongoing' : 'resolved'}
              </Badge>{' '}
              {impact}, {inWords(started_at)}
              {resolved_at ? ` to ${inWords(resolved_at)}` : ''}
            </p>
            <ul>
              {updates.map(({ at, text }) => (
                <li key={at}>
                  <time dateTime={at}>{inWords(at)}</time> {text}
                </li>
              ))}
            </ul>
          </article>
        ))
      )}
    </section>
  )
}

function inWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`
}

const UNITS: [string, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** With seconds as they were measured: `185 seconds (3 minutes)`. */
function durationInWords(seconds: number): string {
  const [name, size] = UNITS.find(([, one]) => seconds >= one) ?? ['second', 1]
  const plain = `${seconds.toLocaleString('en-US')} ${seconds === 1 ? 'second' : 'seconds'}`
  if (size === 1) return plain
  const count = Math.round(seconds / size)
  return `${plain} (${count} ${name}${count === 1 ? '' : 's'})`
}
