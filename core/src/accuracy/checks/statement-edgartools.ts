import { dirname } from 'node:path/posix'
import type { FiledLine, FiledStatement } from '../../statements/filed-statement.ts'
import { type Check, type Comparison, compared } from '../check.ts'
import type { Assertion, Corpus } from '../corpus.ts'
import { fileReader } from './statement-facts.ts'
import { type StatementFolder, statementFolder } from './statement-folder.ts'

/** What edgartools' tests assert of a statement page, of the relations between concepts, and of the periods of a report. */
export const statementEdgartoolsCheck: Check = {
  name: 'Statement assertions',
  source: 'edgartools',
  at_least: null,

  *compare(corpus: Corpus): Iterable<Comparison> {
    const folders = new Map<string, StatementFolder | null>()
    const read = fileReader(corpus)
    for (const assertion of corpus.assertions) {
      const { peer, path } = assertion
      if (peer !== 'edgartools' || path === '' || !corpus.has(path)) continue
      const name = `${path}: ${assertion.test.slice(assertion.test.indexOf('::') + 2)} ${assertion.what}`
      if (/^periods\[\d+\]/.test(assertion.what)) {
        const stated = /duration_(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})/.exec(assertion.expected)
        const period = read(path)?.period
        // Later entries are the periods it is compared with.
        if (period && stated && assertion.what.startsWith('periods[0]'))
          yield compared(name, `${period.period_start} ${period.period_end}`, `${stated[1]} ${stated[2]}`)
        continue
      }
      const folder = dirname(path)
      if (!/\/(?:R\d+\.htm|MetaLinks\.json)(?:\.gz)?$/.test(path)) continue
      if (!folders.has(folder)) folders.set(folder, statementFolder(corpus, folder))
      const filing = folders.get(folder)
      if (!filing) continue
      const ours = answer(filing, assertion)
      if (ours === undefined) continue
      const agreed = assertion.what.startsWith('contains: ')
        ? ours.includes(assertion.expected)
        : ours ===
          String(Number.isNaN(Number(assertion.expected)) ? assertion.expected : Number(assertion.expected))
      yield { case: name, ours, theirs: assertion.expected, agreed }
    }
  },
}

function answer(filing: StatementFolder, { path, test, what }: Assertion): string | undefined {
  const role = filing.pages.find((page) => page.path.replace(/\.gz$/, '') === path.replace(/\.gz$/, ''))?.role
  const statement = filing.statements.find(({ role_uri }) => role_uri === role)
  const expression = what.replace(/^contains: /, '')
  return statement ? ofStatement(statement, expression, test) : ofRelations(filing, expression)
}

/** Expressions about a page: its title, columns and the row a test looks for. */
function ofStatement(statement: FiledStatement, expression: string, test: string): string | undefined {
  if (/^\w+\.title\.upper\(\)$/.test(expression)) return statement.title.toUpperCase()
  if (/^len\(\w+\.period_headers\)$/.test(expression))
    return String(statement.columns.filter(({ dimensions }) => dimensions.length === 0).length)
  const line = lineOf(statement, test)
  if (!line) return undefined
  const [cell] = line.cells
  switch (expression) {
    case 'row.label':
      return line.label
    case 'row.concept_id':
    case 'concepts[0]':
      return line.concept.replace(':', '_')
    case 'row.localname':
      return line.concept.slice(line.concept.indexOf(':') + 1)
    case 'row.namespace':
      return line.concept.slice(0, line.concept.indexOf(':'))
    case 'raw':
      return String(cell?.value)
    case 'row.numeric_value':
      // As drawn, in the scale of the page, which is the rounding of its amounts.
      return cell?.value === null || cell?.value === undefined
        ? undefined
        : String(cell.value * 10 ** (cell.decimals ?? 0))
    default:
      return undefined
  }
}

/** The tests look at the first row with values, save the one about net income. */
function lineOf({ lines }: FiledStatement, test: string): FiledLine | undefined {
  return /net_income/.test(test)
    ? lines.find(({ concept }) => concept === 'us-gaap:NetIncomeLoss')
    : lines.find(({ abstract, cells }) => !abstract && cells.length > 0)
}

/** Expressions about total assets and what they are the sum of, out of the calculations of the filing. */
function ofRelations({ taxonomy }: StatementFolder, expression: string): string | undefined {
  const arcs = [...taxonomy.calculation.values()].flat()
  const parts = arcs.filter(({ from }) => from === 'us-gaap_Assets')
  switch (expression) {
    case 'len(children)':
    case "len(tree['children'])":
      return String(parts.length)
    case 'child_ids':
      return parts.map(({ to }) => to).join(' ')
    case 'parent.id':
      return parts[0]?.from
    case 'c.weight':
      return parts[0] && String(parts[0].weight)
    case 'graph.tag_count':
      return String(taxonomy.labels.size)
    case 'c.full_label':
      return taxonomy.labels.get('us-gaap_Assets')?.get('label')
    default:
      return undefined
  }
}
