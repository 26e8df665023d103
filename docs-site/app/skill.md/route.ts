import { readPortalConfig } from '../../src/portal-config.ts'
import { skill } from '../../src/skill.ts'

export function GET(): Response {
  return new Response(skill(readPortalConfig(process.env).api_url), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  })
}
