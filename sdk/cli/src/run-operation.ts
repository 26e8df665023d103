import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ContractOperation } from '../../contract/read-contract.ts'
import type { ApiRequest, ListRequest, Page, StreamRequest } from '../../src/index.ts'
import type { CommandContext } from './command.ts'
import { UsageError } from './exit.ts'
import { plainJson, plainText } from './plain-text.ts'
import { fields, table } from './table.ts'

/** Entries shown unless --limit or --all says otherwise. */
const DEFAULT_LIMIT = 20
const LARGEST_PAGE = 100

type Entry = Record<string, unknown>
type ListPage = Page<Entry> & { coverage?: { status: string; reason: string | null } }
// biome-ignore lint/suspicious/noExplicitAny: any method of the SDK, called as the contract says.
type Methods = Record<string, Record<string, (...args: any[]) => any>>

/** Does what a command that stands for an operation says. */
export async function runOperation(context: CommandContext): Promise<void> {
  const { command, terminal, settings } = context
  const operation = command.operation as ContractOperation
  if (command.confirm) await confirmed(context)
  const name = operation.answer === 'file' ? operation.file_method : operation.name
  const client = (await context.client()) as unknown as Methods
  const call = client[operation.resource]?.[name]
  if (!call) throw new Error(`the SDK has no method ${operation.resource}.${name}`)
  const request = call(...(await argumentsOf(operation, context)))
  switch (operation.answer) {
    case 'list':
      return await showList(request as ListRequest<ListPage>, context)
    case 'stream':
      return await showStream(request as StreamRequest<Entry>, context)
    case 'file':
      return await saveFile(request as ApiRequest<unknown>, context)
    case 'nothing':
      await request
      return terminal.note('Done.')
    default: {
      const answer = (await request) as Entry
      await terminal.out(settings.json ? `${plainJson(answer, 2)}\n` : objectText(answer, context))
    }
  }
}

/** What the method of the SDK takes: parts of the path, the body, the query, options. */
async function argumentsOf(operation: ContractOperation, context: CommandContext): Promise<unknown[]> {
  const { positionals, signal, command } = context
  const hasQuery = operation.parameters.some((parameter) => parameter.in === 'query')
  const body = operation.body ? await bodyOf(context) : undefined
  if (operation.body)
    for (const { name, field, required, in: place } of command.flags)
      if (place === 'body' && required && body?.[field] === undefined)
        throw new UsageError(`--${name} is missing.`, `latent ${command.words.join(' ')} --help explains it.`)
  return [
    ...positionals,
    ...(operation.body ? [body] : []),
    ...(hasQuery ? [queryOf(operation, context)] : []),
    { signal },
  ]
}

function queryOf(operation: ContractOperation, { command, flags, settings }: CommandContext): Entry {
  const query: Entry = {}
  for (const { name, field, required, in: place } of command.flags) {
    if (place !== 'query') continue
    if (flags[name] !== undefined) query[field] = flags[name]
    else if (required)
      throw new UsageError(`--${name} is missing.`, `latent ${command.words.join(' ')} --help explains it.`)
  }
  const takes = (name: string) => operation.parameters.some((one) => one.in === 'query' && one.name === name)
  if (settings.asOf !== undefined) {
    if (!takes('as_of'))
      throw new UsageError(
        `"latent ${command.words.join(' ')}" does not look back in time: leave out --as-of.`,
      )
    query.as_of = settings.asOf
  }
  if (takes('limit'))
    query.limit = Math.min(LARGEST_PAGE, settings.all ? LARGEST_PAGE : (settings.limit ?? DEFAULT_LIMIT))
  return query
}

async function bodyOf({ command, flags }: CommandContext): Promise<Entry> {
  const given = flags.body === undefined ? {} : await readBody(String(flags.body))
  const fromFlags = command.flags
    .filter(({ name, in: place }) => place === 'body' && flags[name] !== undefined)
    .map(({ name, field }) => [field, flags[name]])
  return { ...given, ...Object.fromEntries(fromFlags) }
}

async function readBody(source: string): Promise<Entry> {
  const json =
    source === '-'
      ? await textOf(process.stdin)
      : source.startsWith('@')
        ? await readFile(source.slice(1), 'utf8')
        : source
  try {
    const value = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {}
  throw new UsageError(
    '--body must be a JSON object.',
    `For example --body '{"name":"…"}', --body @file.json or --body -.`,
  )
}

async function showList(
  request: ListRequest<ListPage>,
  { settings, terminal }: CommandContext,
): Promise<void> {
  const most = settings.all ? Number.POSITIVE_INFINITY : (settings.limit ?? DEFAULT_LIMIT)
  const entries: Entry[] = []
  let shown = 0
  let last: ListPage | undefined
  for await (const page of request.pages()) {
    last = page
    const some = page.data.slice(0, most - shown)
    shown += some.length
    if (settings.json) for (const entry of some) await terminal.out(`${plainJson(entry)}\n`)
    else entries.push(...some)
    if (page.has_more) terminal.progress(`${shown} entries …`)
    if (shown >= most) break
  }
  terminal.progress('')
  if (settings.json) return
  if (entries.length > 0) await terminal.out(table(entries, terminal.width, terminal.paint))
  if (shown === 0) terminal.note(`Nothing found${whyEmpty(last)}.`)
  else if (last?.has_more)
    terminal.note(terminal.notePaint('dim', `${shown} shown, there are more: --limit or --all.`))
}

function whyEmpty(page: ListPage | undefined): string {
  const { coverage } = page ?? {}
  return coverage ? `: ${coverage.reason ?? 'nothing matches'} (coverage ${coverage.status})` : ''
}

async function showStream(request: StreamRequest<Entry>, context: CommandContext): Promise<void> {
  const { settings, terminal } = context
  let shown = 0
  for await (const { id, event, data } of request) {
    await terminal.out(settings.json ? `${plainJson(data)}\n` : `${id}  ${event}  ${plainJson(data)}\n`)
    if (++shown >= (settings.limit ?? Number.POSITIVE_INFINITY)) return
  }
}

/** Bytes go to a file or into a pipe, never to a terminal. */
async function saveFile(request: ApiRequest<unknown>, { settings, terminal }: CommandContext): Promise<void> {
  if (settings.output === undefined && process.stdout.isTTY)
    throw new UsageError('This is a file.', 'Say where it goes with --output <path>, or send it into a pipe.')
  const { body } = await request.asResponse()
  const from = Readable.fromWeb(body as never)
  if (settings.output === undefined) return await pipeline(from, process.stdout, { end: false })
  await pipeline(from, createWriteStream(settings.output, { flags: 'w' }))
  terminal.note(`Written to ${settings.output}.`)
}

/** An answer that is mostly text is shown as that text, others field by field. */
function objectText(answer: Entry, { terminal }: CommandContext): string {
  const { text, ...rest } = answer
  if (typeof text !== 'string') return fields(answer, terminal.paint)
  terminal.note(terminal.notePaint('dim', fields(rest, (_, shown) => shown).trimEnd()))
  return `${plainText(text)}\n`
}

export async function confirmed({
  command,
  positionals,
  settings,
  terminal,
  signal,
}: CommandContext): Promise<void> {
  if (settings.yes) return
  const what = `${command.summary}${positionals.length > 0 ? `: ${positionals.join(' ')}` : ''}`
  if (!terminal.isInteractive)
    throw new UsageError(`"${what}" cannot be undone.`, 'Say --yes to do it without being asked.')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await lines.question(`${what}? [y/N] `, { signal })
    if (!/^y(es)?$/i.test(answer.trim())) throw new UsageError('Nothing was done.')
  } finally {
    lines.close()
  }
}
