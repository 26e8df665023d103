/** What a number is: it decides how Grafana writes it. */
export type Unit =
  | 'reqps'
  | 's'
  | 'percentunit'
  | 'short'
  | 'bytes'
  | 'currencyUSD'
  | 'dateTimeAsIso'
  | 'dtdurations'

interface Query {
  expr: string
  legend?: string
}

export interface PanelWish {
  title: string
  /** What somebody should see in it. */
  description: string
  unit: Unit
  queries: Query[]
  kind?: 'timeseries' | 'stat'
  /** Of the 24 columns. */
  width?: number
  /** From here on it is red. */
  limit?: number
}

export interface DashboardWish {
  uid: string
  title: string
  description: string
  rows: { title: string; panels: PanelWish[] }[]
}

const DATASOURCE = { type: 'prometheus', uid: 'prometheus' }
const ROW_HEIGHT = 1
const STAT_HEIGHT = 4
const GRAPH_HEIGHT = 8
const COLUMNS = 24

/** A dashboard as Grafana reads it, its panels laid out from left to right and from top to bottom. */
export function dashboard({ uid, title, description, rows }: DashboardWish) {
  const panels: object[] = []
  let id = 0
  let y = 0
  for (const row of rows) {
    id += 1
    panels.push({
      id,
      type: 'row',
      title: row.title,
      collapsed: false,
      gridPos: { x: 0, y, w: COLUMNS, h: ROW_HEIGHT },
      panels: [],
    })
    y += ROW_HEIGHT
    let x = 0
    let lineHeight = 0
    for (const wish of row.panels) {
      const w = wish.width ?? (wish.kind === 'stat' ? 6 : 12)
      const h = wish.kind === 'stat' ? STAT_HEIGHT : GRAPH_HEIGHT
      if (x + w > COLUMNS) {
        x = 0
        y += lineHeight
        lineHeight = 0
      }
      id += 1
      panels.push(panel(id, { x, y, w, h }, wish))
      x += w
      lineHeight = Math.max(lineHeight, h)
    }
    y += lineHeight
  }
  return {
    uid,
    title,
    description,
    tags: ['sec-latent'],
    schemaVersion: 38,
    version: 1,
    editable: false,
    timezone: 'utc',
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    templating: { list: [] },
    annotations: {
      list: [
        {
          name: 'Deployments',
          enable: true,
          iconColor: 'blue',
          datasource: DATASOURCE,
          expr: 'group by (job, release) (build_info) unless group by (job, release) (build_info offset 2m)',
          titleFormat: '{{job}} {{release}}',
        },
      ],
    },
    panels,
  }
}

function panel(
  id: number,
  gridPos: { x: number; y: number; w: number; h: number },
  { title, description, unit, queries, kind = 'timeseries', limit }: PanelWish,
) {
  return {
    id,
    type: kind,
    title,
    description,
    datasource: DATASOURCE,
    gridPos,
    fieldConfig: {
      defaults: {
        unit,
        ...(kind === 'timeseries' ? { custom: { fillOpacity: 8, lineWidth: 1, showPoints: 'never' } } : {}),
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: 'green', value: null },
            ...(limit === undefined ? [] : [{ color: 'red', value: limit }]),
          ],
        },
      },
      overrides: [],
    },
    options:
      kind === 'stat'
        ? { reduceOptions: { calcs: ['lastNotNull'] }, colorMode: limit === undefined ? 'none' : 'value' }
        : { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      datasource: DATASOURCE,
      expr,
      legendFormat: legend ?? '',
      instant: kind === 'stat',
      range: kind !== 'stat',
    })),
  }
}
