'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { formatNumber, formatShortNumber } from '../format.ts'
import { labelled, scaleTo } from './scale.ts'

export interface Series {
  name: string
  /** Everything that has no series of its own. */
  isRest?: boolean
}

export interface Bar {
  /** Below the bar, short. */
  label: string
  /** Of the bar when it is looked at. */
  title: string
  /** One value for each series. */
  values: number[]
}

const HEIGHT = 240
const LEFT = 44
const RIGHT = 8
const TOP = 10
const BOTTOM = 26
const LABEL_WIDTH = 64
const WIDEST_BAR = 40
/** The last label must not run over the edge. */
const HALF_LABEL = 22

/** The width of an element, as it changes. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return { element, width }
}

export function seriesClass({ isRest }: Series, index: number): string {
  return `d-series d-series-${isRest ? 'rest' : index + 1}`
}

/**
 * Stacked bars. One stop of the Tab key; the arrow keys, Home and End go from bar to bar, each of which says its values. The
 * legend shows the sums, and the values of the bar that is looked at.
 */
export function BarChart({
  caption,
  series,
  bars,
  unit,
}: {
  caption: string
  series: Series[]
  bars: Bar[]
  unit: string
}) {
  const { element, width } = useWidth()
  const [active, setActive] = useState<number>()
  const [stop, setStop] = useState(bars.length - 1)
  const groups = useRef<(SVGGElement | null)[]>([])

  const totals = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0))
  const scale = scaleTo(Math.max(0, ...totals))
  const inner = Math.max(0, width - LEFT - RIGHT)
  const step = inner / Math.max(1, bars.length)
  const barWidth = Math.max(1, Math.min(step * 0.72, WIDEST_BAR))
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / scale.max)
  const isLabelled = labelled(bars.length, Math.floor(inner / LABEL_WIDTH))
  const tabStop = Math.min(stop, bars.length - 1)

  function onKeyDown(event: KeyboardEvent) {
    const target = { ArrowLeft: tabStop - 1, ArrowRight: tabStop + 1, Home: 0, End: bars.length - 1 }[
      event.key
    ]
    if (target === undefined) return
    event.preventDefault()
    const next = Math.min(Math.max(target, 0), bars.length - 1)
    setStop(next)
    groups.current[next]?.focus()
  }

  const shown = active === undefined ? undefined : bars[active]
  return (
    <figure className="d-chart">
      <figcaption className="sr-only">{caption}</figcaption>
      <div ref={element}>
        {width > 0 ? (
          // biome-ignore lint/a11y/useSemanticElements: nothing else can hold parts of a drawing.
          <svg
            width={width}
            height={HEIGHT}
            viewBox={`0 0 ${width} ${HEIGHT}`}
            className="d-chart-plot"
            role="group"
            aria-label={`${caption}. Arrow keys go from bar to bar.`}
            onKeyDown={onKeyDown}
            onPointerLeave={() => setActive(undefined)}
          >
            <g>
              {scale.ticks.map((tick) => (
                <g key={tick}>
                  <line className="d-chart-line" x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
                  <text className="d-chart-text" x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
                    {formatShortNumber(tick)}
                  </text>
                </g>
              ))}
            </g>
            {bars.map((bar, index) => {
              const middle = LEFT + step * (index + 0.5)
              let below = 0
              return (
                // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an image that can be looked at, by pointer or keyboard.
                <g
                  key={bar.title}
                  ref={(group) => {
                    groups.current[index] = group
                  }}
                  className="d-chart-bar"
                  role="img"
                  tabIndex={index === tabStop ? 0 : -1}
                  aria-label={describe(bar, series, totals[index] ?? 0, unit)}
                  onFocus={() => {
                    setActive(index)
                    setStop(index)
                  }}
                  onBlur={() => setActive(undefined)}
                  onPointerEnter={() => setActive(index)}
                >
                  <rect
                    className="d-chart-hit"
                    x={LEFT + step * index}
                    y={TOP}
                    width={step}
                    height={HEIGHT - TOP - BOTTOM}
                  />
                  {bar.values.map((value, part) => {
                    const from = below
                    below += value
                    const one = series[part]
                    if (value === 0 || !one) return null
                    return (
                      <rect
                        key={one.name}
                        className={seriesClass(one, part)}
                        x={middle - barWidth / 2}
                        width={barWidth}
                        y={y(below)}
                        height={Math.max(1, y(from) - y(below))}
                      />
                    )
                  })}
                  {isLabelled(index) ? (
                    <text
                      className="d-chart-text"
                      x={Math.min(middle, width - HALF_LABEL)}
                      y={HEIGHT - 8}
                      textAnchor="middle"
                    >
                      {bar.label}
                    </text>
                  ) : null}
                </g>
              )
            })}
          </svg>
        ) : null}
      </div>
      <div className="d-legend">
        <p className="d-legend-title">{shown ? shown.title : 'Whole period'}</p>
        <ul>
          {series.map((one, index) => (
            <li key={one.name}>
              <span className={`${seriesClass(one, index)} d-legend-mark`} aria-hidden="true" />
              {one.name}{' '}
              <strong>
                {formatNumber(
                  shown
                    ? (shown.values[index] ?? 0)
                    : bars.reduce((sum, bar) => sum + (bar.values[index] ?? 0), 0),
                )}
              </strong>
            </li>
          ))}
        </ul>
      </div>
    </figure>
  )
}

function describe(bar: Bar, series: Series[], total: number, unit: string): string {
  const parts = bar.values.flatMap((value, index) =>
    value > 0 ? [`${series[index]?.name} ${formatNumber(value)}`] : [],
  )
  return [`${bar.title}: ${formatNumber(total)} ${unit}`, ...parts].join('; ')
}
