import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import ts from 'typescript'

/**
 * The public surface of the package as text, one file for each entry point: every exported name with its declaration, and what
 * those declarations rest on. It is read from the built declarations, so it is what the compiler of a user sees. What the contract
 * says of requests and answers is left out: that is reviewed where it is written, by `npm run openapi:check`.
 */
export const ENTRY_POINTS = ['index', 'core', 'operations', 'evidence', 'webhooks', 'testing'] as const

/** Generated from the contract, declaration by declaration. */
const FROM_CONTRACT = new Set(['components', 'operations', '$defs', 'webhooks'])

export type Report = Record<string, string>

/** Reports by file name, from the folder of an unpacked package. */
export function apiReport(packed: string): Report {
  const file = (entry: string) => join(packed, 'dist', `${entry}.d.cts`)
  const program = ts.createProgram(ENTRY_POINTS.map(file), {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    strict: true,
    types: [],
    noEmit: true,
  })
  const checker = program.getTypeChecker()
  const home = new Map<ts.Symbol, { entry: string; name: string }>()
  const exportsOf = new Map<string, Map<string, ts.Symbol>>()
  // A name that the core has stands in its report; the others say where it is.
  for (const entry of [...ENTRY_POINTS].sort((a, b) => rank(a) - rank(b))) {
    const source = program.getSourceFile(file(entry))
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`${entry} exports nothing`)
    const names = new Map<string, ts.Symbol>()
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = resolved(exported, checker)
      names.set(exported.name, symbol)
      if (!home.has(symbol)) home.set(symbol, { entry, name: exported.name })
    }
    exportsOf.set(entry, names)
  }
  return Object.fromEntries(
    ENTRY_POINTS.map((entry) => [
      `${entry}.api.md`,
      reportOf(entry, exportsOf.get(entry) ?? new Map(), home, checker),
    ]),
  )
}

function rank(entry: string): number {
  return entry === 'core' ? 0 : entry === 'index' ? 1 : 2
}

function reportOf(
  entry: string,
  names: Map<string, ts.Symbol>,
  home: Map<ts.Symbol, { entry: string; name: string }>,
  checker: ts.TypeChecker,
): string {
  const own: string[] = []
  const elsewhere: string[] = []
  const reached = new Set<ts.Symbol>()
  for (const [name, symbol] of [...names].sort(([a], [b]) => compare(a, b))) {
    const at = home.get(symbol)
    if (at && at.entry !== entry) elsewhere.push(`${name} (${at.entry})`)
    else {
      own.push(declarationOf(name, symbol))
      reach(symbol, reached, checker)
    }
  }
  const hidden = [...reached]
    .filter((symbol) => !home.has(symbol))
    .sort((a, b) => compare(a.name, b.name))
    .map((symbol) => declarationOf(symbol.name, symbol))
  const specifier = entry === 'index' ? '@sec-latent/sdk' : `@sec-latent/sdk/${entry}`
  return [
    `# ${specifier}`,
    'Written by `npm run sdk:api-report` from the built package. A change here is a change for users: review it like one.',
    ...(own.length > 0 ? [fenced(own)] : []),
    ...(elsewhere.length > 0
      ? ['## Also exported, declared elsewhere', elsewhere.map((one) => `- ${one}`).join('\n')]
      : []),
    ...(hidden.length > 0 ? ['## Not exported, but part of the types above', fenced(hidden)] : []),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

function fenced(declarations: string[]): string {
  return `\`\`\`ts\n${declarations.join('\n\n')}\n\`\`\``
}

/** Everything a declaration names that is declared in the package. */
function reach(symbol: ts.Symbol, reached: Set<ts.Symbol>, checker: ts.TypeChecker): void {
  if (reached.has(symbol) || FROM_CONTRACT.has(symbol.name)) return
  reached.add(symbol)
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const found = checker.getSymbolAtLocation(node)
      const target = found && resolved(found, checker)
      if (target && isTopLevel(target)) reach(target, reached, checker)
    }
    ts.forEachChild(node, visit)
  }
  for (const declaration of symbol.declarations ?? []) visit(declaration)
}

function isTopLevel(symbol: ts.Symbol): boolean {
  const [declaration] = symbol.declarations ?? []
  if (!declaration?.getSourceFile().fileName.endsWith('.d.cts')) return false
  const holder = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
  return ts.isSourceFile(holder.parent)
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

const printer = ts.createPrinter({ removeComments: true })

function declarationOf(name: string, symbol: ts.Symbol): string {
  const declarations = symbol.declarations ?? []
  if (declarations.length === 0) throw new Error(`${name} is exported and declared nowhere`)
  return declarations
    .map((declaration) => {
      const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
      const text = printer.printNode(ts.EmitHint.Unspecified, node, declaration.getSourceFile())
      const plain = text
        .replace(/^(?:export )?(?:declare )?/, '')
        .replace(/^( {4})+/gm, (indent) => ' '.repeat(indent.length / 2))
      const renamed = symbol.name === name ? '' : `/** Exported as ${name}. */\n`
      const deprecated = ts.getJSDocDeprecatedTag(declaration) ? '/** @deprecated */\n' : ''
      return `${renamed}${deprecated}${plain}`
    })
    .join('\n')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Names of the files of a package, with `*` for what a build makes of their contents. */
export async function packageFiles(packed: string): Promise<string> {
  const files = await readdir(packed, { recursive: true, withFileTypes: true })
  const names = files
    .filter((file) => file.isFile())
    .map((file) =>
      join(file.parentPath, file.name)
        .slice(packed.length + 1)
        .replaceAll('\\', '/'),
    )
    .map(withoutHash)
  return `${names.sort().join('\n')}\n`
}

/** `chunk-5XHPDR6D.js` and `stream-Byuk_oHP.d.cts` are called by their contents. */
function withoutHash(name: string): string {
  return name.replace(/^(dist\/[a-z]+-)[\w-]{8}(\.(?:c?js|d\.c?ts))$/, '$1*$2')
}

/** Reads what is committed, by file name. */
export async function committedReport(folder: string): Promise<Report> {
  const names = (await readdir(folder)).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return Object.fromEntries(names.map((name, index) => [basename(name), texts[index] ?? '']))
}

/** Lines that are in one text and not in the other, as somebody reviews them; empty when the texts are equal. */
export function difference(before: string, after: string, name: string): string {
  const [was, is] = [before.split('\n'), after.split('\n')]
  const [wasSet, isSet] = [new Set(was), new Set(is)]
  const gone = was.filter((line) => !isSet.has(line)).map((line) => `- ${line}`)
  const added = is.filter((line) => !wasSet.has(line)).map((line) => `+ ${line}`)
  const moved = gone.length + added.length === 0 && before !== after ? ['  lines in another order'] : []
  const all = [...gone, ...added, ...moved]
  return all.length === 0 ? '' : `${name}\n${all.join('\n')}\n`
}
