const NAME = /^[\w.-]+\/[\w.-]+$/

/**
 * `owner/name` of the repository on GitHub that Railway builds from: `DEPLOY_REPOSITORY`, or the `repository` of package.json.
 * Throws when neither says it.
 */
export function repositoryOf(
  manifest: { repository?: string | { url?: string } },
  env: Record<string, string | undefined>,
): string {
  const { repository } = manifest
  const given = env.DEPLOY_REPOSITORY || (typeof repository === 'string' ? repository : repository?.url)
  if (!given) {
    throw new Error(
      'Nobody says where the code is: set DEPLOY_REPOSITORY=owner/name, or "repository" in package.json.',
    )
  }
  const name = given
    .replace(/^(git\+)?(https:\/\/|ssh:\/\/git@|git@)github\.com[/:]/, '')
    .replace(/^github:/, '')
    .replace(/\.git$/, '')
  if (!NAME.test(name)) throw new Error(`${given} is no repository on GitHub: owner/name is needed.`)
  return name
}
