import type { OwnImage } from '../images/images.ts'
import type { Platform } from './platforms.ts'
import type { Registry } from './registry.ts'
import { resolveRelease } from './releases.ts'

/** What takes requests comes last: everything that it asks is there before it. */
const ORDER: readonly OwnImage[] = ['scheduler', 'workers', 'api', 'docs-site']

export interface RollbackRequest {
  url: string
  namespace: string
  tag: string
  dryRun: boolean
  say: (line: string) => void
}

/**
 * Runs an earlier release again. The schema stays as it is: migrations are made so that the release before works beside them.
 * Stops at the first service that does not become well.
 */
export async function rollBack(from: Registry, to: Platform, request: RollbackRequest): Promise<void> {
  const { images, tag } = await resolveRelease(from, request)
  for (const image of ORDER) {
    request.say(`${request.dryRun ? 'would run' : 'running'} ${images[image]}`)
    if (!request.dryRun) await to.run(image, images[image])
  }
  request.say(request.dryRun ? `${tag} can be gone back to.` : `${tag} is running.`)
}
