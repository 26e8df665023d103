import { NotFoundError, type Signal } from '../../src/index.ts'
import type { Command, CommandContext } from './command.ts'
import { UsageError } from './exit.ts'
import { plainJson, plainLine } from './plain-text.ts'

const text = (name: string, description: string, multiple = false) => ({
  name,
  field: name.replaceAll('-', '_'),
  kind: 'string' as const,
  multiple,
  description,
  in: 'command' as const,
})

export const watchCommand: Command = {
  words: ['signals', 'watch'],
  summary: 'Follow new signals as they come',
  description:
    'Prints each signal when it becomes visible, from --after on, or from now. A connection that breaks is made again where it broke. When it is stopped it says where to go on.',
  positionals: [],
  flags: [
    text('ticker', 'Only of this company. Repeat for several.', true),
    text('cik', 'Only of this company. Repeat for several.', true),
    text('signal-type', 'Only of this type. Repeat for several.', true),
    {
      name: 'after',
      field: 'after',
      kind: 'number',
      multiple: false,
      description: 'Position in the feed after which to begin; 0 is the beginning.',
      in: 'command',
    },
  ],
  async run(context) {
    const { flags, settings, terminal, signal } = context
    const client = await context.client()
    const cik = [...((flags.cik ?? []) as string[]), ...(await ciksOf(context))]
    const types = new Set((flags['signal-type'] ?? []) as string[])
    let position = flags.after as number | undefined
    terminal.note(
      terminal.notePaint(
        'dim',
        `Waiting for signals ${position === undefined ? 'from now on' : `after ${position}`} …`,
      ),
    )
    let shown = 0
    try {
      const stream = client.changes.stream(
        {
          ...(position !== undefined && { after: position }),
          change_type: ['signal.created'],
          ...(cik.length > 0 && { cik }),
        },
        { signal },
      )
      for await (const { data } of stream) {
        const found = await signalOf(context, data.object_id)
        if (found && (types.size === 0 || types.has(found.signal_type))) {
          await terminal.out(settings.json ? `${plainJson(found)}\n` : lineOf(found, context))
          shown++
        }
        position = data.position
        if (shown >= (settings.limit ?? Number.POSITIVE_INFINITY)) return
      }
    } finally {
      if (position !== undefined) terminal.note(`Go on with --after ${position}.`)
    }
  },
}

async function ciksOf({ flags, client, signal }: CommandContext): Promise<string[]> {
  const tickers = (flags.ticker ?? []) as string[]
  const found = await Promise.all(
    tickers.map(async (ticker) => {
      const [entity] = (await (await client()).entities.list({ ticker: [ticker], limit: 1 }, { signal })).data
      if (!entity) throw new UsageError(`No company has the ticker ${ticker}.`)
      return entity.cik
    }),
  )
  return found
}

/** Undefined for one that is no longer current: what took its place has a change of its own. */
async function signalOf({ client, signal }: CommandContext, id: string): Promise<Signal | undefined> {
  try {
    return await (await client()).signals.get(id, {}, { signal })
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}

function lineOf(signal: Signal, { terminal: { paint } }: CommandContext): string {
  const { accepted_at, signal_type, value, unit, form_type, accession_number, id } = signal
  const shown = plainLine(`${value ?? '-'} ${unit}`)
  return `${accepted_at}  ${paint('bold', signal_type)} = ${paint('cyan', shown)}  ${plainLine(form_type)} ${accession_number}  ${paint('dim', id)}\n`
}
