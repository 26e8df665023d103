import type { Credential } from './credentials.ts'
import type { ExplorerField } from './explorer-operation.ts'
import { send } from './send.ts'

/** The id of the first entry of the list a parameter belongs to, or the ETag of the object; or why there is none. */
export async function findValue(
  field: ExplorerField,
  values: Record<string, string>,
  credential: Credential,
  apiUrl: string,
): Promise<{ value: string } | { value: undefined; reason: string }> {
  if (field.foundAt === null) return { value: undefined, reason: '' }
  const path = field.foundAt.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''))
  const isEtag = field.name === 'If-Match'
  const answer = await send(
    {
      url: `${apiUrl}${path}${isEtag ? '' : '?limit=1'}`,
      method: 'GET',
      headers: { Accept: 'application/json' },
    },
    credential,
  )
  const nothing = (reason: string) => ({ value: undefined, reason: `${field.name}: ${reason}` })
  if (answer.kind === 'failure') return nothing(answer.reason)
  if (answer.status !== 200 || answer.text === null) return nothing(`GET ${path} answered ${answer.status}`)
  const etag = answer.headers.find(([name]) => name === 'etag')?.[1]
  const value = isEtag ? etag : firstId(JSON.parse(answer.text), field.name)
  return value === undefined ? nothing(`GET ${path} lists none for this key`) : { value }
}

/** The entry's own name for it, such as `signal_id`, else its `id`. */
export function firstId(page: unknown, name: string): string | undefined {
  const entry = (page as { data?: Record<string, unknown>[] }).data?.[0]
  const value = entry?.[name] ?? entry?.id
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
