/** Understood by every command. */
export const GLOBAL_FLAGS = [
  { name: 'json', type: 'boolean', description: 'JSON instead of tables; lists as one entry a line.' },
  { name: 'all', type: 'boolean', description: 'Every entry of a list, page after page.' },
  { name: 'limit', type: 'string', description: 'Entries of a list at most (default 20).' },
  { name: 'as-of', type: 'string', description: 'What the API would have answered at that moment.' },
  { name: 'output', type: 'string', description: 'Where a downloaded file goes.' },
  { name: 'yes', type: 'boolean', description: 'Do what cannot be undone without being asked.' },
  {
    name: 'base-url',
    type: 'string',
    description: 'Address of the API (default LATENT_BASE_URL, the profile, localhost:8000).',
  },
  {
    name: 'profile',
    type: 'string',
    description: 'Profile of the configuration (default LATENT_PROFILE, the current one).',
  },
  { name: 'no-color', type: 'boolean', description: 'No colours; NO_COLOR does the same.' },
  { name: 'help', type: 'boolean', description: 'What a command does and takes.' },
  { name: 'version', type: 'boolean', description: 'The version of this program.' },
] as const

export type GlobalFlag = (typeof GLOBAL_FLAGS)[number]['name']
