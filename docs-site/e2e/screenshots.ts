import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Not committed; kept beside a run of the continuous integration. */
export const ARTEFACTS = join(import.meta.dirname, '..', '..', 'artefacts', 'e2e')
export const DESKTOP = { width: 1280, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** Pictures of one journey, numbered as it goes. */
export async function screenshots(theme: string) {
  const folder = join(ARTEFACTS, theme)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  let count = 0
  const shoot = async (page: Page, name: string, isWhole: boolean) => {
    count += 1
    const path = join(folder, `${String(count).padStart(2, '0')}-${name}.png`)
    await page.screenshot({ path, fullPage: isWhole, animations: 'disabled' })
  }
  return {
    folder,
    count: () => count,
    /** What is on the screen now. */
    take: (page: Page, name: string) => shoot(page, name, false),
    /** The same as a phone shows it, all of it. */
    async takeOnPhone(page: Page, name: string): Promise<void> {
      await page.setViewportSize(PHONE)
      await shoot(page, `${name}-phone`, true)
      await page.setViewportSize(DESKTOP)
    },
  }
}
export type Screenshots = Awaited<ReturnType<typeof screenshots>>
