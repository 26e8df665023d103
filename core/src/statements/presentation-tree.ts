import { conceptOf, type FiledTaxonomy } from './taxonomy.ts'
import type { PresentationArc } from './taxonomy-document.ts'

/** A line of a statement as the filer presents it. */
export interface PresentedLine {
  /** `us-gaap:Assets`. */
  concept: string
  label: string
  /** Role of the label that is shown, its last step: `label`, `totalLabel`, `negatedLabel`, `periodStartLabel`, … */
  label_role: string
  depth: number
  abstract: boolean
  /** The page shows the value with the other sign. */
  negated: boolean
  /** The value of an instant concept at the start of a period, as in the first line of a roll-forward. */
  period_start: boolean
}

const MAX_DEPTH = 64
const MAX_LINES = 20_000
/** Of all roles together: the largest reports have some 15,000. */
const MAX_LINES_OF_FILING = 200_000

/** What is left of the lines of a filing: a small network can unfold to a large tree in every role. */
export interface LineBudget {
  lines: number
}
export function lineBudget(): LineBudget {
  return { lines: MAX_LINES_OF_FILING }
}

/** Why a role has no lines to show. */
export type TreeFault = 'presentation_cycle' | 'presentation_too_deep' | 'presentation_too_long'

/**
 * The lines of a role, depth first in order. A concept may stand in several places. A network with a cycle among what can
 * be reached is refused: it has no order.
 */
export function presentedLines(
  taxonomy: FiledTaxonomy,
  role: string,
  budget: LineBudget = lineBudget(),
): { lines: PresentedLine[]; fault: TreeFault | null } {
  const arcs = taxonomy.presentation.get(role) ?? []
  const children = new Map<string, PresentationArc[]>()
  const targets = new Set<string>()
  for (const arc of arcs) {
    targets.add(arc.to)
    const known = children.get(arc.from)
    if (known) known.push(arc)
    else children.set(arc.from, [arc])
  }
  const roots = [...children.keys()].filter((element) => !targets.has(element))
  if (arcs.length > 0 && roots.length === 0) return { lines: [], fault: 'presentation_cycle' }
  const lines: PresentedLine[] = []
  const path = new Set<string>()
  let fault: TreeFault | null = null

  function visit(element: string, preferredLabel: string | null, depth: number): void {
    if (fault) return
    if (path.has(element)) fault = 'presentation_cycle'
    else if (depth >= MAX_DEPTH) fault = 'presentation_too_deep'
    else if (lines.length >= MAX_LINES || budget.lines <= 0) fault = 'presentation_too_long'
    if (fault) return
    budget.lines--
    const below = children.get(element)
    lines.push(lineOf(taxonomy, element, preferredLabel, depth, below !== undefined))
    if (!below) return
    path.add(element)
    for (const arc of below) visit(arc.to, arc.preferred_label, depth + 1)
    path.delete(element)
  }

  for (const root of roots) visit(root, null, 0)
  return fault ? { lines: [], fault } : { lines, fault: null }
}

function lineOf(
  taxonomy: FiledTaxonomy,
  element: string,
  preferredLabel: string | null,
  depth: number,
  hasChildren: boolean,
): PresentedLine {
  const concept = conceptOf(taxonomy, element)
  const labelRole =
    preferredLabel === null ? 'label' : preferredLabel.slice(preferredLabel.lastIndexOf('/') + 1)
  const labels = taxonomy.labels.get(element)
  const declared = taxonomy.elements.get(element)
  return {
    concept,
    label: labels?.get(labelRole) || labels?.get('label') || spoken(concept),
    label_role: labelRole,
    depth,
    abstract: declared?.abstract ?? (hasChildren && isStructural(concept)),
    negated: labelRole.startsWith('negated'),
    period_start: /^(?:negated)?periodStartLabel$/i.test(labelRole),
  }
}

/** Names of the parts of a table and of headings end so in every standard taxonomy (us-gaap naming conventions). */
const STRUCTURAL = /(?:Abstract|Table|Axis|Domain|Member|LineItems|RollForward|Hierarchy)$/

export function isStructural(concept: string): boolean {
  return STRUCTURAL.test(concept)
}

/** A name as words, for a concept without a label: `AssetsCurrent` as `Assets current`. */
export function spoken(concept: string): string {
  const name = concept.slice(concept.indexOf(':') + 1).slice(0, 200)
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}
