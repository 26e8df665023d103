import { require, type Visit } from './visit.ts'

/** From the front page to an account: the link in the mail signs in. */
export async function signUp({ page, keyboard, platform, shots, person }: Visit): Promise<void> {
  await page.goto(platform.portalUrl)
  await shots.take(page, 'front-page')
  await shots.takeOnPhone(page, 'front-page')
  await keyboard.use(page.getByRole('banner').getByRole('link', { name: 'Sign in' }))
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await keyboard.use(page.getByRole('link', { name: 'Create one' }))
  await keyboard.write(page.getByLabel('Name'), person.name)
  await keyboard.write(page.getByLabel('E-mail address'), person.email)
  await keyboard.write(page.getByLabel('Password', { exact: true }), person.password)
  await shots.take(page, 'sign-up')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Look in your mailbox' }).waitFor()
  await page.goto(await platform.mailbox.linkTo('sign-in/verify', person.email))
  const confirm = page.getByRole('button', { name: 'Confirm and sign in' })
  await confirm.waitFor()
  require(!page.url().includes('token'), 'the token of the link is not left in the address')
  await shots.take(page, 'confirmation')
  await keyboard.use(confirm)
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await page.getByText('Create a key').first().waitFor()
  await shots.take(page, 'overview')
}

/** Whoever signs out and opens the dashboard is led to the sign-in page, without an error. */
export async function signOut({ page, keyboard, platform }: Visit): Promise<void> {
  await keyboard.use(page.getByRole('button', { name: 'Sign out' }))
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await page.goto(`${platform.portalUrl}/dashboard`)
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
}
