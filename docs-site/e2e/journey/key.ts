import { askWith, copied, openDashboardPage, require, until, type Visit } from './visit.ts'

const NAME = 'Nightly import'

export async function createKey(visit: Visit): Promise<void> {
  const { page, keyboard, shots } = visit
  await openDashboardPage(visit, 'Keys')
  await keyboard.use(page.getByRole('button', { name: 'Create a key' }))
  const dialog = page.getByRole('dialog')
  await keyboard.write(dialog.getByLabel('Name'), NAME)
  await shots.take(page, 'new-key')
  await keyboard.use(dialog.getByRole('button', { name: 'Create key' }))
  visit.apiKey = await keepKey(visit)
  require(visit.apiKey.startsWith('slp_test_'), 'a new key is one of the test mode')
}

/** The old secret works on until the new one was used, and for a day after that. */
export async function rotateKey(visit: Visit): Promise<void> {
  const { page, keyboard, shots } = visit
  const before = visit.apiKey
  await openDashboardPage(visit, 'Keys')
  await keyboard.use(page.getByRole('button', { name: `Rotate ${NAME}` }))
  await shots.take(page, 'rotation')
  await keyboard.use(page.getByRole('dialog').getByRole('button', { name: 'Rotate', exact: true }))
  const next = await keepKey(visit)
  require(next !== before, 'a rotated key has a new secret')
  const works = async (key: string) => (await askWith(key, visit, '/v1/filings?limit=1')).status === 200
  require(await works(before), 'the old secret works before the new one is used')
  await until('the new secret works', () => works(next))
  require(await works(before), 'the old secret works on after the new one was used')
  await page.getByText(/works on until \d/).waitFor()
  await shots.take(page, 'overlap')
  visit.apiKey = next
}

/** Copies the secret that is shown once, and says so. */
async function keepKey(visit: Visit): Promise<string> {
  const { page, keyboard, shots } = visit
  const field = page.getByLabel('API key', { exact: true })
  await field.waitFor()
  await shots.take(page, 'secret')
  const key = await copied(visit, page.locator('.d-secret').getByRole('button'))
  require(key === (await field.inputValue()), 'the copy button copies the key')
  await keyboard.use(page.getByRole('button', { name: 'I have kept it' }))
  await field.waitFor({ state: 'detached' })
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.body.innerHTML]),
  )
  require(!kept.includes(key), 'a key is kept nowhere in the browser')
  return key
}
