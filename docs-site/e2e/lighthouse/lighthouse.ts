import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const ENTRY = join(import.meta.dirname, 'node_modules', 'lighthouse', 'core', 'index.js')
const INSTALL_MS = 300_000
/** Elements that are named beside what is wrong with them. */
const SHOWN_PLACES = 3
/** A trace that could not be recorded says nothing about the page; Lighthouse itself asks to be run again then. */
const ATTEMPTS = 3

export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
export type Category = (typeof CATEGORIES)[number]
export const FORM_FACTORS = ['mobile', 'desktop'] as const
export type FormFactor = (typeof FORM_FACTORS)[number]

export interface Audited {
  /** From 0 to 100. */
  scores: Record<Category, number>
  /** What cost points, the costliest first. */
  losses: string[]
}

interface Audit {
  title: string
  score: number | null
  displayValue?: string
  details?: { items?: { node?: { selector?: string } }[] }
}

interface Result {
  lhr: {
    runtimeError?: { message: string }
    categories: Record<
      Category,
      { score: number | null; auditRefs: { id: string; weight: number }[] } | undefined
    >
    audits: Record<string, Audit>
  }
}
type Lighthouse = (url: string, flags: object, config: object) => Promise<Result | undefined>

/** Installs it from its own lock file when it is not there yet. */
export async function loadLighthouse() {
  if (!existsSync(ENTRY)) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: import.meta.dirname,
      stdio: 'inherit',
      timeout: INSTALL_MS,
      shell: process.platform === 'win32',
    })
  }
  const { default: lighthouse, desktopConfig } = (await import(pathToFileURL(ENTRY).href)) as {
    default: Lighthouse
    desktopConfig: object
  }
  /** Opens the page in the browser behind that port, with the cookies it has. */
  return async (url: string, { port, form }: { port: number; form: FormFactor }): Promise<Audited> => {
    let message = 'Lighthouse gave no result'
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const result = await lighthouse(
        url,
        { port, logLevel: 'error', output: 'json', onlyCategories: CATEGORIES, disableStorageReset: true },
        form === 'desktop' ? desktopConfig : { extends: 'lighthouse:default' },
      )
      if (result && !result.lhr.runtimeError) return { scores: scoresOf(result), losses: lossesOf(result) }
      message = result?.lhr.runtimeError?.message ?? message
    }
    throw new Error(`${url}: ${message}`)
  }
}

function scoresOf({ lhr }: Result): Record<Category, number> {
  const score = (category: Category) => (lhr.categories[category]?.score ?? Number.NaN) * 100
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  }
}

function lossesOf({ lhr }: Result): string[] {
  return CATEGORIES.flatMap((category) => lhr.categories[category]?.auditRefs ?? [])
    .map(({ id, weight }) => ({ audit: lhr.audits[id], loss: weight * (1 - (lhr.audits[id]?.score ?? 1)) }))
    .filter(({ loss }) => loss > 0)
    .sort((one, other) => other.loss - one.loss)
    .map(({ audit, loss }) => {
      const where = audit?.details?.items?.flatMap(({ node }) => node?.selector ?? []).slice(0, SHOWN_PLACES)
      return [`${audit?.title} ${audit?.displayValue ?? ''} (-${loss.toFixed(1)})`, ...(where ?? [])].join(
        '  ',
      )
    })
}
