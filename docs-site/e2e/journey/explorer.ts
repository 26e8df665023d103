import { openDashboardPage, require, until, type Visit } from './visit.ts'

/** A request with the explorer key of whoever is signed in: its quotes stand in the document, and it shows in the usage by itself. */
export async function sendInExplorer(visit: Visit): Promise<void> {
  const { page, platform, shots } = visit
  await openDashboardPage(visit, 'Usage')
  const usage = page
    .locator('.d-figure')
    .filter({ has: page.getByText('Requests', { exact: true }) })
    .locator('.d-figure-value')
  const empty = page.getByText('No request in this period.')
  await usage.or(empty).waitFor()
  const shown = async () =>
    (await empty.isVisible()) ? 0 : Number((await usage.textContent())?.replaceAll(',', ''))
  // Requests are counted a few seconds late: those of the quick start first.
  await settled(shown)
  await page.evaluate(() => Object.assign(window, { wasNotReloaded: true }))
  const before = await shown()
  await shots.take(page, 'usage-before')

  const tab = await page.context().newPage()
  await tab.goto(platform.portalUrl)
  await sendListSignals({ ...visit, page: tab, keyboard: (await import('../keyboard.ts')).keyboardOf(tab) })
  await tab.close()

  await page.bringToFront()
  await until('the request of the explorer shows in the usage', async () => (await shown()) > before)
  require(await page.evaluate(
    () => 'wasNotReloaded' in window,
  ), 'the usage shows a request without being loaded again')
  await visit.keyboard.tabTo(page.locator('.d-chart-bar[tabindex="0"]'))
  await shots.take(page, 'usage-after')
  await shots.takeOnPhone(page, 'usage-after')
}

async function settled(shown: () => Promise<number>): Promise<void> {
  let last = Number.NaN
  await until('the usage comes to rest', async () => {
    const now = await shown()
    const isSame = now === last
    last = now
    if (!isSame) await new Promise((resolve) => setTimeout(resolve, 12_000))
    return isSame
  })
}

async function sendListSignals({ page, keyboard, shots }: Visit): Promise<void> {
  await page.getByRole('button', { name: /^Search/ }).waitFor()
  await until('Ctrl-K opens the search', async () => {
    await keyboard.press('Control+k')
    return await page.getByRole('combobox').isVisible()
  })
  await page.keyboard.type('list signals')
  await page
    .getByRole('option', { name: /GET|operation|List signals/i })
    .first()
    .waitFor()
  await shots.take(page, 'search')
  const chosen = page.locator('[role=option][aria-selected=true]')
  await until('the search offers the operation', async () => {
    if (/List signals/.test((await chosen.textContent()) ?? '')) return true
    await keyboard.press('ArrowDown')
    return false
  })
  await keyboard.press('Enter')
  await page.waitForURL('**/listSignals')
  await keyboard.skipToContent()
  await keyboard.use(page.getByRole('button', { name: 'Try it' }))
  await keyboard.choose(page.getByLabel('Send with'), 'Explorer key of your account')
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await until('the explorer has made a key', () => send.isEnabled())
  const sent = page.waitForRequest((request) => request.url().includes('/v1/signals?'))
  await keyboard.use(send)
  const key = (await (await sent).allHeaders()).authorization ?? ''
  await page.locator('.explorer-answer[data-status="200"]').waitFor()
  await shots.take(page, 'explorer')
  await shots.takeOnPhone(page, 'explorer')
  require(key.startsWith(
    'Bearer slp_exp_',
  ), 'the request is sent with the explorer key of whoever is signed in')

  await keyboard.use(page.getByRole('button', { name: /^Show in the document: / }).first())
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Verified', { exact: true }).waitFor()
  const quote = await page.locator('.explorer-evidence blockquote').first().textContent()
  const marked = (await dialog.locator('mark').textContent()) ?? ''
  require(marked !== '' &&
    marked.startsWith((quote ?? '').replace(/…$/, '')), 'the document of the answer marks the quote')
  await dialog.locator('mark').scrollIntoViewIfNeeded()
  await shots.take(page, 'evidence-in-its-document')
  await keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}
