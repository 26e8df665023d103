import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OWN_IMAGES } from '../images/images.ts'
import { kubernetes, type Platform, railway } from './platforms.ts'
import { registry } from './registry.ts'
import { KEPT_RELEASES, keptReleases, listReleases, resolveRelease } from './releases.ts'
import { rollBack } from './rollback.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const USER = { user: 'robot', password: 'of-the-robot' }
const digestOf = (repository: string, tag: string) =>
  `sha256:${Buffer.from(`${repository} ${tag}`).toString('hex').padEnd(64, '0').slice(0, 64)}`

/** A registry as the protocol has it: tokens by scope, tags in pages, digests for HEAD. */
let tags: Record<string, string[]>
let url: string
let handedOut: string[]
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://registry')
  const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  if (pathname === '/token') {
    const given = Buffer.from(
      (request.headers.authorization ?? '').replace('Basic ', ''),
      'base64',
    ).toString()
    if (given !== 'robot:of-the-robot') return send(401, {})
    handedOut.push(searchParams.get('scope') ?? '')
    return send(200, { token: `for ${searchParams.get('scope')}` })
  }
  const [, repository = '', what, tag = ''] = /^\/v2\/(.+)\/(tags|manifests)\/(.+)$/.exec(pathname) ?? []
  if (request.headers.authorization !== `Bearer for repository:${repository}:pull`) {
    return send(401, {}, { 'www-authenticate': `Bearer realm="${url}/token",service="registry"` })
  }
  const known = tags[repository]
  if (what === 'tags' && known) {
    const from = Number(searchParams.get('from') ?? 0)
    const link: Record<string, string> =
      from + 3 < known.length ? { link: `</v2/${repository}/tags/list?from=${from + 3}>; rel="next"` } : {}
    return send(200, { name: repository, tags: known.slice(from, from + 3) }, link)
  }
  if (what === 'manifests' && request.method === 'HEAD' && known?.includes(tag))
    return response.writeHead(200, { 'docker-content-digest': digestOf(repository, tag) }).end()
  return send(404, {})
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  handedOut = []
  const releases = Array.from({ length: 14 }, (_, i) => `v1.${i}.0`)
  tags = Object.fromEntries(
    OWN_IMAGES.map((image) => [`sec-latent/${image}`, ['latest', 'pr-12', ...releases, 'v1.13.0-rc.1']]),
  )
})

describe('the releases that are kept', () => {
  test('are the ten newest by their numbers that every image has', async () => {
    tags['sec-latent/workers'] = (tags['sec-latent/workers'] as string[]).filter((tag) => tag !== 'v1.12.0')
    const kept = await listReleases(registry({ url, ...USER }), 'sec-latent')
    expect(kept).toEqual(['v1.13.0', ...Array.from({ length: 9 }, (_, i) => `v1.${11 - i}.0`)])
    expect(kept.length).toBe(KEPT_RELEASES)
    expect(new Set(handedOut).size).toBe(OWN_IMAGES.length)
  })

  test('are ordered by number and not by letter', () => {
    const all = ['v1.9.0', 'v1.10.0', 'v1.10.2', 'v2.0.0', 'v1.10.10']
    const same = Object.fromEntries(OWN_IMAGES.map((image) => [image, all])) as Parameters<
      typeof keptReleases
    >[0]
    expect(keptReleases(same)).toEqual(['v2.0.0', 'v1.10.10', 'v1.10.2', 'v1.10.0', 'v1.9.0'])
  })

  test('are not read without the password', async () => {
    await expect(
      listReleases(registry({ url, user: 'robot', password: 'wrong' }), 'sec-latent'),
    ).rejects.toThrow(/gives no token: 401/)
  })
})

describe('going back', () => {
  const request = () => ({ url, namespace: 'sec-latent', tag: 'v1.7.0', dryRun: false, say: () => {} })
  const recording = () => {
    const ran: string[] = []
    const platform: Platform = {
      async run(image, reference) {
        ran.push(`${image} ${reference}`)
        if (image === 'api' && reference.includes('broken')) throw new Error('not well')
      },
    }
    return { ran, platform }
  }

  test('runs every image of the release by its digest, what takes requests last', async () => {
    const { ran, platform } = recording()
    await rollBack(registry({ url, ...USER }), platform, request())
    const host = new URL(url).host
    expect(ran).toEqual(
      ['scheduler', 'workers', 'api', 'docs-site'].map(
        (image) => `${image} ${host}/sec-latent/${image}@${digestOf(`sec-latent/${image}`, 'v1.7.0')}`,
      ),
    )
  })

  test.each(['v1.2.0', 'v9.9.9', 'latest', 'v1.13.0-rc.1', '../../evil'])(
    'to %s changes nothing, for it is not among the ten',
    async (tag) => {
      const { ran, platform } = recording()
      await expect(rollBack(registry({ url, ...USER }), platform, { ...request(), tag })).rejects.toThrow(
        /no .* to go back to. There are: v1.13.0, v1.12.0/,
      )
      expect(ran).toEqual([])
    },
  )

  test('changes nothing when it is only asked whether it could', async () => {
    const { ran, platform } = recording()
    const said: string[] = []
    await rollBack(registry({ url, ...USER }), platform, {
      ...{ ...request(), dryRun: true },
      say: (line) => said.push(line),
    })
    expect(ran).toEqual([])
    expect(said.at(-1)).toBe('v1.7.0 can be gone back to.')
  })

  test('stops at the first service that does not become well', async () => {
    const ran: string[] = []
    const platform: Platform = {
      async run(image) {
        ran.push(image)
        if (image === 'workers') throw new Error('workers did not become well')
      },
    }
    await expect(rollBack(registry({ url, ...USER }), platform, request())).rejects.toThrow(
      /did not become well/,
    )
    expect(ran).toEqual(['scheduler', 'workers'])
  })

  test('is one command', async () => {
    const command = spawn(
      process.execPath,
      ['--import', 'tsx', 'deploy/rollback/main.ts', 'v1.7.0', '--platform', 'kubernetes', '--dry-run'],
      {
        cwd: ROOT,
        env: {
          PATH: process.env.PATH ?? '',
          REGISTRY_URL: url,
          REGISTRY_USER: 'robot',
          REGISTRY_PASSWORD: 'of-the-robot',
        },
      },
    )
    let said = ''
    for (const stream of [command.stdout, command.stderr]) stream.on('data', (part) => (said += String(part)))
    const code = await new Promise((resolve) => command.once('exit', resolve))
    expect(said).toContain('v1.7.0 can be gone back to.')
    expect(code).toBe(0)
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(scripts.rollback).toBe('tsx deploy/rollback/main.ts')
  })
})

describe('on Kubernetes', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sec-latent-rollback-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const image = `registry.example.com/sec-latent/api@${digestOf('sec-latent/api', 'v1.7.0')}`

  test('sets the image of the deployment and waits until it is rolled out', async () => {
    const program = join(folder, 'kubectl')
    writeFileSync(
      program,
      `#!/bin/sh\necho "$@" >> ${folder}/asked\ncase "$*" in *rollout*worker*) exit 1;; esac\n`,
    )
    chmodSync(program, 0o755)
    const platform = kubernetes({ namespace: 'sec-latent', program })
    await platform.run('docs-site', image)
    expect(readFileSync(join(folder, 'asked'), 'utf8').split('\n')).toEqual([
      `set image deployment/portal portal=${image} --namespace sec-latent`,
      'rollout status deployment/portal --timeout=330s --namespace sec-latent',
      '',
    ])
    await expect(platform.run('workers', image)).rejects.toThrow(
      /rollout status deployment\/workers .* ended with 1/,
    )
  })

  const hasKubectl = spawnSync('kubectl', ['kustomize', '--help'], { stdio: 'ignore' }).status === 0
  test.skipIf(!hasKubectl)(
    `names a container that the manifest has${hasKubectl ? '' : ' (skipped: there is no kubectl on this machine)'}`,
    () => {
      const rendered = spawnSync(
        'kubectl',
        ['kustomize', join(ROOT, 'deploy/kubernetes/overlays/production')],
        {
          encoding: 'utf8',
        },
      ).stdout
      for (const name of ['api', 'workers', 'scheduler', 'portal']) {
        const deployment = rendered
          .split(/^---$/m)
          .find((one) => /^kind: Deployment$/m.test(one) && new RegExp(`^  name: ${name}$`, 'm').test(one))
        writeFileSync(join(folder, 'deployment.yaml'), deployment ?? '')
        const args = [
          'set',
          'image',
          '--local',
          '-f',
          join(folder, 'deployment.yaml'),
          `${name}=${image}`,
          '-o',
          'yaml',
        ]
        const changed = spawnSync('kubectl', args, { encoding: 'utf8' })
        expect(changed.stderr).toBe('')
        expect(changed.stdout, name).toContain(`image: ${image}`)
      }
    },
  )
})

describe('on Railway', () => {
  const asked: { query: string; variables: Record<string, unknown> }[] = []
  let statuses: string[]
  let graph: string
  const railwayServer = createServer(async (request, response) => {
    const { query, variables } = JSON.parse(await bodyOf(request))
    asked.push({ query, variables })
    const answer = (data: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(data))
    if (request.headers['project-access-token'] !== 'the-token-of-the-project')
      return answer({ errors: [{ message: 'Not Authorized' }] })
    if (query.includes('query Services')) {
      const edges = OWN_IMAGES.map((name) => ({ node: { serviceId: `id-${name}`, serviceName: name } }))
      return answer({ data: { environment: { serviceInstances: { edges } } } })
    }
    if (query.includes('serviceInstanceUpdate')) return answer({ data: { serviceInstanceUpdate: true } })
    if (query.includes('serviceInstanceDeployV2'))
      return answer({ data: { serviceInstanceDeployV2: 'deployment-1' } })
    return answer({ data: { deployment: { status: statuses.shift() ?? 'DEPLOYING' } } })
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => railwayServer.listen(0, '127.0.0.1', resolve))
    graph = `http://127.0.0.1:${(railwayServer.address() as AddressInfo).port}/graphql/v2`
  })
  afterAll(() => new Promise((resolve) => railwayServer.close(resolve)))
  const platform = (token = 'the-token-of-the-project') =>
    railway({ url: graph, token, environmentId: 'production-id', lookMs: 1, patienceMs: 60_000 })

  test('gives the service the image and waits until its deployment is well', async () => {
    statuses = ['BUILDING', 'DEPLOYING', 'SUCCESS']
    await platform().run('api', 'registry.example.com/sec-latent/api@sha256:1')
    const update = asked.find(({ query }) => query.includes('serviceInstanceUpdate'))
    expect(update?.variables).toEqual({
      serviceId: 'id-api',
      environmentId: 'production-id',
      input: { source: { image: 'registry.example.com/sec-latent/api@sha256:1' } },
    })
    expect(statuses).toEqual([])
  })

  test.each(['FAILED', 'CRASHED'])('says so when the deployment is %s', async (status) => {
    statuses = ['DEPLOYING', status]
    await expect(platform().run('workers', 'x')).rejects.toThrow(
      `workers did not become well: its deployment is ${status}`,
    )
  })

  test('says what Railway says when it refuses', async () => {
    await expect(platform('another').run('api', 'x')).rejects.toThrow(/Not Authorized/)
  })
})

test('the digest is looked up once more, so that a tag that was moved cannot be run by mistake', async () => {
  const release = await resolveRelease(registry({ url, ...USER }), {
    url,
    namespace: 'sec-latent',
    tag: 'v1.8.0',
  })
  for (const image of OWN_IMAGES) expect(release.images[image]).toMatch(/@sha256:[0-9a-f]{64}$/)
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
