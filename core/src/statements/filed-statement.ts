import type { FactDimension } from '../facts/fact.ts'
import type { TreeFault } from './presentation-tree.ts'
import type { StatementKind } from './statement-kind.ts'

/** A statement as the filer presents it: its lines in its order, under its labels, with a column per context. */
export interface FiledStatement {
  /** Place among the statements of the filing, from 1, in the filer's order. */
  position: number
  kind: StatementKind
  title: string
  /** Null for a statement put together without a presentation. */
  role_uri: string | null
  /** The filer's definition of the role, `0000002 - Statement - CONSOLIDATED BALANCE SHEETS`. */
  definition: string | null
  parenthetical: boolean
  /**
   * `filed`: lines, order and labels are the filer's. `unavailable`: the filing has facts and no presentation linkbase; the
   * lines are those facts in a customary order under names made from their concepts.
   */
  presentation: 'filed' | 'unavailable'
  /** Why a filed role has no lines. */
  fault: TreeFault | null
  columns: StatementColumn[]
  /** Columns that few of the lines have a value in and that are left out, as in the renderings of the SEC. */
  columns_left_out: number
  lines: FiledLine[]
}

export interface StatementColumn {
  /** Both null for an instant. */
  period_start: string | null
  period_end: string | null
  instant: string | null
  dimensions: FactDimension[]
}

export interface FiledLine {
  concept: string
  label: string
  /** Role of the label, its last step: `label`, `totalLabel`, `negatedLabel`, `periodStartLabel`, … */
  label_role: string
  depth: number
  abstract: boolean
  /** The filer shows the value with the other sign; cells hold the value itself. */
  negated: boolean
  cells: FiledCell[]
}

/** A fact in its column. */
export interface FiledCell {
  column: number
  document_id: string
  position: number
  /** Null for text and for nil. */
  value: number | null
  /** Text of a fact that is no number, cut where it is long. */
  text: string | null
  unit: string | null
  decimals: number | null
  nil: boolean
}
