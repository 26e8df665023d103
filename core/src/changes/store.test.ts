import { expect, test } from 'vitest'
import { forEachPostgres, testDatabase } from '../testing/database.ts'
import { takePublishTurn } from './publish-turn.ts'
import { appendChanges } from './store.ts'

forEachPostgres((version) => {
  test('a reader who follows the feed while fifty writers append never misses a change', async () => {
    const { sql, close } = await testDatabase({ version, max: 12 })
    try {
      const seen: number[] = []
      const read = async () => {
        const last = seen.at(-1) ?? 0
        const rows = await sql<{ position: number }[]>`
          select position from changes where position > ${last} order by position`
        seen.push(...rows.map((row) => row.position))
      }
      const write = (writer: number) =>
        sql.begin(async (tx) =>
          appendChanges(
            tx,
            await takePublishTurn(tx),
            [1, 2, 3].map((n) => ({
              dataset: 'test' as const,
              change_type: 'signal.created' as const,
              accession_number: '0009990001-24-000001',
              cik: null,
              object_id: `sig_${writer}_${n}`,
            })),
          ),
        )
      let writing = true
      const reading = (async () => {
        while (writing) await read()
      })()
      await Promise.all(Array.from({ length: 50 }, (_, writer) => write(writer)))
      // A repeated delivery adds nothing.
      await write(7)
      writing = false
      await reading
      await read()
      expect(seen).toEqual(Array.from({ length: 150 }, (_, index) => index + 1))
      const [order] = await sql`
        select bool_and(created_at >= earlier) as rising
        from (select created_at, lag(created_at) over (order by position) as earlier from changes) c
        where earlier is not null`
      expect(order?.rising).toBe(true)
    } finally {
      await close()
    }
  })
})
