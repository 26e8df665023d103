/** Hands a file to the browser to keep. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken hold of it by the end of this turn, older ones a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
