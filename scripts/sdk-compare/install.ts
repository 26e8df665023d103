import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import openapiTS, { astToString } from 'openapi-typescript'
import { packSdk } from '../../sdk/scripts/pack.ts'
import versions from './packages.json' with { type: 'json' }
import { PEERS } from './peers/index.ts'
import type { Peer } from './peers/peer.ts'
import { CHILD } from './processes.ts'

const run = promisify(execFile)
const INSTALL_MS = 300_000
const CONTRACT = join(import.meta.dirname, '../../openapi/openapi.json')

export interface Installation {
  peer: Peer
  version: string
  folder: string
}

/**
 * Every package in a project of its own below `home`, as `npm install` of a user leaves it; ours from the tarball that would be
 * published. What is there from an earlier run is used again, ours is always packed anew.
 */
export async function installAll(home: string, ourVersion: string): Promise<Installation[]> {
  const installations = PEERS.map((peer) => ({
    peer,
    version: peer.name === 'ours' ? ourVersion : ((versions as Record<string, string>)[peer.package] ?? ''),
    folder: join(home, peer.name),
  }))
  const unpinned = installations.find(({ version }) => !/^\d+\.\d+\.\d+$/.test(version))
  if (unpinned) throw new Error(`packages.json has no exact version of ${unpinned.peer.package}`)
  for (const { peer, version, folder } of installations) {
    if (peer.name === 'ours') {
      const packed = join(home, 'packed')
      await mkdir(packed)
      await packSdk(packed)
      const tarball = (await readdir(packed)).find((name) => name.endsWith('.tgz')) ?? ''
      await installed(peer, join(packed, tarball), folder)
    } else if (!existsSync(join(folder, 'node_modules'))) {
      await installed(peer, `${peer.package}@${version}`, folder)
    }
    await build({
      entryPoints: [join(import.meta.dirname, 'child.ts')],
      outfile: join(folder, CHILD),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
    })
  }
  return installations
}

async function installed({ package: name }: Peer, what: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"name":"user","private":true,"type":"module"}')
  // A version may ask for a newer Node than this one: npm says so, and whether it runs is seen.
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', what]
  await run('npm', args, { cwd: folder, timeout: INSTALL_MS, shell: process.platform === 'win32' })
  const namespace = `import * as installed from '${name}'`
  await writeFile(
    join(folder, 'installed.mjs'),
    `${namespace}\nexport * from '${name}'\nexport default installed.default\n`,
  )
  if (name === 'openapi-fetch') await writeFile(join(folder, 'contract.d.ts'), await contractTypes())
}

/** As a user of openapi-fetch would make them. */
async function contractTypes(): Promise<string> {
  return astToString(await openapiTS(await readFile(CONTRACT, 'utf8')))
}
