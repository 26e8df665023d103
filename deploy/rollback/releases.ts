import { OWN_IMAGES, type OwnImage } from '../images/images.ts'
import type { Registry } from './registry.ts'

/** As many versions as the architecture promises to go back to. */
export const KEPT_RELEASES = 10
const RELEASE = /^v(\d+)\.(\d+)\.(\d+)$/

export interface Release {
  tag: string
  /** Each of our images by its digest, as a platform is told: `registry.example.com/sec-latent/api@sha256:…`. */
  images: Record<OwnImage, string>
}

/** The tags that every one of our images has, the newest first, and no more than are kept. */
export function keptReleases(tags: Record<OwnImage, string[]>): string[] {
  const [first, ...others] = OWN_IMAGES
  return [...new Set(tags[first])]
    .filter((tag) => RELEASE.test(tag) && others.every((image) => tags[image].includes(tag)))
    .sort((one, other) => compareReleases(other, one))
    .slice(0, KEPT_RELEASES)
}

function compareReleases(one: string, other: string): number {
  const numbers = (tag: string) => (RELEASE.exec(tag) ?? []).slice(1).map(Number)
  const [a, b] = [numbers(one), numbers(other)]
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

export async function listReleases(from: Registry, namespace: string): Promise<string[]> {
  const tags = await Promise.all(
    OWN_IMAGES.map(async (image) => [image, await from.tags(`${namespace}/${image}`)] as const),
  )
  return keptReleases(Object.fromEntries(tags) as Record<OwnImage, string[]>)
}

/** Looks up what the tag means now. Throws, before anything is changed, when it is not one of those that are kept. */
export async function resolveRelease(
  from: Registry,
  { url, namespace, tag }: { url: string; namespace: string; tag: string },
): Promise<Release> {
  const kept = await listReleases(from, namespace)
  if (!kept.includes(tag))
    throw new Error(`There is no ${tag} to go back to. There are: ${kept.join(', ') || 'none'}.`)
  const host = new URL(url).host
  const images = await Promise.all(
    OWN_IMAGES.map(async (image) => {
      const digest = await from.digest(`${namespace}/${image}`, tag)
      if (digest === undefined) throw new Error(`${image}:${tag} has just gone from the registry.`)
      return [image, `${host}/${namespace}/${image}@${digest}`] as const
    }),
  )
  return { tag, images: Object.fromEntries(images) as Record<OwnImage, string> }
}
