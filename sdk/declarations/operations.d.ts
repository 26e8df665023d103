// The types of both module systems are the same and stand once, in operations.d.cts.
export * from './operations.cjs'
