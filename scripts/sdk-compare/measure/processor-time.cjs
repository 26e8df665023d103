// Loaded before the compiler: adds a line to its diagnostics, as the clock tells nothing on a machine that others use as well.
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  console.log(`Processor time: ${(user + system) / 1e6}s`)
})
