// Kept to syntax that every Node with modules can read.
const OLDEST = [20, 19]

/** Ends the process with one sentence when this Node is too old for the project. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  console.error(
    `This needs Node.js ${OLDEST.join('.')} or later, and this is ${process.version}: see https://nodejs.org.`,
  )
  process.exit(1)
}
