import type { Fact } from '../facts/fact.ts'
import { dayBefore, periodKey } from './document-period.ts'
import { conceptName } from './fact-reference.ts'
import type { FiledCell, FiledLine, FiledStatement, StatementColumn } from './filed-statement.ts'
import { lineBudget, type PresentedLine, presentedLines } from './presentation-tree.ts'
import { roleTitle, type StatementKind, statementKind } from './statement-kind.ts'
import type { FiledTaxonomy } from './taxonomy.ts'

const MAX_COLUMNS = 200
/** With more durations than this, balances keep columns of their own. */
const MAX_JOINED_DURATIONS = 500
/** Of one filing: facts times the places their concepts stand in. */
const MAX_CELLS_OF_FILING = 1_000_000
const MAX_TEXT_CHARS = 500
/** A column stays when it has at least this share of the cells of the fullest one. */
const KEPT_SHARE = 0.25

/** Every presented role of a filing with its facts, in the order of the filer's definitions. */
export function filedStatements(taxonomy: FiledTaxonomy, facts: readonly Fact[]): FiledStatement[] {
  const byConcept = factsByConcept(facts)
  const budget = lineBudget()
  let cells = MAX_CELLS_OF_FILING
  return [...taxonomy.presentation.keys()]
    .map((role) => ({ role, definition: taxonomy.roles.get(role) ?? role }))
    .sort((one, other) =>
      one.definition < other.definition ? -1 : one.definition > other.definition ? 1 : 0,
    )
    .map(({ role, definition }, index) => {
      const tree = presentedLines(taxonomy, role, budget)
      cells -= tree.lines.reduce((sum, { concept }) => sum + (byConcept.get(concept)?.length ?? 0), 0)
      const { lines, fault } = cells < 0 ? { lines: [], fault: 'presentation_too_long' as const } : tree
      const { title, parenthetical } = roleTitle(definition)
      const kind = statementKind(definition, lines)
      return {
        position: index + 1,
        kind,
        title,
        role_uri: role,
        definition,
        parenthetical,
        presentation: 'filed' as const,
        fault,
        ...placeFacts(lines, byConcept, kind),
      }
    })
}

export function factsByConcept(facts: readonly Fact[]): Map<string, Fact[]> {
  const byConcept = new Map<string, Fact[]>()
  for (const fact of facts) {
    const name = conceptName(fact)
    const known = byConcept.get(name)
    if (known) known.push(fact)
    else byConcept.set(name, [fact])
  }
  return byConcept
}

/** Puts facts into lines and columns. */
export function placeFacts(
  lines: readonly PresentedLine[],
  byConcept: ReadonlyMap<string, readonly Fact[]>,
  kind: StatementKind,
): Pick<FiledStatement, 'columns' | 'columns_left_out' | 'lines'> {
  const shown = shownDimensions(lines)
  const candidates = lines.map((line) =>
    line.abstract ? [] : (byConcept.get(line.concept) ?? []).filter((fact) => shown.allows(fact)),
  )
  const durations = durationKeys(candidates)
  const columns = new Map<string, { column: StatementColumn; cells: number }>()
  const placed = lines.map((line, index) =>
    (candidates[index] as Fact[]).flatMap((fact) =>
      columnsOf(line, fact, durations).map((column) => {
        const key = columnKey(column)
        const known = columns.get(key)
        if (known) known.cells++
        else columns.set(key, { column, cells: 1 })
        return { key, fact }
      }),
    ),
  )
  const kept = keptColumns([...columns.values()], kind)
  const numbers = new Map(kept.map((column, number) => [columnKey(column), number]))
  return {
    columns: kept,
    columns_left_out: columns.size - kept.length,
    lines: lines.map((line, index) => filedLine(line, placed[index] ?? [], numbers)),
  }
}

/** A role shows facts without dimensions and, for the axes it presents, those of the members it presents under them. */
function shownDimensions(lines: readonly PresentedLine[]) {
  const members = new Map<string, Set<string>>()
  const path: { depth: number; axis: Set<string> | null }[] = []
  for (const { concept, depth } of lines) {
    while ((path.at(-1)?.depth ?? -1) >= depth) path.pop()
    let axis = path.at(-1)?.axis ?? null
    if (concept.endsWith('Axis')) {
      axis = members.get(concept) ?? new Set()
      members.set(concept, axis)
    } else axis?.add(concept)
    path.push({ depth, axis })
  }
  return {
    allows: ({ dimensions }: Fact) =>
      dimensions.every(({ axis, member }) => {
        const shown = members.get(axis)
        return shown !== undefined && (member === null || shown.has(member))
      }),
  }
}

interface Duration {
  start: string
  end: string
}

/** The durations of a statement, each once. Where there is one, instants join the columns of durations. */
function durationKeys(candidates: readonly (readonly Fact[])[]): Duration[] {
  const durations = new Map<string, Duration>()
  for (const facts of candidates)
    for (const fact of facts)
      if (fact.period_start !== null && fact.period_end !== null)
        durations.set(periodKey(fact), { start: fact.period_start, end: fact.period_end })
  return durations.size > MAX_JOINED_DURATIONS ? [] : [...durations.values()]
}

/** A balance at the start or the end of a period stands in the column of that period, in every such column. */
function columnsOf(line: PresentedLine, fact: Fact, durations: readonly Duration[]): StatementColumn[] {
  const { instant, dimensions } = fact
  if (instant === null)
    return [{ period_start: fact.period_start, period_end: fact.period_end, instant: null, dimensions }]
  const joined = durations.filter(({ start, end }) =>
    line.period_start ? dayBefore(start) === instant || start === instant : end === instant,
  )
  if (joined.length > 0)
    return joined.map(({ start, end }) => ({
      period_start: start,
      period_end: end,
      instant: null,
      dimensions,
    }))
  // The same concept stands in a roll-forward twice: what opens no period here is shown where it closes one.
  const rolls = durations.length > 0 && /period(?:Start|End)Label$/i.test(line.label_role)
  return rolls ? [] : [{ period_start: null, period_end: null, instant, dimensions }]
}

function columnKey({ dimensions, ...period }: StatementColumn): string {
  const parts = dimensions.map(({ axis, member, typed_value }) => `${axis}=${member ?? typed_value}`)
  return [periodKey(period), ...parts].join(' ')
}

/** Latest period first, of equal ends the shorter one, the whole entity before its parts. */
function keptColumns(
  all: { column: StatementColumn; cells: number }[],
  kind: StatementKind,
): StatementColumn[] {
  const most = Math.max(0, ...all.map(({ cells }) => cells))
  const sparse = kind === 'equity' || kind === 'cover' || kind === 'notes' || kind === 'other'
  return all
    .filter(({ cells, column }) => sparse || column.dimensions.length > 0 || cells >= most * KEPT_SHARE)
    .map(({ column }) => column)
    .sort(
      (one, other) =>
        one.dimensions.length - other.dimensions.length ||
        compare(endOf(other), endOf(one)) ||
        compare(other.period_start ?? '', one.period_start ?? '') ||
        compare(columnKey(one), columnKey(other)),
    )
    .slice(0, MAX_COLUMNS)
}

function endOf({ instant, period_end }: StatementColumn): string {
  return instant ?? period_end ?? ''
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function filedLine(
  { concept, label, label_role, depth, abstract, negated }: PresentedLine,
  placed: readonly { key: string; fact: Fact }[],
  numbers: ReadonlyMap<string, number>,
): FiledLine {
  const cells = new Map<number, FiledCell>()
  for (const { key, fact } of placed) {
    const column = numbers.get(key)
    if (column === undefined) continue
    const known = cells.get(column)
    // A fact may be tagged twice, rounded in prose and exact in the statement: the more precise one is the statement's.
    if (known && (known.decimals ?? Number.POSITIVE_INFINITY) >= (fact.decimals ?? Number.POSITIVE_INFINITY))
      continue
    cells.set(column, cellOf(column, fact))
  }
  const inOrder = [...cells.values()].sort((one, other) => one.column - other.column)
  return { concept, label, label_role, depth, abstract, negated, cells: inOrder }
}

function cellOf(column: number, fact: Fact): FiledCell {
  const { document_id, position, value, value_text, unit, decimals, nil } = fact
  const text = value === null && value_text !== null ? value_text.slice(0, MAX_TEXT_CHARS) : null
  return { column, document_id, position, value, text, unit, decimals, nil }
}
