import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../../../scripts/examples.ts'
import { copied, openPart, require, type Visit } from './visit.ts'

const CLONE = join(import.meta.dirname, '..', '..', '..')

interface Block {
  title: string
  code: string
}

/** Every block of the quick start as its copy button gives it, run in the order of the page in a new folder. */
export async function followQuickStart(visit: Visit): Promise<number> {
  const { page, keyboard, shots } = visit
  await openPart(visit, 'Docs')
  await keyboard.skipToContent()
  await keyboard.use(
    page
      .getByRole('main')
      .getByRole('link', { name: /quick start/i })
      .first(),
  )
  await page.getByRole('heading', { level: 1, name: 'Quick start' }).waitFor()
  await shots.take(page, 'quick-start')
  await shots.takeOnPhone(page, 'quick-start')
  const blocks = await copyBlocks(visit)
  const folder = await mkdtemp(join(tmpdir(), 'sec-latent-quick-start-'))
  try {
    return await runBlocks(blocks, folder, visit.apiKey)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyBlocks(visit: Visit): Promise<Block[]> {
  const figures = visit.page.locator('main figure.ui-code')
  const blocks: Block[] = []
  for (let index = 0; index < (await figures.count()); index++) {
    const figure = figures.nth(index)
    const title = (await figure.locator('figcaption').textContent()) ?? ''
    blocks.push({ title, code: await copied(visit, figure.getByRole('button', { name: 'Copy' })) })
  }
  return blocks
}

/** Programs are saved under the title of their block; commands are typed into one shell, which remembers what was exported. */
async function runBlocks(blocks: Block[], folder: string, apiKey: string): Promise<number> {
  let exported = ''
  let ran = 0
  const shell = async (command: string, cwd = folder) => {
    const env = {
      NODE_ENV: 'production' as const,
      PATH: process.env.PATH,
      HOME: folder,
      npm_config_pack_destination: folder,
    }
    const { code, output } = await runProgram(
      'bash',
      ['--norc', '-euo', 'pipefail', '-c', `${exported}\n${command}`],
      {
        cwd,
        env,
      },
    )
    require(code === 0, `the quick start runs as pasted: ${command}\n${output}`)
    ran += 1
    return output
  }
  for (const { title, code } of blocks) {
    // What starts the product was done before the journey, on a machine; its other form reads EDGAR itself.
    if (/^(EDGAR_USER_AGENT=.*)?npm start/m.test(code)) continue
    if (code.startsWith('export ')) exported = code.replace('slp_test_…', apiKey)
    else if (code.startsWith('curl ')) {
      const answer = await shell(code.replace(/^curl/, 'curl --silent'))
      const { object, data } = JSON.parse(answer)
      require(object === 'list' && data.length > 0, `the request is answered with a list: ${code}\n${answer}`)
    } else if (code.startsWith('npm pack')) {
      const [pack = '', ...rest] = code.trim().split('\n')
      await shell(pack, CLONE)
      await shell(rest.join('\n'))
    } else if (title.endsWith('.mjs')) {
      await writeFile(join(folder, title), code)
      const lines = (await shell(`node ${title}`)).trim().split('\n')
      const verdicts = lines.filter((line) => /^(true|false)/.test(line))
      require(verdicts.length >= 2 &&
        verdicts.every((line) =>
          line.startsWith('true'),
        ), `${title} verifies every quote:\n${lines.join('\n')}`)
    }
  }
  require(ran >= 6, `the quick start has the commands and programs it had, and not only ${ran}`)
  return ran
}
