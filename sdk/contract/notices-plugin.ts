import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** Writes the licences of the packages that a bundle holds beside it, as they ask. */
export const noticesPlugin: Plugin = {
  name: 'notices',
  setup(build) {
    build.initialOptions.metafile = true
    build.onEnd(async ({ metafile, errors }) => {
      const { outdir, absWorkingDir = process.cwd() } = build.initialOptions
      if (!metafile || errors.length > 0 || !outdir) return
      const folders = Object.keys(metafile.inputs).flatMap(
        (file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
      )
      const notices = await Promise.all(
        [...new Set(folders)].sort().map((folder) => noticeOf(join(absWorkingDir, folder))),
      )
      if (notices.length === 0) return
      const folder = resolve(absWorkingDir, outdir)
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'NOTICES.txt'), notices.join('\n\n'))
    })
  },
}

async function noticeOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).find((one) => /^(licen[cs]e|copying)/i.test(one))
  if (!file) throw new Error(`${name} is bundled and has no licence text.`)
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}`
}
