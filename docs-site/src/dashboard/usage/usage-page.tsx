'use client'

import { useMemo, useState } from 'react'
import { formatDay, formatInstant, formatMonth, formatNumber, formatPercent } from '../format.ts'
import { useLive } from '../live.ts'
import { useNames } from '../names.ts'
import { saveFile } from '../save-file.ts'
import { useSession } from '../session.tsx'
import { BarChart } from '../ui/bar-chart.tsx'
import { Button } from '../ui/button.tsx'
import { csvOf } from '../ui/csv.ts'
import { DataTable } from '../ui/data-table.tsx'
import { SelectField } from '../ui/field.tsx'
import { EmptyState, Figure, LiveContent, PageHead, Panel } from '../ui/page.tsx'
import { Ago } from '../ui/time.tsx'
import { type LoadedUsage, usageReader } from './load-usage.ts'
import { MonthPanel } from './month-panel.tsx'
import { type Granularity, type PeriodChoice, periodChoices } from './periods.ts'
import { type Dimension, idOf, type Measure, stack, totalsOf } from './series.ts'

const DIMENSIONS: Record<Dimension, string> = { key: 'Key', operation: 'Operation', status: 'Status' }
const MEASURES: Record<Measure, string> = { requests: 'Requests', units: 'Units billed', errors: 'Errors' }
const DEFAULT_CHOICE = periodChoices[2] as PeriodChoice

/** Usage over time, live. */
export function UsagePage({ quotas }: { quotas: Record<string, number> }) {
  const { api } = useSession()
  const [choice, setChoice] = useState(DEFAULT_CHOICE)
  const [dimension, setDimension] = useState<Dimension>('key')
  const [measure, setMeasure] = useState<Measure>('requests')
  const [isTable, setTable] = useState(false)

  const read = useMemo(() => usageReader(api, choice, dimension), [api, choice, dimension])
  const live = useLive(`usage ${choice.id} ${dimension}`, read)
  const { nameOf } = useNames()

  return (
    <>
      <PageHead
        title="Usage"
        lead="Requests of your programs, a few seconds behind. Only answers with a 2xx status to live and admin keys cost units."
      />
      <MonthPanel quotas={quotas} />
      <Panel
        title="Over time"
        actions={
          live.readAt ? (
            <span className="d-small">
              <span className="d-live" aria-hidden="true" /> live, read <Ago at={live.readAt} />
            </span>
          ) : null
        }
      >
        <div className="d-choices">
          <SelectField
            label="Period"
            value={choice.id}
            onChange={(event) =>
              setChoice(periodChoices.find(({ id }) => id === event.target.value) ?? DEFAULT_CHOICE)
            }
          >
            {periodChoices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="By"
            value={dimension}
            onChange={(event) => setDimension(event.target.value as Dimension)}
          >
            {Object.entries(DIMENSIONS).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Show"
            value={measure}
            onChange={(event) => setMeasure(event.target.value as Measure)}
          >
            {Object.entries(MEASURES).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <div className="d-row">
            <Button aria-pressed={isTable} onClick={() => setTable(!isTable)}>
              As a table
            </Button>
            <Button
              disabled={!live.data}
              onClick={() => live.data && saveCsv(live.data, choice, dimension, nameOf)}
            >
              Download CSV
            </Button>
          </div>
        </div>
        <LiveContent live={live}>
          {(usage) => (
            <Shown
              usage={usage}
              choice={choice}
              dimension={dimension}
              measure={measure}
              isTable={isTable}
              nameOf={nameOf}
            />
          )}
        </LiveContent>
      </Panel>
    </>
  )
}

interface ShownProps {
  usage: LoadedUsage
  choice: PeriodChoice
  dimension: Dimension
  measure: Measure
  isTable: boolean
  nameOf: (id: string) => string
}

function Shown({ usage, choice, dimension, measure, isTable, nameOf }: ShownProps) {
  const { rows, starts, is_cut } = usage
  const totals = totalsOf(rows)
  if (rows.length === 0) {
    return (
      <EmptyState title="No request in this period.">
        <p>The first one shows here within seconds, without a reload.</p>
      </EmptyState>
    )
  }
  const { series, values } = stack(rows, { dimension, measure, starts, nameOf })
  return (
    <>
      <dl className="d-figures">
        <Figure label="Requests" value={formatNumber(totals.requests)} />
        <Figure label="Units billed" value={formatNumber(totals.units)} />
        <Figure
          label="Errors"
          value={formatNumber(totals.errors)}
          note={`${formatPercent(totals.errors / Math.max(1, totals.requests))} of the requests`}
        />
      </dl>
      {isTable ? (
        <UsageTable usage={usage} choice={choice} dimension={dimension} nameOf={nameOf} />
      ) : series.length === 0 ? (
        <EmptyState title={`${MEASURES[measure]}: none in this period.`} />
      ) : (
        <BarChart
          caption={`${MEASURES[measure]} by ${DIMENSIONS[dimension].toLowerCase()}, ${choice.name}`}
          unit={MEASURES[measure].toLowerCase()}
          series={series}
          bars={starts.map((start, index) => ({
            label: shortName(choice.granularity, start),
            title: longName(choice.granularity, start),
            values: values[index] ?? [],
          }))}
        />
      )}
      {is_cut ? (
        <p className="d-small">The period has more rows than are loaded here; choose a shorter one.</p>
      ) : null}
    </>
  )
}

function UsageTable({ usage, choice, dimension, nameOf }: Omit<ShownProps, 'measure' | 'isTable'>) {
  return (
    <DataTable
      caption={`Usage by ${DIMENSIONS[dimension].toLowerCase()}, ${choice.name}`}
      isDense
      entries={[...usage.rows].reverse()}
      keyOf={(row) => `${row.period_start} ${idOf(row, dimension)}`}
      columns={[
        { name: 'Period', cell: (row) => longName(choice.granularity, Date.parse(row.period_start)) },
        { name: DIMENSIONS[dimension], cell: (row) => nameOf(idOf(row, dimension)) },
        { name: 'Requests', isNumber: true, cell: (row) => formatNumber(row.requests) },
        { name: 'Units billed', isNumber: true, cell: (row) => formatNumber(row.units) },
        { name: 'Errors', isNumber: true, cell: (row) => formatNumber(row.errors) },
      ]}
    />
  )
}

function saveCsv(
  { rows }: LoadedUsage,
  choice: PeriodChoice,
  dimension: Dimension,
  nameOf: (id: string) => string,
): void {
  const text = csvOf(
    ['period_start', dimension === 'key' ? 'key_id' : dimension, 'name', 'requests', 'units', 'errors'],
    rows.map((row) => {
      const id = idOf(row, dimension)
      return [row.period_start, id, nameOf(id), row.requests, row.units, row.errors]
    }),
  )
  saveFile(new Blob([text], { type: 'text/csv' }), `usage-by-${dimension}-${choice.id}.csv`)
}

function shortName(granularity: Granularity, start: number): string {
  const at = new Date(start)
  if (granularity === 'hour') return `${String(at.getUTCHours()).padStart(2, '0')}:00`
  return granularity === 'day'
    ? formatDay(at).replace(/ \d{4}$/, '')
    : formatMonth(at.toISOString().slice(0, 7)).slice(0, 3)
}

function longName(granularity: Granularity, start: number): string {
  if (granularity === 'hour') return formatInstant(start)
  return granularity === 'day' ? formatDay(start) : formatMonth(new Date(start).toISOString().slice(0, 7))
}
