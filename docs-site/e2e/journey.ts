import type { BrowserContext } from 'playwright-core'
import { signOut, signUp } from './journey/account.ts'
import { sendInExplorer } from './journey/explorer.ts'
import { followSignal } from './journey/filing.ts'
import { downloadInvoice } from './journey/invoice.ts'
import { createKey, rotateKey } from './journey/key.ts'
import { followQuickStart } from './journey/quick-start.ts'
import type { Visit } from './journey/visit.ts'
import { replayDelivery } from './journey/webhook.ts'
import { keyboardOf } from './keyboard.ts'
import type { Platform } from './platform.ts'
import { screenshots } from './screenshots.ts'

/** Only what hangs may fail by time. */
const PATIENCE_MS = 60_000

type Step = readonly [name: string, take: (visit: Visit) => Promise<unknown>]

/** To be somebody, with a key. */
export const firstSteps: readonly Step[] = [
  ['signs up', signUp],
  ['gets a key', createKey],
]
/** In the order of somebody's first hour. */
export const allSteps: readonly Step[] = [
  ...firstSteps,
  ['runs the quick start as pasted', followQuickStart],
  ['returns to the dashboard', returnToDashboard],
  ['sends a request in the explorer and watches the usage', sendInExplorer],
  ['rotates the key with an overlap', rotateKey],
  ['creates a webhook and replays a delivery', replayDelivery],
  ['downloads an invoice', downloadInvoice],
  ['opens a filing and follows a signal to its quote', followSignal],
]
export const lastSteps: readonly Step[] = [
  ['returns to the dashboard', returnToDashboard],
  ['signs out', signOut],
]

export interface StepTaken {
  name: string
  seconds: number
}

/** Walks through the portal with the keyboard alone. Throws what the first step that failed has to say. */
export async function walk(
  context: BrowserContext,
  platform: Platform,
  { theme, steps }: { theme: 'light' | 'dark'; steps: readonly Step[] },
): Promise<{ steps: StepTaken[]; screenshots: number }> {
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const shots = await screenshots(theme)
  const visit: Visit = {
    platform,
    page,
    keyboard: keyboardOf(page),
    shots,
    person: {
      name: `Ann ${theme} ${Date.now().toString(36)}`,
      email: `ann-${theme}-${Date.now().toString(36)}@example.com`,
      password: 'correct horse battery staple',
    },
    apiKey: '',
  }
  const taken: StepTaken[] = []
  for (const [name, take] of steps) {
    const begun = performance.now()
    try {
      await take(visit)
    } catch (error) {
      await shots.take(page, 'failed').catch(() => {})
      throw new Error(`${theme}: "${name}" failed: ${(error as Error).message}`, { cause: error })
    }
    taken.push({ name, seconds: (performance.now() - begun) / 1000 })
    console.log(`${theme}: ${name} (${taken.at(-1)?.seconds.toFixed(1)} s)`)
  }
  await page.close()
  return { steps: taken, screenshots: shots.count() }
}

async function returnToDashboard({ page, keyboard }: Visit): Promise<void> {
  await keyboard.use(page.getByRole('banner').getByRole('link', { name: /^Dashboard/ }))
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
}
