import { atomFeed } from '../../src/changelog/atom.ts'
import { entries } from '../../src/changelog/entries.ts'
import { originOf } from '../../src/origin.ts'

export async function GET(request: Request): Promise<Response> {
  return new Response(await atomFeed(entries, originOf(request, process.env)), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    },
  })
}
