import { readFile } from 'node:fs/promises'
import { issueInvoices } from '@sec-latent/core/billing/store'
import { openDashboardPage, require, type Visit } from './visit.ts'

/** A plan is chosen, a month goes by, and its invoice is there. */
export async function downloadInvoice(visit: Visit): Promise<void> {
  const { page, keyboard, shots, platform } = visit
  await openDashboardPage(visit, 'Billing')
  await keyboard.use(page.getByRole('button', { name: 'Change plan' }))
  const dialog = page.getByRole('dialog')
  await keyboard.tabTo(dialog.getByRole('radio', { checked: true }))
  await keyboard.press('ArrowDown')
  await dialog.getByText('In force at once').waitFor()
  await shots.take(page, 'plan')
  await keyboard.use(dialog.getByRole('button', { name: /^Change to/ }))
  await dialog.waitFor({ state: 'hidden' })

  const organisation = await letMonthPass(visit)
  await page.reload()
  const pdf = page.getByRole('button', { name: /^PDF of/ })
  await pdf.waitFor()
  await keyboard.use(page.getByRole('button', { name: /^Lines of/ }))
  await dialog.getByText('Total').waitFor()
  const total = (await dialog.locator('p', { hasText: 'Total' }).locator('strong').textContent()) ?? ''
  await shots.take(page, 'invoice')
  await keyboard.press('Escape')
  const [download] = await Promise.all([page.waitForEvent('download'), keyboard.use(pdf)])
  const bytes = await readFile(await download.path())
  require(bytes.subarray(0, 5).toString() === '%PDF-', 'the invoice is a PDF')
  const answer = await page.evaluate(async (url) => {
    const invoices = await fetch(url, { credentials: 'include' })
    return (await invoices.json()) as { data: { total_cents: number }[] }
  }, `${platform.apiUrl}/v1/billing/invoices`)
  const cents = answer.data[0]?.total_cents ?? 0
  require(cents > 0, `the invoice of ${organisation} is about something`)
  require(total ===
    (cents / 100).toLocaleString('en-US', {
      style: 'currency',
      currency: 'USD',
    }), `the total of the page, ${total}, is that of the API, ${cents} cents`)
  await shots.take(page, 'billing')
  await shots.takeOnPhone(page, 'billing')
}

/** What they did in this month happened a month ago; then invoices are issued as the workers do it. */
async function letMonthPass({ platform: { sql }, person }: Visit): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from organisations where name like ${`${person.name}%`} order by created_at desc limit 1`
  const id = row?.id ?? ''
  await sql`update organisations set created_at = created_at - interval '1 month' where id = ${id}`
  await sql`
    update plan_changes set effective_from = (effective_from - interval '1 month')::date where organisation_id = ${id}`
  const issued = await issueInvoices(sql, new Date(), async () => {})
  require(issued.some(
    ({ organisation_id }) => organisation_id === id,
  ), 'the invoice of the month that passed is issued')
  return id
}
