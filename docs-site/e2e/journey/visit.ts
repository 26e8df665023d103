import type { Page } from 'playwright-core'
import type { Keyboard } from '../keyboard.ts'
import type { Platform } from '../platform.ts'
import type { Screenshots } from '../screenshots.ts'

/** Somebody who came to the portal, and what they have by now. */
export interface Visit {
  platform: Platform
  page: Page
  keyboard: Keyboard
  shots: Screenshots
  person: { name: string; email: string; password: string }
  /** The API key they made, as they copied it. */
  apiKey: string
}

/** What a step promises; a step that does not keep it ends the journey. */
export function require(isKept: boolean, promise: string): void {
  if (!isKept) throw new Error(promise)
}

/** Asks again until it is so. The browser waits for what is on its page by itself; this is for everything else. */
export async function until(promise: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(promise)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** A page of the dashboard, by the list at its side. */
export async function openDashboardPage({ page, keyboard }: Visit, title: string): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Dashboard' })
  await keyboard.use(list.getByRole('link', { name: title, exact: true }))
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** A part of the portal, by the bar at the top. */
export async function openPart({ page, keyboard }: Visit, title: string): Promise<void> {
  const bar = page.getByRole('navigation', { name: 'Main' })
  await keyboard.use(bar.getByRole('link', { name: title, exact: true }))
  await page.waitForFunction(
    (text) => document.querySelector('.shell-nav a[aria-current]')?.textContent === text,
    title,
  )
}

/** What the copy button put into the clipboard. */
export async function copied({ page, keyboard }: Visit, button: import('playwright-core').Locator) {
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await keyboard.use(button)
  await until('the copy button copies', () =>
    page.evaluate(async () => (await navigator.clipboard.readText()) !== ''),
  )
  return await page.evaluate(() => navigator.clipboard.readText())
}

/** Asks the API as a program with that key. */
export async function askWith(key: string, { platform }: Visit, path: string): Promise<Response> {
  return await fetch(platform.apiUrl + path, { headers: { authorization: `Bearer ${key}` } })
}
