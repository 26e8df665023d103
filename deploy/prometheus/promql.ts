import { parser } from '@prometheus-io/lezer-promql'

export interface Selector {
  metric: string
  /** The labels it is narrowed by. */
  labels: string[]
}

/** The series that a query of Prometheus asks for. Throws when it is not one. */
export function selectorsOf(expr: string): Selector[] {
  const selectors: Selector[] = []
  const errors: number[] = []
  parser.parse(expr).iterate({
    enter(node) {
      if (node.type.isError) errors.push(node.from)
      if (node.name !== 'VectorSelector') return
      const labels: string[] = []
      let metric = ''
      node.node.cursor().iterate((inner) => {
        const text = expr.slice(inner.from, inner.to)
        if (inner.name === 'Identifier' && metric === '') metric = text
        if (inner.name === 'LabelName') labels.push(text)
      })
      selectors.push({ metric, labels })
    },
  })
  if (errors.length > 0) throw new Error(`Not a query, at ${errors[0]}: ${expr}`)
  return selectors
}

/** The labels by which a query groups or joins. */
export function groupingLabelsOf(expr: string): string[] {
  const labels: string[] = []
  parser.parse(expr).iterate({
    enter(node) {
      if (node.name === 'GroupingLabels') {
        node.node.cursor().iterate((inner) => {
          if (inner.name === 'LabelName') labels.push(expr.slice(inner.from, inner.to))
        })
      }
    },
  })
  return labels
}
