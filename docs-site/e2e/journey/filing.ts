import { openPart, require, type Visit } from './visit.ts'

/** From the list of filings to one of them, to a signal of it, to the words it quotes. */
export async function followSignal(visit: Visit): Promise<void> {
  const { page, keyboard, shots } = visit
  await openPart(visit, 'Filings')
  await keyboard.write(page.getByLabel(/^Company, ticker/), 'TWTI')
  await keyboard.write(page.getByLabel('Form type'), '10-K')
  await keyboard.press('Enter')
  await page.getByRole('table').waitFor()
  await shots.take(page, 'filings')
  await keyboard.use(page.getByRole('table').getByRole('link', { name: '10-K', exact: true }).first())
  await page.locator('.filing-signal').first().waitFor()
  await shots.take(page, 'filing')
  await shots.takeOnPhone(page, 'filing')

  await keyboard.use(page.getByRole('link', { name: /^All \d+ signals of this filing$/ }))
  await page.waitForURL(/\/signals/)
  await shots.take(page, 'signals')
  const links = page.getByRole('main').getByRole('link', { name: 'Go to the quote' })
  await links.first().waitFor()
  const link = links.last()
  const quoted = await link.evaluate(
    (one) => one.closest('li')?.querySelector('blockquote')?.lastChild?.textContent ?? '',
  )
  await keyboard.use(link)
  const marks = page.locator('mark.filing-quote-current')
  await marks.first().waitFor()
  require(wordsOf((await marks.allTextContents()).join(' ')).includes(
    wordsOf(quoted),
  ), `the words that are marked are those of the quote: ${quoted}`)
  const { y = -1 } = (await marks.first().boundingBox()) ?? {}
  require(y >= 0 && y < (page.viewportSize()?.height ?? 0), 'the quote is on the screen')
  await shots.take(page, 'quote')
  await shots.takeOnPhone(page, 'quote')
}

function wordsOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
