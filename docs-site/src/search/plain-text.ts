/** The words of a Markdown text without its marks. Underscores stay: they belong to names here. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*|`|(?<![\p{L}\p{N}*\\])\*(?=\S)|(?<=[^\s\\])\*(?![\p{L}\p{N}*])/gu, '')
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!|<>&~])/g, '$1')
}
